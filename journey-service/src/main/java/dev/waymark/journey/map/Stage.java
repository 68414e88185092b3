package dev.waymark.journey.map;

import dev.waymark.content.Reference;
import dev.waymark.content.Statement;
import dev.waymark.journey.people.Owner;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Collection;
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
        UUID id,
        String key,

        @NotBlank @Size(max = 200) @Schema(examples = "Booking")
        String name,

        @Schema(description = "Publishing wants it", examples = "PURCHASE")
        Phase phase,

        @DecimalMin("0")
        @DecimalMax("1")
        @Schema(
                description = "0–1; absent if not known. What counts is its part of the sum over the map:"
                        + " context.stages[].weight",
                examples = "0.6")
        Double importance,

        @Size(max = 4000) String description,

        @Schema(description = "The stage of the funnel that it belongs to", examples = "key:lead")
        Reference funnelStage,

        @Valid Owner owner,

        @Size(max = 200)
        @UniqueElements
        @Schema(description = "The persona's needs that matter in it", uniqueItems = true)
        List<@NotNull Reference> needIds,

        @Size(max = 100) List<@NotNull @Valid Statement> goals,
        @Size(max = 100) List<@NotNull @Valid Statement> behaviours,
        @Size(max = 100) List<@NotNull @Valid Step> steps) {

    public Stage {
        needIds = needIds == null ? List.of() : needIds;
        goals = goals == null ? List.of() : goals;
        behaviours = behaviours == null ? List.of() : behaviours;
        steps = steps == null ? List.of() : steps;
    }

    /** The needs that matter in the stage itself or in one of its steps. */
    public Set<UUID> heldNeedIds() {
        var held = new LinkedHashSet<UUID>();
        add(held, needIds);
        steps.forEach(step -> add(held, step.needIds()));
        return held;
    }

    /** The same, and those that content delivered in the stage serves. */
    public Set<UUID> mentionedNeedIds() {
        var mentioned = new LinkedHashSet<>(heldNeedIds());
        steps.stream()
                .flatMap(step -> step.touchpoints().stream())
                .flatMap(touchpoint -> touchpoint.content().stream())
                .forEach(piece -> add(mentioned, piece.needIds()));
        return mentioned;
    }

    private static void add(Collection<UUID> ids, List<Reference> needIds) {
        needIds.forEach(need -> ids.add(need.id()));
    }
}
