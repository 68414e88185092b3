package dev.waymark.persona.persona;

import dev.waymark.content.Reference;
import dev.waymark.document.Status;
import java.time.Instant;
import java.util.List;
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
        String portraitUrl,
        String lifeStage,
        Double businessImportance,
        Double expectedGrowth,

        @Schema(required = true, description = "How many needs it has")
        int needCount,

        @Schema(required = true) List<Reference> segmentIds,
        @Schema(required = true) List<String> tags,
        String owner,
        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant updatedAt) {

    static PersonaSummary of(Persona persona) {
        var content = persona.content();
        return new PersonaSummary(
                persona.id(),
                content.externalKey(),
                persona.version(),
                persona.status(),
                content.name(),
                content.headline(),
                content.portraitUrl(),
                content.lifeStage(),
                content.businessImportance(),
                content.expectedGrowth(),
                content.needs().size(),
                content.segmentIds(),
                content.tags(),
                content.owner(),
                persona.createdAt(),
                persona.updatedAt());
    }
}
