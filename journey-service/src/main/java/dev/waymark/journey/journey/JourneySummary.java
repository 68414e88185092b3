package dev.waymark.journey.journey;

import dev.waymark.document.Status;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A journey map as lists give it. */
@Schema(description = "A journey map in a list")
public record JourneySummary(
        @Schema(required = true) UUID id,
        String externalKey,
        @Schema(required = true) int version,
        @Schema(required = true) Status status,
        @Schema(required = true) UUID personaId,
        @Schema(required = true) String name,
        String scenario,
        @Schema(required = true) Instant updatedAt) {

    static JourneySummary of(Journey journey) {
        return new JourneySummary(
                journey.id(),
                journey.externalKey(),
                journey.version(),
                journey.status(),
                journey.personaId(),
                journey.content().name(),
                journey.content().scenario(),
                journey.updatedAt());
    }
}
