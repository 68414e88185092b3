package dev.waymark.devstack.launch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** In the place of a service: it is ready, tells what it was told, and ends when asked to or from the start. */
final class StandInService {
    private StandInService() {}

    public static void main(String... args) throws IOException {
        var port = System.getenv("WAYMARK_HTTP_PORT");
        if (port.equals(System.getenv("STAND_IN_ENDS"))) {
            System.out.println("cannot read the stars");
            System.exit(3);
        }
        var server = HttpServer.create(new InetSocketAddress(Integer.parseInt(port)), 0);
        server.createContext("/q/health/ready", exchange -> answer(exchange, "UP"));
        server.createContext("/v1/personas", exchange -> answer(exchange, "{\"items\":[{}]}"));
        server.createContext("/environment", exchange -> answer(exchange, environment()));
        server.createContext("/end", exchange -> System.exit(4));
        server.start();
    }

    private static String environment() {
        return System.getenv().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        try (var body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }
}
