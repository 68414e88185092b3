package dev.waymark.journey.journey;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.waymark.document.Status;
import dev.waymark.journey.review.Freshness;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A journey map as the API and its events give it; events leave out the context. */
@Schema(
        name = "Journey",
        requiredProperties = {"type", "reviewCadence"},
        description = "One persona's way through one scenario")
public record JourneyView(
        @Schema(required = true) UUID id,

        @Schema(required = true, description = "Rises by one with each change")
        int version,

        @Schema(required = true) Status status,
        @JsonUnwrapped JourneyDraft content,

        @Schema(
                required = true,
                readOnly = true,
                description =
                        "FRESH until reviewCadence has passed since lastReviewedAt, or else createdAt; DUE until it has"
                                + " passed twice; then STALE. As of the last change of the journey")
        Freshness freshness,

        JourneyContext context,
        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant updatedAt) {

    /** @param content the journey's, perhaps with more for whom it is shown to */
    static JourneyView of(Journey journey, JourneyDraft content, JourneyContext context) {
        return new JourneyView(
                journey.id(),
                journey.version(),
                journey.status(),
                content,
                journey.freshness(),
                context,
                journey.createdAt(),
                journey.updatedAt());
    }
}
