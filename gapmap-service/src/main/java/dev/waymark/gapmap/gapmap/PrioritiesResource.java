package dev.waymark.gapmap.gapmap;

import dev.waymark.document.Answers;
import dev.waymark.http.EntityTag;
import dev.waymark.workspace.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Priorities of gap maps over HTTP. */
@Path("/v1/gap-maps/{id}/priorities")
@Tag(name = "Scores")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PrioritiesResource {

    private final MapScores scores;

    PrioritiesResource(MapScores scores) {
        this.scores = scores;
    }

    @GET
    @RolesAllowed(Role.VIEW)
    @Operation(
            operationId = "getPriorities",
            summary = "Say what to close first",
            description =
                    "Needs in the order of their value gaps, in words and numbers, from all ratings there are. How sure the order is,"
                            + " that is, in which share of a thousand samples of the responses each need is first, is computed in"
                            + " the background: while confidence.status is COMPUTING, ask again in a second or two.")
    @APIResponse(responseCode = "200", description = "OK")
    public RestResponse<PrioritiesView> priorities(UUID id, @HeaderParam("If-None-Match") String ifNoneMatch) {
        var priorities = scores.priorities(id);
        return Answers.ok(EntityTag.of(priorities.toString()), priorities, ifNoneMatch);
    }
}
