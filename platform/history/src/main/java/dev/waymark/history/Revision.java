package dev.waymark.history;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One change, and the whole document after it.
 *
 * @param data JSON text as the database holds it; handed out as it is, without being bound
 */
public record Revision(
        @Schema(required = true, description = "The version that the change made")
        int version,

        @Schema(required = true, description = "What happened, as it was told", examples = "persona.updated.v1")
        String type,

        @Schema(required = true, description = "The subject of the token, or service:<name>")
        String actor,

        @Schema(required = true) Instant occurredAt,

        @Schema(required = true, description = "Ids of the elements that were added, changed or removed")
        List<UUID> changedElements,

        @Schema(
                required = true,
                type = SchemaType.OBJECT,
                implementation = Object.class,
                description = "The document as it was, in the form its events have: without context")
        @JsonRawValue
        String data) {}
