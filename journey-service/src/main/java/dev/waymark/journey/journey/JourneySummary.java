package dev.waymark.journey.journey;

import dev.waymark.document.Status;
import dev.waymark.journey.map.JourneyType;
import dev.waymark.journey.review.Freshness;
import java.time.Instant;
import java.util.List;
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

        @Schema(description = "Absent until the persona is heard of, and once it is deleted")
        String personaName,

        @Schema(required = true) JourneyType type,

        @Schema(description = "The journey of the other type that this one names")
        UUID pairedJourneyId,

        @Schema(required = true) String name,
        String scenario,

        @Schema(required = true, description = "How many stages it has")
        int stageCount,

        @Schema(required = true, description = "As of the last change of the journey")
        Freshness freshness,

        @Schema(required = true) List<String> tags,
        String owner,
        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant updatedAt) {

    static JourneySummary of(Journey journey) {
        var content = journey.content();
        var paired = content.pairedJourneyId();
        return new JourneySummary(
                journey.id(),
                journey.externalKey(),
                journey.version(),
                journey.status(),
                journey.personaId(),
                journey.context().persona().name(),
                content.type(),
                paired == null ? null : paired.id(),
                content.name(),
                content.scenario(),
                content.stages().size(),
                journey.freshness(),
                content.tags(),
                content.owner(),
                journey.createdAt(),
                journey.updatedAt());
    }
}
