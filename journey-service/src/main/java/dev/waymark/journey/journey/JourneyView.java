package dev.waymark.journey.journey;

import dev.waymark.document.Status;
import dev.waymark.journey.map.Stage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A journey map as the API and its events give it; events leave out the context. */
@Schema(name = "Journey", description = "One persona's way through one scenario")
public record JourneyView(
        @Schema(required = true) UUID id,
        String externalKey,

        @Schema(required = true, description = "Rises by one with each change")
        int version,

        @Schema(required = true) Status status,
        @Schema(required = true) UUID personaId,
        @Schema(required = true) String name,
        String scenario,
        @Schema(required = true) List<Stage> stages,
        JourneyContext context,
        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant updatedAt) {

    static JourneyView of(Journey journey) {
        return of(journey, journey.context());
    }

    static JourneyView withoutContext(Journey journey) {
        return of(journey, null);
    }

    private static JourneyView of(Journey journey, JourneyContext context) {
        return new JourneyView(
                journey.id(),
                journey.externalKey(),
                journey.version(),
                journey.status(),
                journey.personaId(),
                journey.content().name(),
                journey.content().scenario(),
                journey.content().stages(),
                context,
                journey.createdAt(),
                journey.updatedAt());
    }
}
