package dev.waymark.gapmap.gapmap;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What respondents conclude (an overall rating, a recommendation), from min to max; derived importance rests on it.
 *
 * <p>Equal ranges are equal however they were written: {@code 1.0} is {@code 1}.
 */
@Schema(description = "What respondents conclude: an overall rating or a recommendation")
public record Outcome(
        @NotBlank @Size(max = 200) @Schema(examples = "recommended")
        String name,

        @NotNull @Schema(description = "The least it can be; at most nine digits before and six after the point")
        BigDecimal min,

        @NotNull @Schema(description = "The most it can be, above min")
        BigDecimal max) {

    private static final int MOST_DECIMALS = 6;
    private static final int MOST_DIGITS_BEFORE_THE_POINT = 9;

    /** @throws IllegalArgumentException if min is not below max, or one of them has too many digits */
    public Outcome {
        min = plain("min", min);
        max = plain("max", max);
        if (min != null && max != null && min.compareTo(max) >= 0) {
            throw new IllegalArgumentException("min must be below max");
        }
    }

    /** Whether it is between min and max and has at most six decimals, so that all sums stay short. */
    public boolean allows(BigDecimal value) {
        return value.compareTo(min) >= 0
                && value.compareTo(max) <= 0
                && value.stripTrailingZeros().scale() <= MOST_DECIMALS;
    }

    /** So much below max if that is above min, else max itself: of yes and no, only yes is good. */
    BigDecimal below(int steps) {
        var lower = max.subtract(BigDecimal.valueOf(steps));
        return lower.compareTo(min) > 0 ? lower : max;
    }

    boolean sameRange(Outcome other) {
        return other != null && min.equals(other.min) && max.equals(other.max);
    }

    private static BigDecimal plain(String name, BigDecimal value) {
        if (value == null) {
            return null; // told by validation
        }
        var shortest = value.stripTrailingZeros();
        if (shortest.scale() > MOST_DECIMALS
                || (long) shortest.precision() - shortest.scale() > MOST_DIGITS_BEFORE_THE_POINT) {
            throw new IllegalArgumentException(name + " must have at most nine digits before and six after the point");
        }
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }
}
