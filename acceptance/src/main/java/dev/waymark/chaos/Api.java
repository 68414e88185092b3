package dev.waymark.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The services as a careful client sees them: any instance, a limit to its patience, and no answer means that nothing is
 * known.
 */
final class Api {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** To an instance whose clock is behind, every token is from the future. */
    private static final List<Integer> AGAIN = List.of(401, 429, 500, 502, 503, 504);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Stack stack;
    private final String token;
    private final RandomGenerator random;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    Api(Stack stack, String token, RandomGenerator random) {
        this.stack = stack;
        this.token = token;
        this.random = random;
    }

    /**
     * Asks once.
     *
     * @return empty if nobody knows what came of it: no answer, or one that says to try again
     */
    Optional<Answer> ask(Request request) throws InterruptedException {
        var urls = stack.urls(request.service());
        var builder = HttpRequest.newBuilder(URI.create(urls.get(random.nextInt(urls.size())) + request.path()))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", request.mediaType())
                .method(request.method(), BodyPublishers.ofString(request.body()));
        request.headers().forEach(builder::header);
        try {
            var answer = Answer.of(client.send(builder.build(), BodyHandlers.ofString()));
            return AGAIN.contains(answer.status()) ? Optional.empty() : Optional.of(answer);
        } catch (IOException nobodyKnows) {
            return Optional.empty();
        }
    }

    /** Asks until there is an answer; for what may be done twice. */
    Answer insist(Request request) throws InterruptedException {
        while (true) {
            var answer = ask(request);
            if (answer.isPresent()) {
                return answer.get();
            }
            Thread.sleep(random.nextInt(50, 500));
        }
    }

    /** One request. */
    record Request(
            String method, String service, String path, String mediaType, String body, Map<String, String> headers) {

        static Request get(String service, String path) {
            return new Request("GET", service, path, "application/json", "", Map.of());
        }

        static Request send(String method, String service, String path, String json) {
            return new Request(method, service, path, "application/json", json, Map.of());
        }

        Request with(String header, String value) {
            return new Request(method, service, path, mediaType, body, Map.of(header, value));
        }
    }

    /** An answer that says what has happened. */
    record Answer(int status, JsonNode body, String entityTag) {

        static Answer of(HttpResponse<String> response) throws IOException {
            return new Answer(
                    response.statusCode(),
                    JSON.readTree(response.body().isEmpty() ? "null" : response.body()),
                    response.headers().firstValue("ETag").orElse(""));
        }

        String id() {
            return body.path("id").asText();
        }
    }
}
