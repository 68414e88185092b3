package dev.waymark.persona.segment;

import dev.waymark.document.Status;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A segment as lists give it. */
@Schema(description = "A segment in a list")
public record SegmentSummary(
        @Schema(required = true) UUID id,
        String externalKey,
        @Schema(required = true) int version,
        @Schema(required = true) Status status,
        @Schema(required = true) String name,

        @Schema(required = true, description = "How many criteria it has")
        int criterionCount,

        Long size,
        Double valueShare,
        Double expectedGrowth,
        @Schema(required = true) List<String> tags,
        String owner,
        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant updatedAt) {

    static SegmentSummary of(Segment segment) {
        var content = segment.content();
        return new SegmentSummary(
                segment.id(),
                content.externalKey(),
                segment.version(),
                segment.status(),
                content.name(),
                content.criteria().size(),
                content.size(),
                content.valueShare(),
                content.expectedGrowth(),
                content.tags(),
                content.owner(),
                segment.createdAt(),
                segment.updatedAt());
    }
}
