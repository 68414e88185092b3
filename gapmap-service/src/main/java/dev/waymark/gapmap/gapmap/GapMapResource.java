package dev.waymark.gapmap.gapmap;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Gap maps over HTTP. */
@Path(GapMapResource.PATH)
@Tag(name = "Gap maps", description = "How the own company and its competitors deliver on each need")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class GapMapResource extends DocumentResource<GapMap, GapMapDraft, GapMapView> {

    static final String PATH = "/v1/gap-maps";

    GapMapResource(GapMapService maps) {
        super(maps, PATH);
    }

    @GET
    @RolesAllowed(Role.VIEW)
    @Operation(operationId = "listGapMaps", summary = "List gap maps", description = "All filters must hold.")
    public RestResponse<Page<GapMapSummary>> list(
            @BeanParam ListRequest request, @BeanParam Filter filter, UriInfo uri) {
        return page(filter.narrow(request), uri);
    }

    /** What the list of gap maps can be narrowed to. */
    public static class Filter {

        @QueryParam("personaId")
        @Parameter(description = "Only those of this persona")
        UUID personaId;

        @QueryParam("journeyId")
        @Parameter(description = "Only those that belong to this journey")
        UUID journeyId;

        @QueryParam("providerId")
        @Parameter(description = "Only those that compare this provider, as the own one or as a competitor")
        UUID providerId;

        private ListRequest narrow(ListRequest request) {
            return request.where("persona_id", personaId)
                    .where("journey_id", journeyId)
                    .term("provider", providerId);
        }
    }
}
