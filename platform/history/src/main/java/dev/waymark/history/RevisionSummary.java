package dev.waymark.history;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who changed something, when and how; without what it was then. Like {@link Revision} it is not annotated as a whole: it
 * would stand in the OpenAPI document of services that do not answer it. Its name there is its own.
 */
public record RevisionSummary(
        @Schema(required = true, description = "The version that the change made")
        int version,

        @Schema(required = true, description = "What happened, as it was told", examples = "persona.updated.v1")
        String type,

        @Schema(required = true, description = "The subject of the token, or service:<name>")
        String actor,

        @Schema(required = true) Instant occurredAt,

        @Schema(required = true, description = "Ids of the elements that were added, changed or removed")
        List<UUID> changedElements) {}
