package dev.waymark.tickets;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a ticket shall be good for. */
public record TicketRequest(
        @NotNull
        @Size(max = 2000)
        @Pattern(regexp = "/v1/[^?#\\s]+", message = "must be a path below /v1/, without a query")
        @Schema(description = "The path as it will be asked for, without a query", examples = "/v1/events")
        String path) {}
