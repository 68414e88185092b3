package dev.waymark.journey.map;

import dev.waymark.document.Element;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where customer and company meet in a step. */
@Schema(description = "Where customer and company meet in a step")
public record Touchpoint(
        @Schema(description = "Given by the server, unless you bring one of your own; never changes")
        UUID id,

        @Schema(description = "The caller's own name for it, unique in the journey") @Size(min = 1, max = 200)
        String key,

        @NotBlank @Size(max = 200) @Schema(examples = "Seat map in the app")
        String name,

        @Size(max = 200) @Schema(examples = "app") String channel,

        TouchpointKind kind,

        @Schema(description = "Whether somebody else than the company runs it; false if not said")
        Boolean thirdParty)
        implements Element<Touchpoint> {

    public Touchpoint {
        thirdParty = thirdParty != null && thirdParty;
    }

    @Override
    public Touchpoint withId(UUID id) {
        return new Touchpoint(id, key, name, channel, kind, thirdParty);
    }
}
