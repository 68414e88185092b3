package dev.waymark.http;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.Response;
import java.util.stream.IntStream;

/** Gives what the server refuses before a resource is reached (no route, body too large, bad URI) the same shape. */
@ApplicationScoped
class FailuresBeforeRouting {

    void install(@Observes Router router) {
        IntStream.range(400, 500).forEach(status -> router.errorHandler(status, context -> answer(context, status)));
    }

    private static void answer(RoutingContext context, int status) {
        if (context.response().ended()) {
            return;
        }
        var reason = Response.Status.fromStatusCode(status);
        var title = reason == null ? "Refused" : reason.getReasonPhrase();
        var details =
                ProblemDetails.of(status, title, null).at(context.request().path());
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .end(new JsonObject()
                        .put("type", details.type())
                        .put("title", details.title())
                        .put("status", details.status())
                        .put("instance", details.instance())
                        .encode());
    }
}
