package dev.waymark.limits;

import dev.waymark.http.Problem;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Works on so many requests at once and refuses more immediately: waiting for a connection would only make everybody slow.
 * Comes before the body is read and before anybody is authenticated. Streams of events last, and take no connection while
 * they wait, so they do not count.
 */
@ApplicationScoped
class Admission {

    private final AtomicInteger present = new AtomicInteger();
    private final int most;

    Admission(LimitsConfig limits) {
        this.most = limits.concurrent();
    }

    @ServerRequestFilter(preMatching = true)
    public void enter(RoutingContext context) {
        var accept = context.request().getHeader("Accept");
        if (accept != null && accept.contains("text/event-stream")) {
            return;
        }
        if (present.incrementAndGet() > most) {
            present.decrementAndGet();
            throw Problem.unavailable("Too many requests are being worked on at once. Try again.");
        }
        // Called once, also if the connection breaks.
        context.addEndHandler(ended -> present.decrementAndGet());
    }
}
