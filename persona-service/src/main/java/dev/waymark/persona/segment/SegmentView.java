package dev.waymark.persona.segment;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.waymark.document.Status;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A segment as the API and its events give it. */
@Schema(name = "Segment", description = "A group of customers described by criteria")
public record SegmentView(
        @Schema(required = true) UUID id,
        @Schema(required = true) int version,
        @Schema(required = true) Status status,
        @JsonUnwrapped SegmentDraft content,
        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant updatedAt) {

    static SegmentView of(Segment segment, SegmentDraft content) {
        return new SegmentView(
                segment.id(), segment.version(), segment.status(), content, segment.createdAt(), segment.updatedAt());
    }
}
