package dev.waymark.persona.persona;

import dev.waymark.document.ElementResource;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The needs of a persona by paths of their own. */
@Path(PersonaResource.PATH + "/{id}/needs")
@Tag(name = "Personas")
public class NeedResource extends ElementResource<Need> {

    NeedResource(PersonaService personas) {
        super(personas, Need.class, "needs");
    }
}
