package dev.waymark.persona.persona;

import dev.waymark.document.ElementResource;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The needs of a persona by paths of their own. */
@Path(PersonaResource.PATH + "/{id}/needs")
@Tag(name = "Personas")
@Produces(MediaType.APPLICATION_JSON)
public class NeedResource extends ElementResource<Need> {

    NeedResource(PersonaService personas) {
        super(personas, Need.class, "needs");
    }
}
