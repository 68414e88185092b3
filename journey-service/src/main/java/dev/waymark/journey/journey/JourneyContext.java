package dev.waymark.journey.journey;

import dev.waymark.inbound.Known;
import dev.waymark.journey.map.Stage;
import dev.waymark.journey.neighbour.KnownAbout;
import dev.waymark.journey.neighbour.KnownGapMap;
import dev.waymark.journey.neighbour.KnownPersona;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the neighbours know of a journey: its persona with the needs, and the value gaps of each stage. */
@Schema(description = "What the other services know of the journey; read-only")
public record JourneyContext(
        @Schema(required = true) Persona persona,
        @Schema(required = true) List<Need> needs,
        @Schema(required = true) List<StageContext> stages) {

    static JourneyContext of(List<Stage> stages, KnownAbout known) {
        return new JourneyContext(Persona.of(known), needs(stages, known), stages(stages, known));
    }

    private static List<Need> needs(List<Stage> stages, KnownAbout known) {
        var rated = known.gapMaps().stream()
                .flatMap(map -> map.data().gaps().stream())
                .filter(KnownGapMap.ValueGap::rated)
                .map(KnownGapMap.ValueGap::needId)
                .collect(Collectors.toSet());
        return known.needs().orElse(List.of()).stream()
                .map(need -> new Need(
                        need.id(),
                        need.key(),
                        need.statement(),
                        need.kind(),
                        need.importance(),
                        rated.contains(need.id()),
                        holding(need.id(), stages)))
                .toList();
    }

    private static List<UUID> holding(UUID needId, List<Stage> stages) {
        return stages.stream()
                .filter(stage -> stage.heldNeedIds().contains(needId))
                .map(Stage::id)
                .toList();
    }

    private static List<StageContext> stages(List<Stage> stages, KnownAbout known) {
        var sum = stages.stream().mapToDouble(JourneyContext::importance).sum();
        return stages.stream()
                .map(stage -> new StageContext(
                        stage.id(),
                        sum > 0 ? importance(stage) / sum : 1.0 / stages.size(),
                        unknown(stage.mentionedNeedIds(), known),
                        valueGaps(stage.heldNeedIds(), known)))
                .toList();
    }

    private static double importance(Stage stage) {
        return stage.importance() == null ? 0 : stage.importance();
    }

    private static List<UUID> unknown(Set<UUID> mentioned, KnownAbout known) {
        if (known.needs().isEmpty()) {
            return List.of();
        }
        var needs =
                known.needs().get().stream().map(KnownPersona.Need::id).collect(Collectors.toCollection(HashSet::new));
        return mentioned.stream().filter(id -> !needs.contains(id)).toList();
    }

    private static List<ValueGap> valueGaps(Set<UUID> held, KnownAbout known) {
        return known.gapMaps().stream()
                .flatMap(JourneyContext::valueGaps)
                .filter(gap -> held.contains(gap.needId()))
                .toList();
    }

    private static Stream<ValueGap> valueGaps(Known<KnownGapMap> map) {
        return map.data().gaps().stream()
                .filter(KnownGapMap.ValueGap::open)
                .map(gap -> new ValueGap(
                        gap.needId(),
                        map.id(),
                        map.data().name(),
                        gap.gap(),
                        gap.bestCompetitorId(),
                        gap.bestCompetitorName()));
    }

    /**
     * The persona whose journey it is.
     *
     * @param version the persona's, as last heard; null as the name
     * @param name null if nothing was heard of it yet, or it has been deleted
     * @param status the persona's own, or UNRESOLVED or DELETED
     */
    @Schema(name = "JourneyPersona")
    public record Persona(
            @Schema(required = true) UUID id,

            @Schema(description = "The version last heard of")
            Integer version,

            String name,

            @Schema(
                    required = true,
                    description = "UNRESOLVED until the persona is heard of",
                    enumeration = {"UNRESOLVED", "DRAFT", "PUBLISHED", "ARCHIVED", "DELETED"})
            String status) {

        static Persona of(KnownAbout known) {
            if (known.persona().isEmpty()) {
                return new Persona(known.personaId(), null, null, "UNRESOLVED");
            }
            if (known.deleted()) {
                return new Persona(known.personaId(), null, null, "DELETED");
            }
            var persona = known.persona().get();
            return new Persona(
                    known.personaId(),
                    persona.version(),
                    persona.data().name(),
                    persona.data().status());
        }
    }

    /**
     * A need of the persona.
     *
     * @param rated whether some value gap map has ratings of it
     * @param stageIds the stages that hold it, themselves or in one of their steps
     */
    @Schema(name = "JourneyNeed")
    public record Need(
            @Schema(required = true) UUID id,
            String key,
            @Schema(required = true) String statement,
            @Schema(required = true) String kind,

            @Schema(description = "0 to 10, as the persona has it")
            Double importance,

            @Schema(required = true, description = "Whether some value gap map has ratings of it")
            boolean rated,

            @Schema(required = true, description = "The stages that hold it, themselves or in one of their steps")
            List<UUID> stageIds) {}

    /**
     * What is known of one stage.
     *
     * @param weight its part of the importance of all stages; the stages weigh the same if none has an importance
     * @param unknownNeedIds needs that the stage, a step or content refers to and the persona does not have, or not yet
     * @param valueGaps one entry per need of the stage and gap map with the verdict GAP
     */
    public record StageContext(
            @Schema(required = true) UUID stageId,

            @Schema(
                    required = true,
                    description = "Its part of the importance of all stages, which together make 1. A stage without"
                            + " importance weighs nothing, unless none has any: then all weigh the same")
            Double weight,

            @Schema(required = true) List<UUID> unknownNeedIds,
            @Schema(required = true) List<ValueGap> valueGaps) {}

    /**
     * A need of the stage that a competitor serves significantly better.
     *
     * @param gap own mean − best competitor's mean, in points of the map's scale; negative
     */
    @Schema(name = "StageValueGap")
    public record ValueGap(
            @Schema(required = true) UUID needId,
            @Schema(required = true) UUID gapMapId,
            @Schema(required = true) String gapMapName,

            @Schema(
                    required = true,
                    description = "Own mean less the best competitor's, in points of the map's scale; negative")
            Double gap,

            UUID bestCompetitorId,
            String bestCompetitorName) {}
}
