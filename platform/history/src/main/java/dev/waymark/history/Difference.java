package dev.waymark.history;

import jakarta.json.Json;
import jakarta.json.JsonStructure;
import java.io.StringReader;

/** What turns one JSON document into another: a JSON Patch (RFC 6902). */
final class Difference {

    private Difference() {}

    /** @return a JSON array of operations, empty if the documents say the same */
    static String between(String from, String to) {
        return Json.createDiff(read(from), read(to)).toString();
    }

    private static JsonStructure read(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.read();
        }
    }
}
