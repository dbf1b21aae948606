package org.hutong.town;

import java.time.LocalDate;
import java.util.ArrayDeque;

import org.hutong.kernel.IdNumber;

/**
 * Numbers that nobody real has. ID numbers start with 329990 to 329999: Jiangsu has no city 99, so no district has these codes and no
 * such number was ever given out. Phones start with 154, a prefix that is in none of the operators' allotments. Bank cards start with
 * 99, which ISO/IEC 7812 keeps for national use and China UnionPay does not issue.
 */
final class Numbers {
    static final String ID_PREFIX = "32999";
    static final String PHONE_PREFIX = "154";
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    /** Sequences above are kept for personas. */
    private static final int SEQUENCES = 900;
    private static final long PHONES_OF_PERSONAS = 1_000;
    private static final long PHONES = 100_000_000L;
    /** Of the ten registration codes the last is that of the personas. */
    private static final int CODES_AGAIN = 9;

    private final short[] used = new short[2 * 47_500];
    private final ArrayDeque<String> released = new ArrayDeque<>();
    private long phones;

    /** The next unused ID number for a birth date and sex. */
    String id(LocalDate birth, boolean male) {
        int slot = 2 * (int) (birth.toEpochDay() - FIRST.toEpochDay()) + (male ? 1 : 0);
        int count = used[slot]++;
        int perPrefix = SEQUENCES / 2;
        int sequence = 2 * (count % perPrefix) + (male ? 1 : 0);
        int prefix = 9 - count / perPrefix;
        if (prefix < 0) {
            throw new IllegalStateException("no ID number is left for " + birth);
        }
        return id(prefix, birth, sequence);
    }

    /** The ID number of a persona: sequence 900 to 999, odd for men. */
    static String persona(LocalDate birth, int sequence) {
        return id(9, birth, sequence);
    }

    /** The ID number of somebody like a persona, by the same sequence: turn after turn another code, after nine of them an earlier day of birth. */
    static String again(LocalDate birth, int sequence, int turn) {
        return id((turn - 1) % CODES_AGAIN, birth, sequence);
    }

    /** By how much such a person is older than the persona. */
    static int daysEarlier(int turn) {
        return (turn - 1) / CODES_AGAIN;
    }

    private static String id(int prefix, LocalDate birth, int sequence) {
        int day = birth.getYear() * 10_000 + birth.getMonthValue() * 100 + birth.getDayOfMonth();
        String first = ID_PREFIX + prefix + padded(day, 8) + padded(sequence, 3);
        return first + IdNumber.checkCharacter(first);
    }

    /** A phone number; now and then one that somebody gave up years ago. */
    String phone(Dice dice) {
        if (!released.isEmpty() && dice.chance(0.02)) {
            return released.removeFirst();
        }
        return fresh();
    }

    private String fresh() {
        long number;
        do {
            if (phones >= PHONES) {
                throw new IllegalStateException("no phone number is left");
            }
            number = phoneAt(phones++);
        } while (number < PHONES_OF_PERSONAS);
        return PHONE_PREFIX + padded(number, 8);
    }

    /** Multiplying by a number prime to 10^8 visits every number once, in an order that looks like chance. */
    private static long phoneAt(long place) {
        return place * 61_803_399L % PHONES;
    }

    /** The phone of somebody like a persona: from the end of the order, which no town reaches. */
    static String phoneAgain(int number, int turn) {
        return PHONE_PREFIX + padded(phoneAt(PHONES - PHONES_OF_PERSONAS * turn - number), 8);
    }

    /** A number that its holder in the records gave up; it will be somebody else's. */
    String givenUp() {
        String number = fresh();
        released.addLast(number);
        return number;
    }

    /** 154 0000 0001 to 154 0000 0999: the numbers of personas and of nobody else. */
    static String personaPhone(int number) {
        return PHONE_PREFIX + padded(number, 8);
    }

    static String bankAccount(Dice dice) {
        return "99" + digits(dice, 17);
    }

    /** With zeros in front. */
    static String padded(long number, int width) {
        String digits = Long.toString(number);
        return "0".repeat(width - digits.length()) + digits;
    }

    static String digits(Dice dice, int count) {
        StringBuilder text = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            text.append((char) ('0' + dice.below(10)));
        }
        return text.toString();
    }
}
