package dev.waymark.gapmap.ratings;

import dev.waymark.document.Answers;
import dev.waymark.http.IfMatch;
import dev.waymark.http.Page;
import dev.waymark.http.PageRequest;
import dev.waymark.workspace.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Single responses over HTTP. */
@Path("/v1/gap-maps/{gapMapId}/ratings")
@Tag(name = "Ratings")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Role.VIEW)
public class ResponseResource {

    private final Responses responses;
    private final Corrections corrections;

    ResponseResource(Responses responses, Corrections corrections) {
        this.responses = responses;
        this.corrections = corrections;
    }

    @GET
    @Operation(
            operationId = "listResponses",
            summary = "List what respondents said",
            description = "Of earlier imports first; never who said it.")
    public RestResponse<Page<ResponseView>> list(UUID gapMapId, @BeanParam Listing listing, UriInfo uri) {
        return responses
                .page(gapMapId, listing.which(), listing.request(gapMapId))
                .response(uri);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getResponse", summary = "Read one response", description = "Never who said it.")
    public RestResponse<ResponseView> get(UUID gapMapId, long id, @HeaderParam("If-None-Match") String ifNoneMatch) {
        var response = responses.get(gapMapId, id);
        return Answers.ok(response.tag(), response, ifNoneMatch);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Role.EDIT)
    @Operation(
            operationId = "correctResponse",
            summary = "Correct a response",
            description = "Says all of its ratings and its outcome anew; what is left out is taken away. The scores are"
                    + " exact at once.")
    @APIResponse(responseCode = "200", description = "Corrected")
    @APIResponse(responseCode = "422", description = "A need that there is not")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ResponseDraft.class),
                            examples = @ExampleObject(name = "correction", value = ResponseDraft.EXAMPLE)))
    public RestResponse<ResponseView> replace(
            UUID gapMapId, long id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid ResponseDraft draft) {
        var corrected = corrections.replace(gapMapId, id, draft, IfMatch.required(ifMatch));
        return Answers.tagged(RestResponse.ResponseBuilder.ok(corrected), corrected.tag());
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Role.EDIT)
    @Operation(
            operationId = "deleteResponse",
            summary = "Delete a response",
            description = "For good. The scores are exact at once.")
    @APIResponse(responseCode = "204", description = "Done")
    @APIResponse(responseCode = "409", description = "The gap map is archived")
    public void delete(UUID gapMapId, long id, @HeaderParam("If-Match") String ifMatch) {
        corrections.delete(gapMapId, id, IfMatch.required(ifMatch));
    }

    /** Which responses are listed. */
    public static class Listing {

        @QueryParam("provider")
        @Parameter(description = "Only of this provider")
        UUID provider;

        @QueryParam("import")
        @Parameter(description = "Only what this import brought, or corrected last")
        UUID importId;

        @QueryParam("limit")
        @DefaultValue("25")
        int limit;

        @QueryParam("cursor")
        String cursor;

        private Responses.Which which() {
            return new Responses.Which(provider, importId);
        }

        private PageRequest request(UUID gapMapId) {
            return PageRequest.of("ratings|" + gapMapId + "|" + which(), limit, cursor);
        }
    }
}
