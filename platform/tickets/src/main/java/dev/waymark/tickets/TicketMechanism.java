package dev.waymark.tickets;

import dev.waymark.workspace.Role;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;

/** Takes {@code ?ticket=} for who is asking, of requests to read that have no bearer token. */
@ApplicationScoped
class TicketMechanism implements HttpAuthenticationMechanism {

    private static final int BEFORE_TOKENS = DEFAULT_PRIORITY + 1000;

    private final Tickets tickets;

    TicketMechanism(Tickets tickets) {
        this.tickets = tickets;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        var request = context.request();
        var ticket = request.getParam("ticket");
        if (ticket == null
                || !request.method().equals(HttpMethod.GET)
                || request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
            return Uni.createFrom().nullItem();
        }
        return tickets.holder(ticket, request.path())
                .map(holder -> Uni.createFrom().item(holder.caller().identity(Role.VIEWER, holder.until())))
                .orElseGet(() -> Uni.createFrom().failure(new AuthenticationFailedException()));
    }

    /** A token is what is asked for; see platform/http. */
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public int getPriority() {
        return BEFORE_TOKENS;
    }
}
