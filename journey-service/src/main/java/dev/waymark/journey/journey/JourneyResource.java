package dev.waymark.journey.journey;

import dev.waymark.document.Answers;
import dev.waymark.document.Preconditions;
import dev.waymark.http.IfMatch;
import dev.waymark.http.Page;
import dev.waymark.http.PageRequest;
import dev.waymark.workspace.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Journey maps over HTTP. */
@Path(JourneyResource.PATH)
@Tag(name = "Journeys", description = "What customers go through")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Role.VIEW)
public class JourneyResource {

    static final String PATH = "/v1/journeys";

    private final JourneyService journeys;

    JourneyResource(JourneyService journeys) {
        this.journeys = journeys;
    }

    @GET
    @Operation(operationId = "listJourneys", summary = "List journey maps, oldest first")
    public RestResponse<Page<JourneySummary>> list(
            @QueryParam("limit") @DefaultValue("25") int limit, @QueryParam("cursor") String cursor, UriInfo uri) {
        return journeys.list(PageRequest.of(PATH, limit, cursor)).response(uri);
    }

    @POST
    @RolesAllowed(Role.EDIT)
    @Operation(operationId = "createJourney", summary = "Create a journey map")
    @APIResponseSchema(value = JourneyView.class, responseCode = "201", responseDescription = "Created")
    public RestResponse<JourneyView> create(@NotNull @Valid JourneyDraft draft, UriInfo uri) {
        var journey = journeys.create(draft);
        return Answers.created(journey, JourneyView.of(journey), uri, PATH);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getJourney", summary = "Read a journey map")
    public RestResponse<JourneyView> get(UUID id, @HeaderParam("If-None-Match") String ifNoneMatch) {
        var journey = journeys.get(id);
        return Answers.ok(journey, JourneyView.of(journey), ifNoneMatch);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Role.EDIT)
    @Operation(operationId = "replaceJourney", summary = "Replace a journey map")
    public RestResponse<JourneyView> replace(
            UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid JourneyDraft draft) {
        var journey = journeys.replace(id, IfMatch.required(ifMatch), draft);
        return Answers.ok(journey, JourneyView.of(journey));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Role.ADMINISTER)
    @Operation(operationId = "deleteJourney", summary = "Delete a journey map")
    public void delete(UUID id, @HeaderParam("If-Match") String ifMatch) {
        journeys.delete(id, IfMatch.required(ifMatch));
    }

    @GET
    @Path("/by-key/{externalKey}")
    @Operation(operationId = "getJourneyByKey", summary = "Read a journey map by its external key")
    public RestResponse<JourneyView> getByKey(
            @Size(min = 1, max = 200) String externalKey, @HeaderParam("If-None-Match") String ifNoneMatch) {
        var journey = journeys.getByKey(externalKey);
        return Answers.ok(journey, JourneyView.of(journey), ifNoneMatch);
    }

    @PUT
    @Path("/by-key/{externalKey}")
    @RolesAllowed(Role.EDIT)
    @Operation(operationId = "putJourneyByKey", summary = "Create or replace the journey map with an external key")
    @APIResponse(responseCode = "200", description = "Replaced, or left as it was if the body says the same")
    @APIResponse(responseCode = "201", description = "Created")
    public RestResponse<JourneyView> putByKey(
            @Size(min = 1, max = 200) String externalKey,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("If-None-Match") String ifNoneMatch,
            @NotNull @Valid JourneyDraft draft,
            UriInfo uri) {
        var put = journeys.put(externalKey, new Preconditions(ifMatch, ifNoneMatch), draft.withKey(externalKey));
        return Answers.put(put, JourneyView.of(put.document()), uri, PATH);
    }

    @POST
    @Path("/{id}/publish")
    @RolesAllowed(Role.EDIT)
    @Operation(operationId = "publishJourney", summary = "Publish a journey map")
    public RestResponse<JourneyView> publish(UUID id, @HeaderParam("If-Match") String ifMatch) {
        var journey = journeys.publish(id, IfMatch.optional(ifMatch));
        return Answers.ok(journey, JourneyView.of(journey));
    }

    @POST
    @Path("/{id}/archive")
    @RolesAllowed(Role.EDIT)
    @Operation(operationId = "archiveJourney", summary = "Archive a journey map: it can no longer be edited")
    public RestResponse<JourneyView> archive(UUID id, @HeaderParam("If-Match") String ifMatch) {
        var journey = journeys.archive(id, IfMatch.optional(ifMatch));
        return Answers.ok(journey, JourneyView.of(journey));
    }

    @POST
    @Path("/{id}/restore")
    @RolesAllowed(Role.EDIT)
    @Operation(operationId = "restoreJourney", summary = "Make a draft of an archived journey map")
    public RestResponse<JourneyView> restore(UUID id, @HeaderParam("If-Match") String ifMatch) {
        var journey = journeys.restore(id, IfMatch.optional(ifMatch));
        return Answers.ok(journey, JourneyView.of(journey));
    }
}
