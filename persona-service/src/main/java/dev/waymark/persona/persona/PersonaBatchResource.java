package dev.waymark.persona.persona;

import dev.waymark.document.BatchResource;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Many personas at once. */
@Path(PersonaResource.PATH + ":batch")
@Tag(name = "Personas")
public class PersonaBatchResource extends BatchResource<Persona, PersonaDraft, PersonaView> {

    PersonaBatchResource(PersonaService personas) {
        super(personas, PersonaDraft.class);
    }
}
