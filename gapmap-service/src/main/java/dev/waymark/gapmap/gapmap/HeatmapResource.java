package dev.waymark.gapmap.gapmap;

import dev.waymark.document.Answers;
import dev.waymark.gapmap.scores.Months;
import dev.waymark.gapmap.scores.Place;
import dev.waymark.gapmap.scores.ScoreBook;
import dev.waymark.gapmap.scores.Slice;
import dev.waymark.workspace.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Heat maps of gap maps over HTTP. */
@Path("/v1/gap-maps/{id}/heatmap")
@Tag(name = "Scores")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class HeatmapResource {

    private final MapScores scores;

    HeatmapResource(MapScores scores) {
        this.scores = scores;
    }

    @GET
    @RolesAllowed(Role.VIEW)
    @Operation(
            operationId = "getHeatmap",
            summary = "Score every need in every stage",
            description =
                    "Need by stage, or by touchpoint, for each with ratings: the level that is expected, own and competitors' figures,"
                            + " verdict and value gap. The p-values of all its comparisons are adjusted together. Importance is that of"
                            + " all stages in the months asked for.")
    @APIResponse(responseCode = "200", description = "OK")
    public RestResponse<HeatmapView> heatmap(
            UUID id,
            @Parameter(
                            description = "What the columns are",
                            schema = @Schema(implementation = Place.class, defaultValue = "STAGE"))
                    @QueryParam("by")
                    @DefaultValue("STAGE")
                    String by,
            @Parameter(description = "First month, YYYY-MM", example = "2026-01") @QueryParam("from") String from,
            @Parameter(description = "Last month, YYYY-MM", example = "2026-06") @QueryParam("to") String to,
            @HeaderParam("If-None-Match") String ifNoneMatch) {
        var cut = new ScoreBook.Cut(
                new Slice(id, null, null, Months.of(from, to)), SliceQuery.oneOf(Place.class, "by", by));
        var heatmap = scores.heatmap(cut, ifNoneMatch);
        return Answers.ok(heatmap.tag(), heatmap.view(), ifNoneMatch);
    }
}
