package dev.waymark.metrics;

import dev.waymark.http.EarlyRefusals;
import io.micrometer.core.instrument.Tags;
import io.quarkus.micrometer.runtime.HttpServerMetricsTagsContributor;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Names every request that is answered by a path of the OpenAPI document and a method that there is. What is refused before a resource is
 * reached would bring its own path and method into the metrics, and anybody could fill them with what he makes up, until the
 * limit of Quarkus leaves no place for real ones.
 */
@Singleton
class RequestTags implements HttpServerMetricsTagsContributor {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final int NOT_FOUND = 404;

    private final EarlyRefusals described;

    RequestTags(EarlyRefusals described) {
        this.described = described;
    }

    /** Wins over what Quarkus says. */
    @Override
    public Tags contribute(Context context) {
        var method = context.request().method().name();
        var status = context.response().statusCode();
        var tags = METHODS.contains(method) ? Tags.empty() : Tags.of("method", "OTHER");
        // Quarkus knows the path of what has reached a resource, and calls what is not found by one name.
        return status < 400 && !method.equals("OPTIONS") || status == NOT_FOUND
                ? tags
                : tags.and("uri", described.template(context.request().path()).orElse("REFUSED"));
    }
}
