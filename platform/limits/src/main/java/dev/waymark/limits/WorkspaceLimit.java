package dev.waymark.limits;

import dev.waymark.http.Problem;
import dev.waymark.workspace.CurrentCaller;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Lets no workspace take more than its share, and tells it what is left (RateLimit fields of the IETF's httpapi group). It
 * comes after authentication: who has no workspace has been refused already.
 */
class WorkspaceLimit {

    private static final String QUOTA = "waymark.quota";

    private final CurrentCaller caller;
    private final Quotas quotas;

    WorkspaceLimit(CurrentCaller caller, Quotas quotas) {
        this.caller = caller;
        this.quotas = quotas;
    }

    @ServerRequestFilter
    void count(ContainerRequestContext request) {
        caller.find().ifPresent(who -> {
            var quota = quotas.take(who.workspace());
            request.setProperty(QUOTA, quota);
            if (!quota.granted()) {
                throw Problem.tooManyRequests("The workspace has made as many requests as it may. Try again in "
                        + quota.retry() + " seconds.");
            }
        });
    }

    @ServerResponseFilter
    void tell(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(QUOTA) instanceof Quota quota) {
            response.getHeaders().putSingle("RateLimit-Policy", quotas.policy());
            response.getHeaders().putSingle("RateLimit", quota.field());
            if (!quota.granted()) {
                response.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, quota.retry());
            }
        }
    }
}
