package dev.waymark.tickets;

import dev.waymark.tickets.Tickets.Holder;
import dev.waymark.workspace.CurrentCaller;
import dev.waymark.workspace.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Tickets over HTTP. */
@Path("/v1/tickets")
@Tag(name = "Tickets", description = "For what cannot send headers, EventSource and images say")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Role.VIEW)
public class TicketResource {

    private final Tickets tickets;
    private final CurrentCaller caller;

    TicketResource(Tickets tickets, CurrentCaller caller) {
        this.tickets = tickets;
        this.caller = caller;
    }

    @POST
    @Operation(
            operationId = "createTicket",
            summary = "Get a ticket to read one path for a minute",
            description = "GET that path with ?ticket= and without Authorization: it is answered as to you, in your"
                    + " workspace, as a viewer. The ticket is good for nothing else.")
    @APIResponseSchema(value = Ticket.class, responseCode = "201", responseDescription = "Created")
    public RestResponse<Ticket> create(@NotNull @Valid TicketRequest request) {
        return RestResponse.ResponseBuilder.create(
                        RestResponse.Status.CREATED,
                        tickets.issue(new Holder(caller.get(), caller.until()), request.path()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
