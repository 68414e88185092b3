package dev.waymark.journey.route;

import dev.waymark.content.Reference;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where customers first meet us.
 *
 * @param share of all customers of the journey, 0–1
 */
@Schema(description = "Where customers first meet us. The shares sum up to at most 1")
public record EntryPoint(
        UUID id,
        String key,

        @NotNull @Schema(description = "The step", examples = "key:search")
        Reference stepId,

        @NotNull @DecimalMin("0") @DecimalMax("1") @Schema(description = "Of all customers, 0–1", examples = "0.7")
        Double share) {}
