package dev.waymark.gapmap.scoring;

import static java.math.BigDecimal.TWO;

import java.math.BigDecimal;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A rating scale: the points {@code min, min + step, …, max}, exact decimals, indexed from 0.
 *
 * <p>Equal scales are equal however they were written: {@code 1.0} is {@code 1}.
 *
 * @param min the worst rating
 * @param max the best rating, above min
 * @param step the distance of neighbouring points, positive; divides max − min; gives 2 to 101 points
 */
@Schema(description = "The points a rating can have: min, min + step, … max; 2 to 101 of them")
public record Scale(
        @Schema(required = true, description = "The worst") BigDecimal min,

        @Schema(required = true, description = "The best, above min")
        BigDecimal max,

        @Schema(required = true, description = "Positive, divides max − min")
        BigDecimal step) {

    private static final int MOST_POINTS = 101;
    private static final int MOST_DECIMALS = 6;
    private static final int MOST_DIGITS_BEFORE_THE_POINT = 9;

    /** @throws IllegalArgumentException if the points do not form a scale; the message says why */
    public Scale {
        min = plain("min", min);
        max = plain("max", max);
        step = plain("step", step);
        if (min.compareTo(max) >= 0) {
            throw new IllegalArgumentException("min must be below max");
        }
        if (step.signum() <= 0) {
            throw new IllegalArgumentException("step must be positive");
        }
        BigDecimal[] steps = max.subtract(min).divideAndRemainder(step);
        if (steps[1].signum() != 0) {
            throw new IllegalArgumentException("step must divide max - min");
        }
        if (steps[0].compareTo(BigDecimal.valueOf(MOST_POINTS - 1)) > 0) {
            throw new IllegalArgumentException("a scale has at most " + MOST_POINTS + " points");
        }
    }

    /** A scale from its decimal notation, for example {@code Scale.of("1", "5", "0.5")}. */
    public static Scale of(String min, String max, String step) {
        return new Scale(new BigDecimal(min), new BigDecimal(max), new BigDecimal(step));
    }

    /** The number of points, 2 to 101. */
    public int size() {
        return width().divide(step).intValueExact() + 1;
    }

    /**
     * The rating at an index.
     *
     * @throws IndexOutOfBoundsException if the index is not in [0, size)
     */
    public BigDecimal value(int index) {
        if (index < 0 || index >= size()) {
            throw new IndexOutOfBoundsException("no point " + index + " on a scale of " + size());
        }
        return min.add(step.multiply(BigDecimal.valueOf(index)));
    }

    /** The index of a rating, 0 to size − 1; empty if the rating is no point of the scale. */
    public OptionalInt indexOf(BigDecimal value) {
        boolean outside = value.compareTo(min) < 0 || value.compareTo(max) > 0;
        // Asked before subtracting: 1E-999999999 or 0E-999999999 within the bounds would need as many digits in memory.
        BigDecimal shortest = outside ? value : value.stripTrailingZeros();
        if (outside || shortest.scale() > MOST_DECIMALS) {
            return OptionalInt.empty();
        }
        BigDecimal[] steps = shortest.subtract(min).divideAndRemainder(step);
        return steps[1].signum() == 0 ? OptionalInt.of(steps[0].intValueExact()) : OptionalInt.empty();
    }

    /** (min + max) / 2, which need not be a point of the scale. */
    public BigDecimal midpoint() {
        return min.add(max).divide(TWO);
    }

    /** max − min. */
    public BigDecimal width() {
        return max.subtract(min);
    }

    /** Where a figure in scale units lies if min is 0 and max is 10. */
    public double onTen(double figure) {
        return 10 * (figure - min.doubleValue()) / width().doubleValue();
    }

    private static BigDecimal plain(String name, BigDecimal value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " must be given");
        }
        BigDecimal shortest = value.stripTrailingZeros();
        if (shortest.scale() > MOST_DECIMALS
                || (long) shortest.precision() - shortest.scale() > MOST_DIGITS_BEFORE_THE_POINT) {
            throw new IllegalArgumentException(name + " must have at most nine digits before and six after the point");
        }
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }
}
