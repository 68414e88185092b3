package dev.waymark.persona.persona;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something a persona wants done or wants to feel.
 *
 * @param importance 0–10; null if not known
 */
@Schema(description = "Something a persona wants done or wants to feel")
public record Need(
        UUID id,
        String key,
        @NotBlank @Size(max = 1000) String statement,
        @NotNull NeedKind kind,

        @Schema(description = "0–10; absent if not known") @DecimalMin("0") @DecimalMax("10")
        Double importance) {}
