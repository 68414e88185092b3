package dev.waymark.gapmap.scoring;

import java.math.BigDecimal;

/**
 * The exact sums of two figures over the responses that have both, from which their correlation follows.
 *
 * @param n the number of responses that have both x and y
 * @param sumX Σx
 * @param sumY Σy
 * @param sumXX Σx²
 * @param sumYY Σy²
 * @param sumXY Σxy
 */
public record PairSums(long n, BigDecimal sumX, BigDecimal sumY, BigDecimal sumXX, BigDecimal sumYY, BigDecimal sumXY) {

    /** @throws IllegalArgumentException if no set of responses can have these sums */
    public PairSums {
        BigDecimal size = BigDecimal.valueOf(n);
        BigDecimal x = product(size, sumXX, sumX, sumX);
        BigDecimal y = product(size, sumYY, sumY, sumY);
        BigDecimal xy = product(size, sumXY, sumX, sumY);
        if (n < 0 || x.signum() < 0 || y.signum() < 0 || xy.pow(2).compareTo(x.multiply(y)) > 0) {
            throw new IllegalArgumentException("no responses can have these sums");
        }
    }

    /** The sums over no responses. */
    public static PairSums none() {
        return new PairSums(0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    /** Pearson's r, −1 to 1; null for fewer than two responses or where x or y does not vary. */
    public Double correlation() {
        BigDecimal size = BigDecimal.valueOf(n);
        double x = product(size, sumXX, sumX, sumX).doubleValue();
        double y = product(size, sumYY, sumY, sumY).doubleValue();
        if (n < 2 || x == 0 || y == 0) {
            return null;
        }
        double r = product(size, sumXY, sumX, sumY).doubleValue() / (Math.sqrt(x) * Math.sqrt(y));
        return Math.clamp(r, -1, 1);
    }

    private static BigDecimal product(BigDecimal n, BigDecimal both, BigDecimal one, BigDecimal other) {
        return n.multiply(both).subtract(one.multiply(other));
    }
}
