package dev.waymark.gapmap.ratings;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers that strangers write: 1E-999999999 is a short text, but no short number. */
public final class Numbers {

    private static final int LONGEST_TEXT = 50;
    private static final int MOST_DIGITS = 20;

    private Numbers() {}

    /** With a point or a comma before its decimals; empty if it is none, or too long to be one. */
    public static Optional<BigDecimal> parse(String text) {
        if (text.length() > LONGEST_TEXT) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text.indexOf('.') < 0 ? text.replace(',', '.') : text))
                    .filter(Numbers::isShort);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether it can be calculated with at no cost. */
    static boolean isShort(BigDecimal number) {
        return Math.abs((long) number.scale()) <= MOST_DIGITS && number.precision() <= MOST_DIGITS;
    }
}
