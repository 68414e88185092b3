package dev.waymark.gapmap.gapmap;

import dev.waymark.document.Answers;
import dev.waymark.gapmap.scoring.method.Method;
import dev.waymark.workspace.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
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

/** Scores of gap maps over HTTP. */
@Path("/v1/gap-maps/{id}/scores")
@Tag(name = "Scores", description = "What the ratings say: figures, comparisons and verdicts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ScoresResource {

    private final MapScores scores;

    ScoresResource(MapScores scores) {
        this.scores = scores;
    }

    @GET
    @RolesAllowed(Role.VIEW)
    @Operation(
            operationId = "getScores",
            summary = "Score a gap map",
            description =
                    "Means, intervals and comparisons of every need, from all ratings there are at this moment. With"
                            + " a month, responses without a date do not count. A figure that is not defined is null."
                            + " A stage or touchpoint that has left its journey can be asked for as long as the map has ratings of it."
                            + " The ETag changes with ratings, settings, importance and the names of the providers.")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "422", description = "No such stage or touchpoint, and no rating of one")
    public RestResponse<ScoresView> scores(
            UUID id, @BeanParam Query query, @HeaderParam("If-None-Match") String ifNoneMatch) {
        var scored = scores.read(query.question(id), ifNoneMatch);
        return Answers.ok(scored.tag(), scored.view(), ifNoneMatch);
    }

    /** Which ratings count, and how they are scored. */
    public static class Query extends SliceQuery {

        @QueryParam("method")
        @DefaultValue("GAP")
        @Parameter(
                description =
                        "What methodScores are: value gaps (GAP), potential gains in customer value (PGCV), importance–performance"
                                + " analysis (IPA), opportunity scores (ODI), customer value analysis (CVA),"
                                + " perception less expectation (SERVQUAL), Kano's model (KANO); or what"
                                + " outcomes are: net promoter score (NPS), customer satisfaction score (CSAT), customer effort score (CES)",
                schema = @Schema(implementation = Method.class, defaultValue = "GAP"))
        String method;

        private ScoresView.Question question(UUID gapMapId) {
            return new ScoresView.Question(oneOf(Method.class, "method", method), of(gapMapId));
        }
    }
}
