package dev.waymark.gapmap.imports.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;

/** A JSON object per line, of texts, numbers, true (1), false (0) and null; what one leaves out, it does not say. */
final class NdjsonFile {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private NdjsonFile() {}

    /** @param named the columns of which is kept whether there are any */
    static void read(BoundedRows text, Collection<String> named, Rows rows) throws IOException {
        var columns = new LinkedHashSet<String>();
        var lines = new BufferedReader(text);
        var number = 0L;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            text.nextRow();
            if (!line.isBlank()) {
                var row = parsed(line, number);
                named.stream().filter(row.values()::containsKey).forEach(columns::add);
                rows.row(row);
            }
        }
        rows.columns(columns);
    }

    private static JsonRow parsed(String line, long number) throws IOException {
        try (var json = JSON.createParser(line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return JsonRow.faulty(number, "is no JSON object");
            }
            var values = new HashMap<String, String>();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                var column = json.currentName();
                if (json.nextToken().isStructStart()) {
                    return JsonRow.faulty(number, "has an object or a list where a value belongs");
                }
                values.put(column, text(json));
            }
            return json.nextToken() == null
                    ? new JsonRow(number, values, null)
                    : JsonRow.faulty(number, "goes on after its object");
        } catch (JsonProcessingException e) {
            return JsonRow.faulty(number, "is no JSON object");
        }
    }

    private static String text(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_NULL -> "";
            case VALUE_TRUE -> "1";
            case VALUE_FALSE -> "0";
            default -> json.getText().strip();
        };
    }

    private record JsonRow(long line, Map<String, String> values, String fault) implements Row {

        static JsonRow faulty(long line, String fault) {
            return new JsonRow(line, Map.of(), fault);
        }

        @Override
        public String get(String column) {
            return values.getOrDefault(column, "");
        }
    }
}
