package dev.waymark.devstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.devstack.StackSettings;
import dev.waymark.devstack.launch.Refusal;
import dev.waymark.devstack.launch.TokenRequestForm;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** The three services as any client sees them: HTTP with a bearer token. */
final class Api implements AutoCloseable {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    static final ObjectMapper JSON = new ObjectMapper();

    private final StackSettings settings;
    private final String token;
    private final HttpClient http = HttpClient.newHttpClient();

    Api(StackSettings settings, String workspace) throws Exception {
        this.settings = settings;
        this.token = new TokenRequestForm(settings)
                .token(Map.of("workspace", workspace, "role", "editor", "actor", "waymark-demo"));
    }

    JsonNode get(String service, String path) throws IOException, InterruptedException {
        return send(request(service, path).GET());
    }

    /** Creates or replaces, whichever is needed: it can be done again and again. */
    JsonNode put(String service, String path, Object body) throws IOException, InterruptedException {
        return send(request(service, path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    JsonNode upload(String service, String path, Multipart form) throws IOException, InterruptedException {
        return send(request(service, path)
                .header("Content-Type", form.contentType())
                .POST(form.body()));
    }

    /** Waits until a gap map has heard of its persona's needs, which reach it through an event. */
    void awaitNeeds(String gapMap, int count) throws IOException, InterruptedException {
        var giveUp = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (get("gapmap", gapMap).at("/context/needs").size() < count) {
            if (System.nanoTime() > giveUp) {
                throw new Refusal("The gap map has not heard of its persona within a minute; is Kafka up?");
            }
            Thread.sleep(100);
        }
    }

    String url(String service) {
        return "http://localhost:" + settings.port(service.toUpperCase(Locale.ROOT) + "_PORT");
    }

    /** One segment of a path. */
    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public void close() {
        http.close();
    }

    private HttpRequest.Builder request(String service, String path) {
        return HttpRequest.newBuilder(URI.create(url(service) + path)).header("Authorization", "Bearer " + token);
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var asked = request.build();
        try {
            var answer = http.send(asked, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 400) {
                throw new Refusal(asked.method() + " " + asked.uri() + " was answered with " + answer.statusCode()
                        + ": " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (ConnectException e) {
            throw new Refusal("Nothing answers at " + asked.uri() + "; start the stack with ./waymark up.");
        }
    }
}
