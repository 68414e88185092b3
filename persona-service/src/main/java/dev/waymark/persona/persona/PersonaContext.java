package dev.waymark.persona.persona;

import dev.waymark.inbound.Known;
import dev.waymark.persona.neighbour.KnownGapMap;
import dev.waymark.persona.neighbour.KnownJourney;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the neighbours know of a persona: which journeys there are, and where a competitor serves a need better.
 *
 * @param unmetNeeds one entry per need and gap map with the verdict GAP
 */
@Schema(description = "What the other services know of the persona; read-only")
public record PersonaContext(
        @Schema(required = true) List<Journey> journeys,
        @Schema(required = true) List<UnmetNeed> unmetNeeds) {

    static final PersonaContext EMPTY = new PersonaContext(List.of(), List.of());

    static PersonaContext of(List<Known<KnownJourney>> journeys, List<Known<KnownGapMap>> gapMaps) {
        return new PersonaContext(
                journeys.stream()
                        .map(j -> new Journey(j.id(), j.data().name(), j.data().status()))
                        .toList(),
                gapMaps.stream().flatMap(PersonaContext::unmet).toList());
    }

    private static Stream<UnmetNeed> unmet(Known<KnownGapMap> map) {
        return map.data().gaps().stream()
                .filter(KnownGapMap.ValueGap::open)
                .map(gap -> new UnmetNeed(
                        gap.needId(),
                        map.id(),
                        map.data().name(),
                        gap.bestCompetitorId(),
                        gap.bestCompetitorName(),
                        gap.gap()));
    }

    /** A journey map of this persona. */
    @Schema(name = "PersonaJourney")
    public record Journey(
            @Schema(required = true) UUID id,
            @Schema(required = true) String name,
            @Schema(required = true) String status) {}

    /**
     * A need that a competitor serves significantly better.
     *
     * @param gap own mean − best competitor's mean, in points of the map's scale; negative
     */
    @Schema(name = "UnmetNeed")
    public record UnmetNeed(
            @Schema(required = true) UUID needId,
            @Schema(required = true) UUID gapMapId,
            @Schema(required = true) String gapMapName,
            @Schema(required = true) UUID bestCompetitorId,
            String bestCompetitorName,

            @Schema(
                    required = true,
                    description = "Own mean less the best competitor's, in points of the map's scale; negative")
            Double gap) {}
}
