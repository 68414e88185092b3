package dev.waymark.journey.map;

import dev.waymark.journey.people.Owner;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A stage of the company's own funnel of marketing and sales: the internal view. */
@Schema(description = "A stage of the company's own funnel of marketing and sales: the internal view")
public record FunnelStage(
        UUID id,
        String key,

        @NotBlank @Size(max = 200) @Schema(examples = "Qualified lead")
        String name,

        @Size(max = 4000) String description,
        @Valid Owner owner) {}
