package dev.waymark.gapmap.scoring;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Objects;

/**
 * The arithmetic mean, rounded once. Summing doubles could put the mean of equal values above each of them, and a need
 * that is exactly average would count as low.
 */
public final class ExactMean {

    private ExactMean() {}

    /** The mean of the values that are not null; null if there is none. */
    public static Double of(List<Double> values) {
        List<BigDecimal> known =
                values.stream().filter(Objects::nonNull).map(BigDecimal::new).toList();
        if (known.isEmpty()) {
            return null;
        }
        return known.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(known.size()), MathContext.DECIMAL128)
                .doubleValue();
    }
}
