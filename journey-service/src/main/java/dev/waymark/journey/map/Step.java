package dev.waymark.journey.map;

import dev.waymark.document.Element;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;

/**
 * One thing the customer does in a stage.
 *
 * @param emotion from −2 (bad) to +2 (good); null if not known
 */
@Schema(description = "One thing the customer does in a stage")
public record Step(
        @Schema(description = "Given by the server, unless you bring one of your own; never changes")
        UUID id,

        @Schema(description = "The caller's own name for it, unique in the journey") @Size(min = 1, max = 200)
        String key,

        @NotBlank @Size(max = 200) @Schema(examples = "Choose a seat")
        String name,

        @Size(max = 1000) @Schema(description = "What the customer wants to achieve with it")
        String intent,

        @Size(max = 200)
        @UniqueElements
        @Schema(description = "The persona's needs that matter in it", uniqueItems = true)
        List<@NotNull UUID> needIds,

        @Min(-2) @Max(2) @Schema(description = "From −2 (bad) to +2 (good); absent if not known")
        Integer emotion,

        @Size(max = 50) List<@NotNull @Valid Touchpoint> touchpoints)
        implements Element<Step> {

    public Step {
        needIds = needIds == null ? List.of() : needIds;
        touchpoints = touchpoints == null ? List.of() : touchpoints;
    }

    @Override
    public Step withId(UUID id) {
        return new Step(id, key, name, intent, needIds, emotion, touchpoints);
    }

    public Step withTouchpoints(List<Touchpoint> touchpoints) {
        return new Step(id, key, name, intent, needIds, emotion, touchpoints);
    }
}
