package dev.waymark.persona.segment;

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

/** Segments over HTTP. */
@Path(SegmentResource.PATH)
@Tag(name = "Segments", description = "Groups of customers described by criteria")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SegmentResource extends DocumentResource<Segment, SegmentDraft, SegmentView> {

    static final String PATH = "/v1/segments";

    SegmentResource(SegmentService segments) {
        super(segments, PATH);
    }

    @GET
    @RolesAllowed(Role.VIEW)
    @Operation(
            operationId = "listSegments",
            summary = "List segments",
            description = "The segments that fit all of the filters, page by page.")
    public RestResponse<Page<SegmentSummary>> list(@BeanParam ListRequest request, UriInfo uri) {
        return page(request, uri);
    }
}
