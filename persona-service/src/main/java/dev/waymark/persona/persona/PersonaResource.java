package dev.waymark.persona.persona;

import dev.waymark.document.DocumentResource;
import dev.waymark.document.ListRequest;
import dev.waymark.http.Page;
import dev.waymark.workspace.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Personas over HTTP. */
@Path(PersonaResource.PATH)
@Tag(name = "Personas", description = "Who the customers are and what they need")
public class PersonaResource extends DocumentResource<Persona, PersonaDraft, PersonaView> {

    static final String PATH = "/v1/personas";

    PersonaResource(PersonaService personas) {
        super(personas, PATH);
    }

    @GET
    @RolesAllowed(Role.VIEW)
    @Operation(summary = "List personas")
    public RestResponse<Page<PersonaSummary>> list(@BeanParam ListRequest request, UriInfo uri) {
        return page(request, uri);
    }
}
