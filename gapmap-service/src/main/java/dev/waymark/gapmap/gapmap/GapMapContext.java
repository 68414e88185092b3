package dev.waymark.gapmap.gapmap;

import dev.waymark.gapmap.neighbour.KnownJourney;
import dev.waymark.gapmap.neighbour.KnownPersona;
import dev.waymark.inbound.Known;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the neighbours know: the persona with its needs, the journey, and the stages of journeys that hold the needs.
 *
 * @param journey null if the map names none
 * @param needs in the persona's order; empty while the persona is not known, or deleted
 */
@Schema(description = "What the other services know; read-only")
public record GapMapContext(
        @Schema(required = true) Persona persona,

        @Schema(description = "Absent if the map names none")
        Journey journey,

        @Schema(
                required = true,
                description = "In the persona's order; empty while the persona is not known, or deleted")
        List<Need> needs) {

    private static final String UNRESOLVED = "UNRESOLVED";
    private static final String DELETED = "DELETED";

    /** Whose needs are rated; status UNRESOLVED until it has been heard of, DELETED after its deletion. */
    @Schema(name = "GapMapPersona")
    public record Persona(
            @Schema(required = true) UUID id,

            @Schema(description = "Absent while the persona is not known, or deleted")
            String name,

            @Schema(
                    required = true,
                    description = "Its own; UNRESOLVED until it has been heard of, DELETED after its deletion")
            String status) {}

    /** The journey that the map belongs to; UNRESOLVED until it has been heard of as one of the map's persona. */
    @Schema(name = "GapMapJourney")
    public record Journey(
            @Schema(required = true) UUID id,

            @Schema(description = "Absent while the journey is not known, or deleted")
            String name,

            @Schema(
                    required = true,
                    description =
                            "Its own; UNRESOLVED until it has been heard of as one of the map's persona, DELETED after its deletion")
            String status) {}

    /** A need of the persona; {@code rated} tells whether a provider that is compared was rated on it. */
    @Schema(name = "GapMapNeed")
    public record Need(
            @Schema(required = true) UUID id,
            String key,
            @Schema(required = true) String statement,
            @Schema(required = true) String kind,

            @Schema(description = "0 to 10, as the persona has it")
            Double importance,

            @Schema(required = true, description = "Whether a provider that is compared was rated on it")
            boolean rated,

            @Schema(required = true, description = "Stages of journeys that hold it")
            List<Stage> stages) {}

    /** A stage of a journey that holds the need. */
    @Schema(name = "GapMapStage")
    public record Stage(
            @Schema(required = true) UUID journeyId,
            @Schema(required = true) String journeyName,
            @Schema(required = true) UUID stageId,
            @Schema(required = true) String stageName,
            String phase) {}

    static GapMapContext of(
            GapMap map,
            Optional<Known<KnownPersona>> persona,
            Optional<Known<KnownJourney>> journey,
            List<Known<KnownJourney>> journeys) {
        var belongsTo = map.content().journeyId() == null
                ? null
                : journey(map.content().journeyId().id(), map.personaId(), journey);
        if (persona.isEmpty() || persona.get().deleted()) {
            var status = persona.isEmpty() ? UNRESOLVED : DELETED;
            return new GapMapContext(new Persona(map.personaId(), null, status), belongsTo, List.of());
        }
        var known = persona.get().data();
        var needs = known.needs().stream()
                .map(need -> new Need(
                        need.id(),
                        need.key(),
                        need.statement(),
                        need.kind(),
                        need.importance(),
                        map.gaps().stream().anyMatch(g -> g.needId().equals(need.id()) && g.responses() > 0),
                        journeys.stream().flatMap(j -> holding(j, need.id())).toList()))
                .toList();
        return new GapMapContext(new Persona(map.personaId(), known.name(), known.status()), belongsTo, needs);
    }

    /** Events about another persona's journeys do not reach the map, so it does not speak of them either. */
    private static Journey journey(UUID id, UUID personaId, Optional<Known<KnownJourney>> journey) {
        if (journey.filter(Known::deleted).isPresent()) {
            return new Journey(id, null, DELETED);
        }
        return journey.map(Known::data)
                .filter(known -> personaId.equals(known.personaId()))
                .map(known -> new Journey(id, known.name(), known.status()))
                .orElseGet(() -> new Journey(id, null, UNRESOLVED));
    }

    private static Stream<Stage> holding(Known<KnownJourney> journey, UUID needId) {
        return journey.data().stages().stream()
                .filter(stage -> stage.holds(needId))
                .map(stage -> new Stage(journey.id(), journey.data().name(), stage.id(), stage.name(), stage.phase()));
    }
}
