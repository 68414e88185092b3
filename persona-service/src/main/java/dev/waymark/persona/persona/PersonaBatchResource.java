package dev.waymark.persona.persona;

import dev.waymark.document.BatchResource;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Many personas at once. */
@Path(PersonaResource.PATH + ":batch")
@Tag(name = "Personas")
@Produces(MediaType.APPLICATION_JSON)
public class PersonaBatchResource extends BatchResource<Persona, PersonaDraft, PersonaView> {

    PersonaBatchResource(PersonaService personas) {
        super(personas, PersonaDraft.class);
    }
}
