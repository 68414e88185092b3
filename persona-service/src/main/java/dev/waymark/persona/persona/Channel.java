package dev.waymark.persona.persona;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where a persona likes to meet the company.
 *
 * @param preference 0–10; null if not known
 */
@Schema(name = "PersonaChannel", description = "Where a persona likes to meet the company")
public record Channel(
        UUID id,
        String key,

        @NotBlank @Size(max = 200) @Schema(examples = "Mobile app")
        String channel,

        @Schema(description = "How much it is liked, 0–10; absent if not known", examples = "8")
        @DecimalMin("0")
        @DecimalMax("10")
        Double preference) {}
