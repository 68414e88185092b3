package dev.waymark.journey.route;

import dev.waymark.content.Reference;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How customers go on from a step: what the probabilities of a step's transitions miss to 1 leaves the journey.
 *
 * @param to may be the very step again
 * @param probability 0–1
 */
@Schema(
        description = "How customers go on from a step. The probabilities from one step sum up to at most 1; what is"
                + " missing leaves the journey")
public record Transition(
        UUID id,
        String key,

        @NotNull @Schema(description = "The step they come from", examples = "key:choose-seat")
        Reference from,

        @NotNull @Schema(description = "The step they go to; may be the same one", examples = "key:pay")
        Reference to,

        @NotNull @DecimalMin("0") @DecimalMax("1") @Schema(description = "0–1", examples = "0.8")
        Double probability,

        @Schema(description = "How long it takes on average, from step to step")
        TimeSpan meanDuration,

        @Schema(description = "How long it takes at most for half of them")
        TimeSpan medianDuration) {}
