package dev.waymark.refusals;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Stream;

/**
 * One operation of an OpenAPI document.
 *
 * @param path its template, {@code /v1/personas/{id}} say
 * @param role that it asks for
 * @param mediaType of the body it takes; empty if it takes none
 * @param query what has to be asked, the parameters being 1: {@code ?to=1}; empty if nothing has to be
 */
public record Operation(String method, String path, String role, String mediaType, String query) {

    private static final String MAPPING = """
            {"provider": "who", "needs": {"wifi": "019aa5b0-0c1e-7c3a-9d52-6f1b8a2e4d10"}}""";
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** Of the service under test, in the order of its document. */
    public static List<Operation> all() {
        var document = json(given().accept("application/json").get("/openapi").asString());
        return document.get("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .map(operation -> of(path.getKey(), operation.getKey(), operation.getValue())))
                .toList();
    }

    private static Operation of(String path, String method, JsonNode operation) {
        var types = operation.at("/requestBody/content").fieldNames();
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                operation.at("/security/0/token/0").asText(),
                types.hasNext() ? types.next() : "",
                query(operation.path("parameters")));
    }

    private static String query(JsonNode parameters) {
        var names = new StringJoiner("&", "?", "").setEmptyValue("");
        for (var parameter : parameters) {
            if (parameter.path("in").asText().equals("query")
                    && parameter.path("required").asBoolean()) {
                names.add(parameter.path("name").asText() + "=1");
            }
        }
        return names.toString();
    }

    static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it is about something by its id. */
    public boolean takesAnId() {
        return Stream.of("{id}", "{gapMapId}").anyMatch(path::contains);
    }

    /** @param body sent if it takes one; a form has a mapping and a file that fit each other instead */
    Response ask(RequestSpecification caller, String filledPath, String body) {
        var request = caller.urlEncodingEnabled(false).header("If-Match", "*");
        if (mediaType.startsWith("multipart/")) {
            request.contentType(ContentType.MULTIPART)
                    .multiPart("mapping", MAPPING, "application/json")
                    .multiPart("file", "ratings.csv", "who,wifi\nus,4\n".getBytes(US_ASCII), "text/csv");
        } else if (!mediaType.isEmpty()) {
            request.contentType(mediaType).body(body);
        }
        return request.request(method, filledPath + query);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
