package dev.waymark.gapmap.gapmap;

import dev.waymark.document.Answers;
import dev.waymark.gapmap.scores.Months;
import dev.waymark.workspace.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Trends of gap maps over HTTP. */
@Path("/v1/gap-maps/{id}/trend")
@Tag(name = "Scores")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class TrendResource {

    private final MapScores scores;

    TrendResource(MapScores scores) {
        this.scores = scores;
    }

    @GET
    @RolesAllowed(Role.VIEW)
    @Operation(
            operationId = "getTrend",
            summary = "Follow a gap map month by month",
            description =
                    "What each month's ratings say of each need and provider, the change between the first and the last"
                            + " month with enough ratings, and, with since, what has been different since a month: the effect of"
                            + " an initiative, say. Responses without a date are in no month. Differences have an interval (Welch),"
                            + " which takes the respondents of different months to be different people.")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "422", description = "No such stage or touchpoint, and no rating of one")
    public RestResponse<TrendView> trend(
            UUID id, @BeanParam Query query, @HeaderParam("If-None-Match") String ifNoneMatch) {
        var trend = scores.trend(query.question(id), ifNoneMatch);
        return Answers.ok(trend.tag(), trend.view(), ifNoneMatch);
    }

    /** Which months, and what has been different since one of them. */
    public static class Query extends SliceQuery {

        @QueryParam("since")
        @Parameter(description = "First month after something was done, YYYY-MM", example = "2026-04")
        String since;

        private TrendView.Question question(UUID gapMapId) {
            return new TrendView.Question(of(gapMapId), Months.month("since", since));
        }
    }
}
