package dev.waymark.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.contracts.SchemaChanges.For;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What breaks a reader between two states of the event schemas of a service. */
final class EventChanges {

    private EventChanges() {}

    /** A sentence for each; a new file, {@code .v2} say, breaks nobody. */
    static List<String> between(Contract before, Contract after) {
        return before.schemas().stream()
                .flatMap(name -> after.schemas().contains(name)
                        ? between(name, schemas(before), schemas(after))
                        : Stream.of(name + " is gone"))
                .toList();
    }

    private static Stream<String> between(
            String name, Function<String, JsonNode> before, Function<String, JsonNode> after) {
        return new SchemaChanges(For.READER, before, after)
                .between(before.apply(name), after.apply(name)).stream().map(change -> name + ": " + change);
    }

    /** Gives what {@code file#/place} points to; references within a file are made such as well. */
    private static Function<String, JsonNode> schemas(Contract contract) {
        return reference -> {
            var parts = reference.split("#", 2);
            var schema = contract.read(parts[0]);
            schema.findParents("$ref").forEach(node -> {
                var local = node.path("$ref").asText();
                if (local.startsWith("#")) {
                    ((ObjectNode) node).put("$ref", parts[0] + local);
                }
            });
            return parts.length == 1 ? schema : schema.at(parts[1]);
        };
    }
}
