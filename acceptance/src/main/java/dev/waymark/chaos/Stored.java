package dev.waymark.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What the databases of the services hold, of all workspaces. */
final class Stored {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Stack stack;

    Stored(Stack stack) {
        this.stack = stack;
    }

    /** The rows of a query, each with the texts of its columns. */
    List<List<String>> rows(String service, String query) throws SQLException {
        try (var connection = stack.database(service);
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            var rows = new ArrayList<List<String>>();
            while (result.next()) {
                var row = new ArrayList<String>();
                for (var column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    row.add(result.getString(column));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether all that a projection says is what its source says; an empty list may stand for none. */
    static boolean agrees(JsonNode projection, JsonNode source) {
        if (projection.isObject()) {
            return projection.properties().stream()
                    .allMatch(field -> agrees(field.getValue(), source.path(field.getKey())));
        }
        if (projection.isArray()) {
            var same = projection.size() == source.size() && (source.isArray() || projection.isEmpty());
            for (var i = 0; same && i < projection.size(); i++) {
                same = agrees(projection.get(i), source.get(i));
            }
            return same;
        }
        if (projection.isNumber() && source.isNumber()) {
            return projection.decimalValue().compareTo(source.decimalValue()) == 0;
        }
        return projection.equals(source) || projection.isNull() && source.isMissingNode();
    }
}
