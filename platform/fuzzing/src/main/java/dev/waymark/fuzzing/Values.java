package dev.waymark.fuzzing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Values that a schema allows, that are at its edges, or that it refuses. */
record Values(Schemas schemas, RandomGenerator random) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MOST = 1_000;
    private static final int DEEPEST = 6;
    private static final long SOME_DAY = 1_790_000_000L;

    /** What most patterns of the documents have a place for. */
    private static final List<String> WORDS = List.of(
            "word",
            "two words",
            "EUR",
            "key:there",
            "P1M",
            "P2W",
            "PT5M",
            "https://example.com/a",
            "/v1/events",
            "é日本");

    /** What is just inside or just outside of what most fields are for. */
    private static final List<String> EDGES = List.of("", " ", "0", "a", "\u00a0", "🧭", "e\u0301", "\n", "key:");

    JsonNode allowed(JsonNode said) {
        return allowed(said, 0);
    }

    private JsonNode allowed(JsonNode said, int depth) {
        var schema = chosen(said);
        if (schema.has("enum")) {
            return any(schema.path("enum"));
        }
        if (schema.has("examples") && random.nextBoolean()) {
            return any(schema.path("examples"));
        }
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> list(schema.path("items"), length(schema, "minItems", "maxItems", 3), depth);
            case "integer" -> JSON.numberNode((long) number(schema));
            case "number" ->
                JSON.numberNode(
                        BigDecimal.valueOf(Math.round(number(schema) * 4)).divide(BigDecimal.valueOf(4)));
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "null" -> JSON.nullNode();
            default -> JSON.textNode(text(schema));
        };
    }

    /** The least, the most, the empty and the strange; some of it is beyond what is allowed. */
    JsonNode atTheEdge(JsonNode said) {
        var schema = chosen(said);
        return switch (type(schema)) {
            case "object" -> JSON.objectNode();
            case "array" -> list(schema.path("items"), edge(schema, "minItems", "maxItems", 100), DEEPEST - 1);
            case "integer", "number" ->
                any(
                        Stream.of("minimum", "maximum")
                                .filter(schema::has)
                                .flatMap(bound -> around(schema.path(bound).decimalValue()))
                                .toList(),
                        JSON.numberNode(random.nextBoolean() ? Long.MAX_VALUE : Integer.MIN_VALUE));
            case "boolean", "null" -> JSON.nullNode();
            default ->
                random.nextInt(3) == 0
                        ? JSON.textNode(any(EDGES))
                        : JSON.textNode((random.nextBoolean() ? "x" : "🧭")
                                .repeat(edge(schema, "minLength", "maxLength", MOST)));
        };
    }

    /** Of another kind than the schema wants, or a word that it does not know. */
    JsonNode refused(JsonNode said) {
        var schema = chosen(said);
        var isWord = type(schema).equals("string") && !schema.has("enum");
        return any(
                Stream.of(
                                JSON.nullNode(),
                                JSON.textNode("no such word"),
                                JSON.numberNode(7),
                                JSON.numberNode(new BigDecimal("0.5")),
                                JSON.booleanNode(true),
                                JSON.arrayNode().add("no such word"),
                                JSON.arrayNode().addNull(),
                                JSON.objectNode().put("no", "such word"))
                        .filter(value -> !(isWord && value.isTextual()))
                        .toList(),
                JSON.nullNode());
    }

    /** What a reference leads to, and one where there is a choice. */
    private JsonNode chosen(JsonNode said) {
        var schema = schemas.resolved(said);
        for (var choice : List.of("anyOf", "oneOf")) {
            if (schema.has(choice)) {
                return chosen(any(schema.path(choice)));
            }
        }
        return schema;
    }

    private String type(JsonNode schema) {
        var type = schema.path("type");
        return type.isArray() ? any(type).asText() : type.asText("string");
    }

    private JsonNode object(JsonNode schema, int depth) {
        var object = JSON.objectNode();
        var required = StreamSupport.stream(schema.path("required").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        schema.path("properties").properties().forEach(property -> {
            var wanted = required.contains(property.getKey()) || depth < DEEPEST && random.nextInt(3) == 0;
            if (wanted && !schemas.isReadOnly(property.getValue())) {
                object.set(property.getKey(), allowed(property.getValue(), depth + 1));
            }
        });
        if (schema.path("additionalProperties").isObject()) {
            object.set("k" + random.nextInt(MOST), allowed(schema.path("additionalProperties"), depth + 1));
        }
        return object;
    }

    private ArrayNode list(JsonNode items, int size, int depth) {
        var list = JSON.arrayNode();
        for (var i = 0; i < Math.min(size, MOST) && depth < DEEPEST; i++) {
            list.add(allowed(items, depth + 1));
        }
        return list;
    }

    private double number(JsonNode schema) {
        var least = schema.path("minimum").asDouble(-MOST);
        return schema.has("minimum") && random.nextBoolean()
                ? least
                : random.nextDouble(least, Math.max(schema.path("maximum").asDouble(MOST), least + 1));
    }

    private String text(JsonNode schema) {
        return switch (schema.path("format").asText()) {
            case "uuid" -> id().toString();
            case "date" -> LocalDate.ofEpochDay(random.nextInt(30_000)).toString();
            case "date-time" -> Instant.ofEpochSecond(random.nextLong(SOME_DAY)).toString();
            default -> word(schema);
        };
    }

    private String word(JsonNode schema) {
        var pattern = schema.path("pattern").asText();
        var length = length(schema, "minLength", "maxLength", 20);
        Predicate<String> fits = Pattern.compile(pattern).asPredicate();
        return any(
                Stream.concat(WORDS.stream(), Stream.of("w".repeat(length), "w" + random.nextInt()))
                        .filter(fits)
                        .filter(word ->
                                word.length() <= schema.path("maxLength").asInt(MOST))
                        .toList(),
                "word");
    }

    private int length(JsonNode schema, String least, String most, int usual) {
        var from = schema.path(least).asInt(0);
        return random.nextInt(from, Math.min(schema.path(most).asInt(from + usual), from + usual) + 1);
    }

    private int edge(JsonNode schema, String least, String most, int usual) {
        var bound = random.nextBoolean()
                ? schema.path(least).asInt(0)
                : schema.path(most).asInt(usual);
        return Math.max(0, bound + random.nextInt(-1, 2));
    }

    private static Stream<JsonNode> around(BigDecimal bound) {
        return Stream.of("-1", "-0.000001", "0", "0.0", "0.000001", "1", "1e3")
                .map(step -> JSON.numberNode(bound.add(new BigDecimal(step))));
    }

    /** Of nothing. */
    UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    JsonNode any(JsonNode list) {
        return list.get(random.nextInt(list.size()));
    }

    <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private <T> T any(List<? extends T> list, T otherwise) {
        return list.isEmpty() ? otherwise : any(list);
    }
}
