package dev.waymark.gapmap.gapmap;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.waymark.document.Status;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A gap map as the API and its events give it; events leave out the context. */
@Schema(
        name = "GapMap",
        requiredProperties = {"scale", "settings"},
        description = "How the own company and its competitors deliver on each need of a persona")
public record GapMapView(
        UUID id,

        @Schema(description = "Rises by one with each change")
        int version,

        Status status,
        @JsonUnwrapped GapMapDraft content,

        @Schema(required = true, description = "How many are stored, of whichever provider")
        long responses,

        @Schema(description = "One entry per need, as of the last import or edit")
        List<ValueGap> gaps,

        GapMapContext context,
        Instant createdAt,
        Instant updatedAt) {

    /** @param content of the map, perhaps with the places of its evidence */
    static GapMapView of(GapMap map, GapMapDraft content, GapMapContext context) {
        return new GapMapView(
                map.id(),
                map.version(),
                map.status(),
                content,
                map.responses(),
                map.gaps(),
                context,
                map.createdAt(),
                map.updatedAt());
    }
}
