package dev.waymark.persona.persona;

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

/** Personas over HTTP. */
@Path(PersonaResource.PATH)
@Tag(name = "Personas", description = "Who the customers are and what they need")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PersonaResource extends DocumentResource<Persona, PersonaDraft, PersonaView> {

    static final String PATH = "/v1/personas";

    PersonaResource(PersonaService personas) {
        super(personas, PATH);
    }

    @GET
    @RolesAllowed(Role.VIEW)
    @Operation(
            operationId = "listPersonas",
            summary = "List personas",
            description = "The personas that fit all of the filters, page by page.")
    public RestResponse<Page<PersonaSummary>> list(
            @BeanParam ListRequest request,
            @QueryParam("segmentId") @Parameter(description = "Only those drawn from this segment") UUID segmentId,
            UriInfo uri) {
        return page(request.term("segment", segmentId), uri);
    }
}
