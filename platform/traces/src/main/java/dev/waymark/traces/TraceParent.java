package dev.waymark.traces;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import java.util.HashMap;
import java.util.Optional;

/** Where in a trace something happened, as W3C Trace Context writes it. */
public final class TraceParent {

    /** The header of HTTP requests and Kafka records. */
    public static final String HEADER = "traceparent";

    private TraceParent() {}

    /** Of what this thread is doing; empty if nothing is traced. */
    public static Optional<String> current() {
        var headers = new HashMap<String, String>();
        W3CTraceContextPropagator.getInstance().inject(Context.current(), headers, HashMap::put);
        return Optional.ofNullable(headers.get(HEADER));
    }
}
