package dev.waymark.gapmap.imports;

import dev.waymark.gapmap.ratings.Numbers;
import java.util.Set;

/** Codes by which surveys say that nothing was said. */
final class MissingCodes {

    /** As statistics programs and panels suggest them. */
    private static final Set<Integer> NUMBERS = Set.of(77, 88, 96, 97, 98, 99, 777, 888, 997, 998, 999, 9998, 9999);

    private MissingCodes() {}

    /** Whether what is not on a scale is such a code rather than a slip: a text, a usual number, or one below the scale. */
    static boolean isUsual(String text, double min) {
        return Numbers.parse(text)
                .map(number -> number.doubleValue() < min && number.signum() <= 0
                        || number.stripTrailingZeros().scale() <= 0 && NUMBERS.contains(number.intValue()))
                .orElse(true);
    }

    /** As numbers are compared: the code 0 means 0.0 as well. */
    static String canonical(String value) {
        return Numbers.parse(value).map(n -> n.stripTrailingZeros().toString()).orElse(value);
    }
}
