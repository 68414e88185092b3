package dev.waymark.gapmap.gapmap;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What respondents conclude (an overall rating, a recommendation), from min to max; derived importance rests on it. */
@Schema(description = "What respondents conclude: an overall rating or a recommendation")
public record Outcome(
        @NotBlank @Size(max = 200) String name,
        @NotNull BigDecimal min,
        @NotNull BigDecimal max) {

    /** @throws IllegalArgumentException if min is not below max */
    public Outcome {
        if (min != null && max != null && min.compareTo(max) >= 0) {
            throw new IllegalArgumentException("min must be below max");
        }
    }

    public boolean allows(BigDecimal value) {
        return value.compareTo(min) >= 0 && value.compareTo(max) <= 0;
    }
}
