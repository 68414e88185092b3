package dev.waymark.journey.people;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody who helped to draw a map. */
@Schema(description = "Somebody who helped to draw the map")
public record Contributor(
        UUID id,
        String key,
        @NotBlank @Size(max = 200) @Schema(examples = "Ben") String name,

        @Schema(examples = "SALES") Function function) {}
