package dev.waymark.persona.persona;

import dev.waymark.document.Status;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A persona as lists give it. */
@Schema(description = "A persona in a list")
public record PersonaSummary(
        @Schema(required = true) UUID id,
        String externalKey,
        @Schema(required = true) int version,
        @Schema(required = true) Status status,
        @Schema(required = true) String name,
        String headline,
        @Schema(required = true) Instant updatedAt) {

    static PersonaSummary of(Persona persona) {
        return new PersonaSummary(
                persona.id(),
                persona.externalKey(),
                persona.version(),
                persona.status(),
                persona.content().name(),
                persona.content().headline(),
                persona.updatedAt());
    }
}
