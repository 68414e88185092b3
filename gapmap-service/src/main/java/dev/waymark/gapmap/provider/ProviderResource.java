package dev.waymark.gapmap.provider;

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

/** Providers over HTTP. */
@Path(ProviderResource.PATH)
@Tag(name = "Providers", description = "Who can serve the needs: the own company and its competitors")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Role.VIEW)
public class ProviderResource {

    static final String PATH = "/v1/providers";

    private final ProviderService providers;

    ProviderResource(ProviderService providers) {
        this.providers = providers;
    }

    @GET
    @Operation(operationId = "listProviders", summary = "List providers, oldest first")
    public RestResponse<Page<ProviderView>> list(
            @QueryParam("limit") @DefaultValue("25") int limit, @QueryParam("cursor") String cursor, UriInfo uri) {
        return providers.list(PageRequest.of(PATH, limit, cursor)).response(uri);
    }

    @POST
    @RolesAllowed(Role.EDIT)
    @Operation(operationId = "createProvider", summary = "Create a provider")
    @APIResponseSchema(value = ProviderView.class, responseCode = "201", responseDescription = "Created")
    public RestResponse<ProviderView> create(@NotNull @Valid ProviderDraft draft, UriInfo uri) {
        var provider = providers.create(draft);
        return Answers.created(provider, ProviderView.of(provider), uri, PATH);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getProvider", summary = "Read a provider")
    public RestResponse<ProviderView> get(UUID id, @HeaderParam("If-None-Match") String ifNoneMatch) {
        var provider = providers.get(id);
        return Answers.ok(provider, ProviderView.of(provider), ifNoneMatch);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Role.EDIT)
    @Operation(operationId = "replaceProvider", summary = "Replace a provider")
    public RestResponse<ProviderView> replace(
            UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid ProviderDraft draft) {
        var provider = providers.replace(id, IfMatch.required(ifMatch), draft);
        return Answers.ok(provider, ProviderView.of(provider));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Role.ADMINISTER)
    @Operation(operationId = "deleteProvider", summary = "Delete a provider")
    public void delete(UUID id, @HeaderParam("If-Match") String ifMatch) {
        providers.delete(id, IfMatch.required(ifMatch));
    }

    @GET
    @Path("/by-key/{externalKey}")
    @Operation(operationId = "getProviderByKey", summary = "Read a provider by its external key")
    public RestResponse<ProviderView> getByKey(
            @Size(min = 1, max = 200) String externalKey, @HeaderParam("If-None-Match") String ifNoneMatch) {
        var provider = providers.getByKey(externalKey);
        return Answers.ok(provider, ProviderView.of(provider), ifNoneMatch);
    }

    @PUT
    @Path("/by-key/{externalKey}")
    @RolesAllowed(Role.EDIT)
    @Operation(operationId = "putProviderByKey", summary = "Create or replace the provider with an external key")
    @APIResponse(responseCode = "200", description = "Replaced, or left as it was if the body says the same")
    @APIResponse(responseCode = "201", description = "Created")
    public RestResponse<ProviderView> putByKey(
            @Size(min = 1, max = 200) String externalKey,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("If-None-Match") String ifNoneMatch,
            @NotNull @Valid ProviderDraft draft,
            UriInfo uri) {
        var put = providers.put(externalKey, new Preconditions(ifMatch, ifNoneMatch), draft.withKey(externalKey));
        return Answers.put(put, ProviderView.of(put.document()), uri, PATH);
    }
}
