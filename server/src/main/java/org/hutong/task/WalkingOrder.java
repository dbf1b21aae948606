package org.hutong.task;

import java.util.Comparator;

/** Addresses in the order of houses: numbers by their size, not by their digits, so that 3 号 comes before 12 号; unknown ones last. */
final class WalkingOrder {
    static final Comparator<String> OF_ADDRESSES = Comparator.comparing((String address) -> address.isEmpty()).thenComparing(WalkingOrder::compare);

    private WalkingOrder() {
    }

    private static int compare(String one, String other) {
        int i = 0;
        int j = 0;
        while (i < one.length() && j < other.length()) {
            int order;
            if (isDigit(one.charAt(i)) && isDigit(other.charAt(j))) {
                int endOne = end(one, i);
                int endOther = end(other, j);
                order = number(one, i, endOne).compareTo(number(other, j, endOther));
                i = endOne;
                j = endOther;
            } else {
                order = Character.compare(one.charAt(i++), other.charAt(j++));
            }
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.length() - i, other.length() - j);
    }

    private static java.math.BigInteger number(String text, int from, int to) {
        return new java.math.BigInteger(text.substring(from, to));
    }

    private static int end(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char one) {
        return one >= '0' && one <= '9';
    }
}
