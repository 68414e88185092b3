package dev.waymark.gapmap.gapmap;

import dev.waymark.content.Reference;
import dev.waymark.document.Status;
import dev.waymark.gapmap.scoring.Verdict;
import java.time.Instant;
import java.util.List;
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
        @Schema(required = true) Reference personaId,

        @Schema(description = "As far as it has been heard of")
        String personaName,

        Reference journeyId,
        @Schema(required = true) Reference ownProviderId,
        @Schema(required = true) List<Reference> competitorIds,

        @Schema(required = true, description = "How many are stored, of whichever provider")
        long responses,

        @Schema(required = true, description = "Needs that a competitor serves significantly better")
        long openGaps,

        String owner,
        @Schema(required = true) List<String> tags,
        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant updatedAt) {

    static GapMapSummary of(GapMap map) {
        var said = map.content();
        return new GapMapSummary(
                map.id(),
                map.externalKey(),
                map.version(),
                map.status(),
                said.name(),
                said.personaId(),
                map.context().persona().name(),
                said.journeyId(),
                said.ownProviderId(),
                said.competitorIds(),
                map.responses(),
                map.gaps().stream().filter(gap -> gap.verdict() == Verdict.GAP).count(),
                said.owner(),
                said.tags(),
                map.createdAt(),
                map.updatedAt());
    }
}
