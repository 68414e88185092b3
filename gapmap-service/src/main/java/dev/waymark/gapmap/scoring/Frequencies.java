package dev.waymark.gapmap.scoring;

import static java.math.BigInteger.ONE;
import static java.math.BigInteger.ZERO;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;

/**
 * How often each point of a scale was given to one provider on one need, and the figures that follow from it.
 *
 * <p>Moments are computed on the indexes in whole numbers and scaled at the end, so they are exact up to one rounding
 * however many ratings there are. Not a record, because its counts are an array.
 */
public final class Frequencies {

    private final Scale scale;
    private final long[] counts;
    private final long n;

    private Frequencies(Scale scale, long[] counts) {
        this.scale = scale;
        this.counts = counts;
        this.n = Arrays.stream(counts).reduce(0, Math::addExact);
    }

    /**
     * Frequencies from the count of each scale index, lowest rating first.
     *
     * @throws IllegalArgumentException if there is not one count per scale point, or a count is negative
     * @throws ArithmeticException if the counts add up to more than a long holds
     */
    public static Frequencies of(Scale scale, long... counts) {
        if (counts.length != scale.size()) {
            throw new IllegalArgumentException(counts.length + " counts for a scale of " + scale.size() + " points");
        }
        if (Arrays.stream(counts).anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("a count must not be negative");
        }
        return new Frequencies(scale, counts.clone());
    }

    /** No ratings at all. */
    public static Frequencies none(Scale scale) {
        return new Frequencies(scale, new long[scale.size()]);
    }

    /** These ratings and others on the same scale. */
    public Frequencies plus(Frequencies others) {
        long[] sums = new long[counts.length];
        Arrays.setAll(sums, index -> Math.addExact(counts[index], others.counts[index]));
        return new Frequencies(scale, sums);
    }

    /** The scale that the counts refer to. */
    public Scale scale() {
        return scale;
    }

    /** The number of ratings. */
    public long n() {
        return n;
    }

    /** The mean in scale units; null without ratings. */
    public Double mean() {
        if (n == 0) {
            return null;
        }
        BigDecimal total = new BigDecimal(indexSum(1)).multiply(scale.step());
        BigDecimal offset = scale.min().multiply(BigDecimal.valueOf(n));
        return total.add(offset)
                .divide(BigDecimal.valueOf(n), MathContext.DECIMAL128)
                .doubleValue();
    }

    /** The sample standard deviation (n − 1) in scale units; null for fewer than two ratings. */
    public Double sd() {
        if (n < 2) {
            return null;
        }
        BigInteger size = BigInteger.valueOf(n);
        BigInteger first = indexSum(1);
        BigDecimal squares = new BigDecimal(size.multiply(indexSum(2)).subtract(first.multiply(first)));
        BigDecimal variance = squares.multiply(scale.step().pow(2))
                .divide(new BigDecimal(size.multiply(size.subtract(ONE))), MathContext.DECIMAL128);
        return Math.sqrt(variance.doubleValue());
    }

    /** The number of ratings on one of the two highest scale points. */
    public long topTwo() {
        return counts[counts.length - 1] + counts[counts.length - 2];
    }

    /**
     * All figures of these ratings.
     *
     * @param confidence of the intervals, between 0 and 1, exclusive
     */
    public Cell cell(double confidence) {
        Double mean = mean();
        Double sd = sd();
        TopBox topBox = n == 0 ? null : TopBox.of(topTwo(), n, confidence);
        if (sd == null) {
            return new Cell(n, mean, null, null, null, topBox);
        }
        double standardError = sd / Math.sqrt(n);
        return new Cell(n, mean, sd, standardError, Interval.student(mean, standardError, n - 1, confidence), topBox);
    }

    private BigInteger indexSum(int power) {
        BigInteger sum = ZERO;
        for (int index = 1; index < counts.length; index++) {
            sum = sum.add(BigInteger.valueOf(index).pow(power).multiply(BigInteger.valueOf(counts[index])));
        }
        return sum;
    }
}
