package dev.waymark.gapmap.gapmap;

import dev.waymark.document.Status;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A gap map as lists give it. */
@Schema(description = "A gap map in a list")
public record GapMapSummary(
        @Schema(required = true) UUID id,
        String externalKey,
        @Schema(required = true) int version,
        @Schema(required = true) Status status,
        @Schema(required = true) String name,
        @Schema(required = true) UUID personaId,
        @Schema(required = true) long responses,
        @Schema(required = true) Instant updatedAt) {

    static GapMapSummary of(GapMap map) {
        return new GapMapSummary(
                map.id(),
                map.externalKey(),
                map.version(),
                map.status(),
                map.said().name(),
                map.personaId(),
                map.responses(),
                map.updatedAt());
    }
}
