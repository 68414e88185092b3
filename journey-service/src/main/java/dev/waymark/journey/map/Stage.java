package dev.waymark.journey.map;

import dev.waymark.document.Element;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;

/**
 * A part of a journey.
 *
 * @param phase null only in what was never published
 * @param importance 0–1; null if not known
 */
@Schema(description = "A part of a journey")
public record Stage(
        @Schema(description = "Given by the server, unless you bring one of your own; never changes")
        UUID id,

        @Schema(description = "The caller's own name for it, unique in the journey") @Size(min = 1, max = 200)
        String key,

        @NotBlank @Size(max = 200) @Schema(examples = "Booking")
        String name,

        @Schema(description = "Publishing wants it") Phase phase,

        @DecimalMin("0") @DecimalMax("1") @Schema(description = "0–1; absent if not known")
        Double importance,

        @Size(max = 4000) String description,

        @Size(max = 200)
        @UniqueElements
        @Schema(description = "The persona's needs that matter in it", uniqueItems = true)
        List<@NotNull UUID> needIds,

        @Size(max = 100) List<@NotNull @Valid Step> steps)
        implements Element<Stage> {

    public Stage {
        needIds = needIds == null ? List.of() : needIds;
        steps = steps == null ? List.of() : steps;
    }

    @Override
    public Stage withId(UUID id) {
        return new Stage(id, key, name, phase, importance, description, needIds, steps);
    }

    public Stage withSteps(List<Step> steps) {
        return new Stage(id, key, name, phase, importance, description, needIds, steps);
    }

    /** The needs that matter in the stage itself or in one of its steps. */
    public Set<UUID> heldNeedIds() {
        var held = new LinkedHashSet<>(needIds);
        steps.forEach(step -> held.addAll(step.needIds()));
        return held;
    }
}
