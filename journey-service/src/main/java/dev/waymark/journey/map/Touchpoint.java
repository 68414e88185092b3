package dev.waymark.journey.map;

import dev.waymark.content.Statement;
import dev.waymark.journey.people.Owner;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where customer and company meet in a step. */
@Schema(description = "Where customer and company meet in a step")
public record Touchpoint(
        UUID id,
        String key,

        @NotBlank @Size(max = 200) @Schema(examples = "Seat map in the app")
        String name,

        @Size(max = 200) @Schema(examples = "app") String channel,

        Kind kind,
        @Valid Owner owner,

        @Schema(description = "Whether somebody else than the company runs it", defaultValue = "false")
        Boolean thirdParty,

        @Valid MomentOfTruth momentOfTruth,

        @Size(max = 100) @Schema(description = "What keeps customers from it, or stops them there")
        List<@NotNull @Valid Statement> barriers,

        @Size(max = 100) @Schema(description = "What it delivers")
        List<@NotNull @Valid ContentPiece> content) {

    public Touchpoint {
        thirdParty = thirdParty != null && thirdParty;
        barriers = barriers == null ? List.of() : barriers;
        content = content == null ? List.of() : content;
    }

    /** Whether a customer meets a screen, a human being or a thing. */
    @Schema(name = "TouchpointKind")
    public enum Kind {
        DIGITAL,
        HUMAN,
        PHYSICAL
    }
}
