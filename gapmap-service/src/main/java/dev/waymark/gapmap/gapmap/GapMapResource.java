package dev.waymark.gapmap.gapmap;

import dev.waymark.document.Answers;
import dev.waymark.document.Preconditions;
import dev.waymark.gapmap.scores.Months;
import dev.waymark.gapmap.scores.Slice;
import dev.waymark.http.IfMatch;
import dev.waymark.http.Page;
import dev.waymark.http.PageRequest;
import dev.waymark.http.Problem;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Gap maps over HTTP. */
@Path(GapMapResource.PATH)
@Tag(name = "Gap maps", description = "How the own company and its competitors deliver on each need")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Role.VIEW)
public class GapMapResource {

    static final String PATH = "/v1/gap-maps";

    private final GapMapService maps;

    GapMapResource(GapMapService maps) {
        this.maps = maps;
    }

    @GET
    @Operation(operationId = "listGapMaps", summary = "List gap maps, oldest first")
    public RestResponse<Page<GapMapSummary>> list(
            @QueryParam("limit") @DefaultValue("25") int limit, @QueryParam("cursor") String cursor, UriInfo uri) {
        return maps.list(PageRequest.of(PATH, limit, cursor)).response(uri);
    }

    @POST
    @RolesAllowed(Role.EDIT)
    @Operation(operationId = "createGapMap", summary = "Create a gap map")
    @APIResponseSchema(value = GapMapView.class, responseCode = "201", responseDescription = "Created")
    @APIResponse(responseCode = "422", description = "Names a provider that there is not")
    public RestResponse<GapMapView> create(@NotNull @Valid GapMapDraft draft, UriInfo uri) {
        var map = maps.create(draft);
        return Answers.created(map, GapMapView.of(map), uri, PATH);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getGapMap", summary = "Read a gap map")
    public RestResponse<GapMapView> get(UUID id, @HeaderParam("If-None-Match") String ifNoneMatch) {
        var map = maps.get(id);
        return Answers.ok(map, GapMapView.of(map), ifNoneMatch);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Role.EDIT)
    @Operation(operationId = "replaceGapMap", summary = "Replace a gap map")
    @APIResponse(responseCode = "200", description = "Replaced, or left as it was if the body says the same")
    @APIResponse(responseCode = "422", description = "Names a provider that there is not")
    public RestResponse<GapMapView> replace(
            UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid GapMapDraft draft) {
        var map = maps.replace(id, IfMatch.required(ifMatch), draft);
        return Answers.ok(map, GapMapView.of(map));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Role.ADMINISTER)
    @Operation(operationId = "deleteGapMap", summary = "Delete a gap map")
    public void delete(UUID id, @HeaderParam("If-Match") String ifMatch) {
        maps.delete(id, IfMatch.required(ifMatch));
    }

    @GET
    @Path("/by-key/{externalKey}")
    @Operation(operationId = "getGapMapByKey", summary = "Read a gap map by its external key")
    public RestResponse<GapMapView> getByKey(
            @Size(min = 1, max = 200) String externalKey, @HeaderParam("If-None-Match") String ifNoneMatch) {
        var map = maps.getByKey(externalKey);
        return Answers.ok(map, GapMapView.of(map), ifNoneMatch);
    }

    @PUT
    @Path("/by-key/{externalKey}")
    @RolesAllowed(Role.EDIT)
    @Operation(operationId = "putGapMapByKey", summary = "Create or replace the gap map with an external key")
    @APIResponse(responseCode = "200", description = "Replaced, or left as it was if the body says the same")
    @APIResponse(responseCode = "201", description = "Created")
    @APIResponse(responseCode = "422", description = "Names a provider that there is not")
    public RestResponse<GapMapView> putByKey(
            @Size(min = 1, max = 200) String externalKey,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("If-None-Match") String ifNoneMatch,
            @NotNull @Valid GapMapDraft draft,
            UriInfo uri) {
        var put = maps.put(externalKey, new Preconditions(ifMatch, ifNoneMatch), draft.withKey(externalKey));
        return Answers.put(put, GapMapView.of(put.document()), uri, PATH);
    }

    @POST
    @Path("/{id}/publish")
    @RolesAllowed(Role.EDIT)
    @Operation(operationId = "publishGapMap", summary = "Publish a gap map")
    public RestResponse<GapMapView> publish(UUID id, @HeaderParam("If-Match") String ifMatch) {
        var map = maps.publish(id, IfMatch.optional(ifMatch));
        return Answers.ok(map, GapMapView.of(map));
    }

    @POST
    @Path("/{id}/archive")
    @RolesAllowed(Role.EDIT)
    @Operation(operationId = "archiveGapMap", summary = "Archive a gap map: it can no longer be edited")
    public RestResponse<GapMapView> archive(UUID id, @HeaderParam("If-Match") String ifMatch) {
        var map = maps.archive(id, IfMatch.optional(ifMatch));
        return Answers.ok(map, GapMapView.of(map));
    }

    @POST
    @Path("/{id}/restore")
    @RolesAllowed(Role.EDIT)
    @Operation(operationId = "restoreGapMap", summary = "Make a draft of an archived gap map")
    public RestResponse<GapMapView> restore(UUID id, @HeaderParam("If-Match") String ifMatch) {
        var map = maps.restore(id, IfMatch.optional(ifMatch));
        return Answers.ok(map, GapMapView.of(map));
    }

    @GET
    @Path("/{id}/scores")
    @Operation(
            operationId = "getScores",
            summary = "Score a gap map",
            description =
                    "Means, intervals and comparisons of every need, from all ratings there are at this moment. With"
                            + " a month, responses without a date do not count. A figure that is not defined is null.")
    public RestResponse<ScoresView> scores(
            UUID id,
            @Parameter(description = "GAP, the only one so far") @QueryParam("method") @DefaultValue(ScoresView.GAP)
                    String method,
            @Parameter(description = "Only ratings of this stage, by its id") @QueryParam("stage") UUID stage,
            @Parameter(description = "First month, YYYY-MM", example = "2026-01") @QueryParam("from") String from,
            @Parameter(description = "Last month, YYYY-MM", example = "2026-06") @QueryParam("to") String to) {
        if (!ScoresView.GAP.equals(method)) {
            throw Problem.invalid("method", "must be " + ScoresView.GAP);
        }
        return RestResponse.ok(maps.scores(id, new Slice(id, stage, Months.of(from, to))));
    }
}
