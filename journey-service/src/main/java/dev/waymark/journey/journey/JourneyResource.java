package dev.waymark.journey.journey;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Journey maps over HTTP. */
@Path(JourneyResource.PATH)
@Tag(name = "Journeys", description = "What customers go through")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class JourneyResource extends DocumentResource<Journey, JourneyDraft, JourneyView> {

    static final String PATH = "/v1/journeys";

    JourneyResource(JourneyService journeys) {
        super(journeys, PATH);
    }

    @GET
    @RolesAllowed(Role.VIEW)
    @Operation(
            operationId = "listJourneys",
            summary = "List journey maps",
            description = "Journey maps of the workspace, page by page; all filters given must hold")
    public RestResponse<Page<JourneySummary>> list(
            @BeanParam ListRequest request, @BeanParam JourneyFilters filters, UriInfo uri) {
        return page(filters.narrow(request), uri);
    }
}
