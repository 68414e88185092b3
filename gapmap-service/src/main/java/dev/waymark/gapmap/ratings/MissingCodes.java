package dev.waymark.gapmap.ratings;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/** Codes by which surveys say that nothing was said. */
final class MissingCodes {

    /** As statistics programs and panels suggest them. */
    private static final Set<Integer> NUMBERS = Set.of(77, 88, 96, 97, 98, 99, 777, 888, 997, 998, 999, 9998, 9999);

    private static final int LONGEST = 50;

    private MissingCodes() {}

    /** Whether what is not on a scale is such a code rather than a slip: a text, a usual number, or one below the scale. */
    static boolean isUsual(String text, double min) {
        return number(text)
                .map(number -> number.doubleValue() < min && number.signum() <= 0
                        || number.stripTrailingZeros().scale() <= 0 && NUMBERS.contains(number.intValue()))
                .orElse(true);
    }

    /** As numbers are compared: the code 0 means 0.0 as well. */
    static String canonical(String value) {
        return number(value).map(n -> n.stripTrailingZeros().toString()).orElse(value);
    }

    /** With a point or a comma before its decimals; empty if it is none, or too long to be one. */
    static Optional<BigDecimal> number(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text.indexOf('.') < 0 ? text.replace(',', '.') : text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
