package dev.waymark.limits;

import dev.waymark.http.EarlyRefusals;
import dev.waymark.http.Problem;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * Works on so many requests at once and refuses more immediately: waiting for a connection would only make everybody slow.
 * A crowd that comes at once is let in and soon worked off. Where that does not help, because more and more come, only as
 * many are let in for a while as can be worked on; then it is tried whether there is room for a crowd again, since what takes
 * the places may be slow and not many.
 *
 * <p>Comes before the body is read, before anybody is authenticated and before Quarkus REST, since what is refused must cost
 * next to nothing; but after CORS, so that a page can read the refusal. Streams of events last, and take no connection while they wait, so they do not count.
 */
@ApplicationScoped
class Admission {

    private static final int AFTER_CORS = -250;
    private static final Pattern EVENTS = Pattern.compile("/v1/events/?");
    private static final long WHILE_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final Problem TOO_MANY =
            Problem.unavailable("Too many requests are being worked on at once. Try again.");

    private final AtomicInteger present = new AtomicInteger();
    private final EarlyRefusals refusals;
    private final LimitsConfig limits;
    private volatile long crowded = System.nanoTime() - WHILE_NANOS;

    Admission(EarlyRefusals refusals, LimitsConfig limits) {
        this.refusals = refusals;
        this.limits = limits;
    }

    void beforeAnyResource(@Observes Router router) {
        router.route("/v1/*").order(AFTER_CORS).handler(this::enter);
    }

    private void enter(RoutingContext context) {
        if (isStream(context.request())) {
            context.next();
            return;
        }
        var now = System.nanoTime();
        var number = present.incrementAndGet();
        if (number > most(now)) {
            present.decrementAndGet();
            if (number > limits.concurrent()) {
                crowded = now;
            }
            refusals.refuse(context, TOO_MANY);
        } else {
            // Called once, also if the connection breaks.
            context.addEndHandler(ended -> present.decrementAndGet());
            context.next();
        }
    }

    /** Of the change feed; elsewhere the header would be a way around the limit. */
    private static boolean isStream(HttpServerRequest request) {
        var accept = request.getHeader("Accept");
        return accept != null
                && accept.contains("text/event-stream")
                && EVENTS.matcher(request.path()).matches();
    }

    private int most(long now) {
        return now - crowded < WHILE_NANOS ? Math.min(limits.overloaded(), limits.concurrent()) : limits.concurrent();
    }
}
