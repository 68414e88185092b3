package dev.waymark.gapmap.neighbour;

import dev.waymark.inbound.Neighbour;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** What this service reads of a journey map: its stages and the needs they hold. */
@Neighbour.Kind("journey")
public record KnownJourney(UUID personaId, String externalKey, String name, String status, List<Stage> stages)
        implements Neighbour {

    public KnownJourney {
        stages = stages == null ? List.of() : stages;
    }

    /** A stage; it holds its own needs and those of its steps. */
    public record Stage(UUID id, String key, String name, String phase, List<UUID> needIds, List<Step> steps) {

        /** Those of its steps, in their order. */
        public Stream<Touchpoint> touchpoints() {
            return steps == null
                    ? Stream.empty()
                    : steps.stream()
                            .map(Step::touchpoints)
                            .filter(Objects::nonNull)
                            .flatMap(List::stream);
        }

        public boolean holds(UUID needId) {
            return Stream.concat(
                            Stream.of(needIds),
                            steps == null ? Stream.empty() : steps.stream().map(Step::needIds))
                    .anyMatch(ids -> ids != null && ids.contains(needId));
        }
    }

    /** A step of a stage. */
    public record Step(List<UUID> needIds, List<Touchpoint> touchpoints) {}

    /** Where customer and company meet in a step. */
    public record Touchpoint(UUID id, String key, String name) {}
}
