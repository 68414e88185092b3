package dev.waymark.persona.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads the feed as somebody else's program would: plain HTTP, one connection per client. */
record FeedClient(String token, HttpClient http) implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    static FeedClient with(String token) {
        return new FeedClient(
                token,
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    /** One page; none if the service is too busy to answer, as a client that asks again sees it. */
    List<JsonNode> after(long position, int limit) {
        var answer = send(request("/v1/events?after=" + position + "&limit=" + limit), BodyHandlers.ofString());
        if (answer.statusCode() == 503) {
            return List.of();
        }
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        var events = new ArrayList<JsonNode>();
        parse(answer.body()).forEach(events::add);
        return events;
    }

    int put(String key, String body) {
        var request = request("/v1/personas/by-key/" + key).PUT(HttpRequest.BodyPublishers.ofString(body));
        return send(request, BodyHandlers.ofString()).statusCode();
    }

    /** The lines of a stream as they come; closing it hangs up. */
    HttpResponse<Stream<String>> open(String... headers) {
        var request = request("/v1/events").header("Accept", "text/event-stream");
        return send(headers.length == 0 ? request : request.headers(headers), BodyHandlers.ofLines());
    }

    HttpResponse<Stream<String>> openAt(String query) {
        return send(request("/v1/events" + query).header("Accept", "text/event-stream"), BodyHandlers.ofLines());
    }

    /** The same as a browser's EventSource opens it. */
    HttpResponse<Stream<String>> openWith(String ticket) {
        var uri = URI.create("http://localhost:" + RestAssured.port + "/v1/events?ticket=" + ticket);
        return send(HttpRequest.newBuilder(uri).header("Accept", "text/event-stream"), BodyHandlers.ofLines());
    }

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Hangs up whatever is open. */
    @Override
    public void close() {
        http.shutdownNow();
    }
}
