package dev.waymark.gapmap.provider;

import dev.waymark.document.DocumentResource;
import dev.waymark.document.ListRequest;
import dev.waymark.http.Page;
import dev.waymark.workspace.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Providers over HTTP. */
@Path(ProviderResource.PATH)
@Tag(name = "Providers", description = "Who can serve the needs: the own company and its competitors")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ProviderResource extends DocumentResource<Provider, ProviderDraft, ProviderView> {

    static final String PATH = "/v1/providers";

    ProviderResource(ProviderService providers) {
        super(providers, PATH);
    }

    @GET
    @RolesAllowed(Role.VIEW)
    @Operation(operationId = "listProviders", summary = "List providers", description = "All filters must hold.")
    public RestResponse<Page<ProviderSummary>> list(
            @BeanParam ListRequest request,
            @QueryParam("kind") @Parameter(description = "Only the own company, or only competitors") ProviderKind kind,
            UriInfo uri) {
        return page(request.where("kind", kind == null ? null : kind.name()), uri);
    }
}
