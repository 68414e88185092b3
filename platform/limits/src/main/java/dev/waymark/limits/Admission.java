package dev.waymark.limits;

import dev.waymark.http.EarlyRefusals;
import dev.waymark.http.Problem;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Works on so many requests at once and refuses more immediately: waiting for a connection would only make everybody slow.
 * A crowd that comes at once is let in and soon worked off. Where that does not help, because more and more come, only as
 * many are let in as can be worked on: from the first refusal until none was needed for a while.
 *
 * <p>Comes before the body is read, before anybody is authenticated and before Quarkus REST, since what is refused must cost
 * next to nothing. Streams of events last, and take no connection while they wait, so they do not count.
 */
@ApplicationScoped
class Admission {

    private static final int BEFORE_QUARKUS = -900;
    private static final long WHILE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final Problem TOO_MANY =
            Problem.unavailable("Too many requests are being worked on at once. Try again.");

    private final AtomicInteger present = new AtomicInteger();
    private final EarlyRefusals refusals;
    private final LimitsConfig limits;
    private volatile long lastRefusal = System.nanoTime() - WHILE_NANOS;

    Admission(EarlyRefusals refusals, LimitsConfig limits) {
        this.refusals = refusals;
        this.limits = limits;
    }

    void beforeAnyResource(@Observes Router router) {
        router.route("/v1/*").order(BEFORE_QUARKUS).handler(this::enter);
    }

    private void enter(RoutingContext context) {
        var accept = context.request().getHeader("Accept");
        if (accept != null && accept.contains("text/event-stream")) {
            context.next();
            return;
        }
        var now = System.nanoTime();
        if (present.incrementAndGet() > most(now)) {
            present.decrementAndGet();
            lastRefusal = now;
            refusals.refuse(context, TOO_MANY);
        } else {
            // Called once, also if the connection breaks.
            context.addEndHandler(ended -> present.decrementAndGet());
            context.next();
        }
    }

    private int most(long now) {
        return now - lastRefusal < WHILE_NANOS
                ? Math.min(limits.overloaded(), limits.concurrent())
                : limits.concurrent();
    }
}
