package dev.waymark.persona.persona;

import dev.waymark.document.Status;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A persona as the API and its events give it; events leave out the context. */
@Schema(name = "Persona", description = "Who the customer is and what they need")
public record PersonaView(
        @Schema(required = true) UUID id,
        String externalKey,

        @Schema(required = true, description = "Rises by one with each change")
        int version,

        @Schema(required = true) Status status,
        @Schema(required = true) String name,
        String headline,
        @Schema(required = true) List<Need> needs,
        PersonaContext context,
        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant updatedAt) {

    static PersonaView of(Persona persona) {
        return of(persona, persona.context());
    }

    static PersonaView withoutContext(Persona persona) {
        return of(persona, null);
    }

    private static PersonaView of(Persona persona, PersonaContext context) {
        return new PersonaView(
                persona.id(),
                persona.externalKey(),
                persona.version(),
                persona.status(),
                persona.content().name(),
                persona.content().headline(),
                persona.content().needs(),
                context,
                persona.createdAt(),
                persona.updatedAt());
    }
}
