package dev.waymark.tickets;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A permission to read one path for a short time. */
public record Ticket(
        @Schema(description = "To be sent as the query parameter ticket", required = true)
        String ticket,

        @Schema(description = "What it is good for", required = true)
        String path,

        @Schema(required = true) Instant expiresAt) {}
