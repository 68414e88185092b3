package dev.waymark.persona.persona;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where a persona stands between two extremes.
 *
 * @param score 0–100: from {@code low} to {@code high}; null if not known
 * @param low the word for 0
 * @param high the word for 100
 */
@Schema(name = "PersonaTrait", description = "Where a persona stands between two extremes")
public record Trait(
        UUID id,
        String key,

        @NotBlank @Size(max = 200) @Schema(examples = "Appetite for risk")
        String name,

        @Schema(description = "0–100, from low to high; absent if not known", examples = "20")
        @DecimalMin("0")
        @DecimalMax("100")
        Double score,

        @Schema(description = "The word for 0", examples = "Careful") @Size(max = 100)
        String low,

        @Schema(description = "The word for 100", examples = "Daring") @Size(max = 100)
        String high) {}
