package org.hutong.app.testing;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicInteger;

import org.hutong.kernel.IdNumber;

/**
 * Names, phones and ID numbers that a test uses once: ID numbers with a right check digit and a registration code that no district has,
 * phones in a range that no operator gives out.
 */
public final class Invented {
    private static final AtomicInteger NEXT = new AtomicInteger((int) (System.nanoTime() % 1_000_000));
    private static final String FAMILY = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨";
    private static final String GIVEN = "敏静丽强磊军洋勇艳杰娟涛明超秀兰霞平刚桂英";

    private Invented() {
    }

    public static String name() {
        int n = NEXT.incrementAndGet();
        return "" + FAMILY.charAt(n % FAMILY.length()) + GIVEN.charAt(n / 7 % GIVEN.length()) + GIVEN.charAt(n / 3 % GIVEN.length());
    }

    public static String phone() {
        return "1400%07d".formatted(NEXT.incrementAndGet() % 10_000_000);
    }

    /** Of somebody born in 1960. */
    public static String idNumber() {
        return idNumber(LocalDate.of(1960, 1, 1).plusDays(NEXT.get() % 300));
    }

    /** Of somebody born on a day. */
    public static String idNumber(LocalDate birth) {
        int n = NEXT.incrementAndGet() % 1000;
        String first = "999%03d%s%03d".formatted(NEXT.incrementAndGet() % 1000, birth.format(DateTimeFormatter.BASIC_ISO_DATE), n);
        return first + IdNumber.checkCharacter(first);
    }
}
