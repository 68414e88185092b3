package dev.waymark.gapmap.gapmap;

import dev.waymark.document.Status;
import dev.waymark.gapmap.scoring.Scale;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A gap map as the API and its events give it; events leave out the context. */
@Schema(name = "GapMap", description = "How the own company and its competitors deliver on each need of a persona")
public record GapMapView(
        @Schema(required = true) UUID id,
        String externalKey,

        @Schema(required = true, description = "Rises by one with each change")
        int version,

        @Schema(required = true) Status status,
        @Schema(required = true) String name,
        @Schema(required = true) UUID personaId,
        @Schema(required = true) UUID ownProviderId,
        @Schema(required = true) List<UUID> competitorIds,
        @Schema(required = true) Scale scale,
        @Schema(required = true) Settings settings,

        @Schema(required = true, description = "Stored, of whichever provider")
        long responses,

        @Schema(required = true, description = "One entry per need as of the last import or edit")
        List<ValueGap> gaps,

        GapMapContext context,
        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant updatedAt) {

    static GapMapView of(GapMap map) {
        return of(map, map.context());
    }

    static GapMapView withoutContext(GapMap map) {
        return of(map, null);
    }

    private static GapMapView of(GapMap map, GapMapContext context) {
        var said = map.said();
        return new GapMapView(
                map.id(),
                map.externalKey(),
                map.version(),
                map.status(),
                said.name(),
                map.personaId(),
                said.ownProviderId(),
                said.competitorIds(),
                said.scale(),
                said.settings(),
                map.responses(),
                map.gaps(),
                context,
                map.createdAt(),
                map.updatedAt());
    }
}
