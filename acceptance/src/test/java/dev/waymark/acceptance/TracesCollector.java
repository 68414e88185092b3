package dev.waymark.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes traces as Jaeger would, by OTLP over HTTP, and keeps them. */
final class TracesCollector implements AutoCloseable {

    private static final HexFormat HEX = HexFormat.of();

    private final List<Span> spans = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    TracesCollector(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    /** Of one trace, as far as they have come. */
    List<Span> spansOf(String trace) {
        return spans.stream().filter(span -> span.trace().equals(trace)).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = ExportTraceServiceRequest.parseFrom(exchange.getRequestBody());
            request.getResourceSpansList().forEach(of -> spans(of).forEach(spans::add));
            exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static Stream<Span> spans(ResourceSpans of) {
        var service = texts(of.getResource().getAttributesList()).get("service.name");
        return of.getScopeSpansList().stream()
                .flatMap(scope -> scope.getSpansList().stream())
                .map(span -> new Span(
                        service,
                        span.getKind().name().replace("SPAN_KIND_", ""),
                        span.getName(),
                        HEX.formatHex(span.getTraceId().toByteArray()),
                        HEX.formatHex(span.getSpanId().toByteArray()),
                        HEX.formatHex(span.getParentSpanId().toByteArray()),
                        texts(span.getAttributesList())));
    }

    private static Map<String, String> texts(List<KeyValue> attributes) {
        return attributes.stream()
                .collect(Collectors.toMap(
                        KeyValue::getKey, attribute -> attribute.getValue().getStringValue()));
    }

    /**
     * One step of a trace.
     *
     * @param kind {@code SERVER}, {@code CONSUMER} …
     * @param parent the id of the step that caused it
     * @param attributes those that are text; of others the key alone
     */
    record Span(
            String service,
            String kind,
            String name,
            String trace,
            String id,
            String parent,
            Map<String, String> attributes) {}
}
