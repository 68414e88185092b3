package dev.waymark.gapmap.scoring;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.function.Predicate;

/**
 * How often each outcome (an overall rating, a recommendation) was given to one provider.
 *
 * @param counts by value; none negative
 */
public record OutcomeCounts(Map<BigDecimal, Long> counts) {

    public static final OutcomeCounts NONE = new OutcomeCounts(Map.of());

    /** @throws IllegalArgumentException if a count is negative */
    public OutcomeCounts {
        counts = Map.copyOf(counts);
        if (counts.values().stream().anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("a count must not be negative");
        }
    }

    public long n() {
        return number(value -> true);
    }

    /** How many outcomes are so. */
    public long number(Predicate<BigDecimal> such) {
        return counts.entrySet().stream()
                .filter(cell -> such.test(cell.getKey()))
                .mapToLong(Map.Entry::getValue)
                .reduce(0, Math::addExact);
    }

    /** In units of the outcome; null without outcomes. */
    public Double mean() {
        return n() == 0
                ? null
                : (Double) power(1).divide(BigDecimal.valueOf(n()), MathContext.DECIMAL128)
                        .doubleValue();
    }

    /** Sample standard deviation (n − 1), in units of the outcome; null for fewer than two outcomes. */
    public Double sd() {
        if (n() < 2) {
            return null;
        }
        BigDecimal size = BigDecimal.valueOf(n());
        BigDecimal squares = size.multiply(power(2)).subtract(power(1).pow(2));
        return Math.sqrt(squares.divide(size.multiply(size.subtract(BigDecimal.ONE)), MathContext.DECIMAL128)
                .doubleValue());
    }

    private BigDecimal power(int exponent) {
        return counts.entrySet().stream()
                .map(cell -> cell.getKey().pow(exponent).multiply(BigDecimal.valueOf(cell.getValue())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
