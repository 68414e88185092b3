package dev.waymark.persona.persona;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.waymark.document.Status;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A persona as the API and its events give it; events leave out the context. */
@Schema(name = "Persona", description = "Who the customer is and what they need")
public record PersonaView(
        @Schema(required = true) UUID id,
        @Schema(required = true) int version,
        @Schema(required = true) Status status,
        @JsonUnwrapped PersonaDraft content,
        @Schema(required = true) PersonaContext context,
        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant updatedAt) {

    static PersonaView of(Persona persona, PersonaDraft content, PersonaContext context) {
        return new PersonaView(
                persona.id(),
                persona.version(),
                persona.status(),
                content,
                context,
                persona.createdAt(),
                persona.updatedAt());
    }
}
