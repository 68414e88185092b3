package dev.waymark.fuzzing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.waymark.fuzzing.Request.Kind;
import java.util.List;
import java.util.random.RandomGenerator;

/** Multipart forms of a mapping and a file, as imports want them. */
record Forms(Schemas schemas, Values values, Hostile hostile, Bodies bodies, RandomGenerator random) {

    static final String BOUNDARY = "a-boundary-that-is-nowhere-else";

    private static final List<String> FILES = List.of(
            "who,wifi\nown,4\n",
            "who,wifi\r\nown,4\r\nown,99\r\n",
            "who,wifi\nown\n",
            "who,wifi\n\"own,4\n",
            "wifi;who\n4;own\n",
            "who,wifi,wifi\nown,1,2\n",
            "",
            "\ufeffwho,wifi\nown,4",
            "who,wifi\n=1+1,4\n",
            "who\u0000,wifi\nown,4\n",
            "x".repeat(200_000),
            ",".repeat(100_000),
            "who,wifi\n" + "own,4\n".repeat(2_000));

    /** The mapping as the example has it, or changed, and a file that it fits, or another one. */
    String form(JsonNode content, Kind kind) {
        var example = bodies.example(content);
        var schema = JsonNodeFactory.instance
                .objectNode()
                .set("schema", schemas.property(content.path("schema"), "mapping"));
        var mapping = kind == Kind.VALID || random.nextBoolean() ? example.path("mapping") : bodies.body(schema, kind);
        var json = Hostile.sent(mapping.toString());
        var file = kind == Kind.VALID || random.nextBoolean()
                ? example.path("file").asText()
                : values.any(FILES);
        return part(
                        "mapping",
                        "application/json",
                        kind == Kind.HOSTILE && random.nextBoolean() ? hostile.body(json) : json)
                + part(
                        "file\"; filename=\"" + (kind == Kind.HOSTILE ? "..\\..\\a\u00ff.csv" : "a.csv"),
                        "text/csv",
                        Hostile.sent(file))
                + "--" + BOUNDARY + "--\r\n";
    }

    private static String part(String name, String type, String content) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\nContent-Type: " + type
                + "\r\n\r\n" + content + "\r\n";
    }
}
