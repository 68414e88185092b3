package dev.waymark.fuzzing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.waymark.fuzzing.Request.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.StreamSupport;

/** JSON bodies: an example of the document, or a body made of its schema, and something in it changed. */
record Bodies(Schemas schemas, Values values, Hostile hostile, RandomGenerator random) {

    JsonNode body(JsonNode content, Kind kind) {
        var body = random.nextInt(3) == 0 ? values.allowed(content.path("schema")) : example(content);
        for (var i = random.nextInt(kind == Kind.VALID ? 0 : 1, 3); i > 0; i--) {
            var places = places(body, content.path("schema"));
            if (!places.isEmpty()) {
                change(values.any(places), kind);
            }
        }
        return body;
    }

    /** As the document has it; a copy. */
    JsonNode example(JsonNode content) {
        var examples = StreamSupport.stream(content.path("examples").spliterator(), false)
                .map(example -> schemas.resolved(example).path("value"))
                .toList();
        return examples.isEmpty()
                ? values.allowed(content.path("schema"))
                : values.any(examples).deepCopy();
    }

    private void change(Place place, Kind kind) {
        switch (kind) {
            case VALID -> place.set().accept(values.allowed(place.schema()));
            case BOUNDARY -> place.set().accept(values.atTheEdge(place.schema()));
            case INVALID -> {
                switch (random.nextInt(4)) {
                    case 0 -> place.remove().run();
                    case 1 -> place.addUnknown().run();
                    default -> place.set().accept(values.refused(place.schema()));
                }
            }
            case HOSTILE -> place.set().accept(TextNode.valueOf(hostile.text()));
        }
    }

    /** Where something is or could be, all the way down. */
    private List<Place> places(JsonNode node, JsonNode said) {
        var places = new ArrayList<Place>();
        var schema = schemas.resolved(said);
        if (node instanceof ObjectNode object) {
            schema.path("properties").properties().forEach(property -> {
                if (!schemas.isReadOnly(property.getValue())) {
                    places.add(Place.in(object, property.getKey(), property.getValue()));
                }
            });
            object.properties()
                    .forEach(property ->
                            places.addAll(places(property.getValue(), schemas.property(schema, property.getKey()))));
        } else if (node instanceof ArrayNode list) {
            for (var i = 0; i < list.size(); i++) {
                places.add(Place.in(list, i, schema.path("items")));
                places.addAll(places(list.get(i), schema.path("items")));
            }
        }
        return places;
    }

    /** @param addUnknown puts something beside it that nobody knows */
    private record Place(JsonNode schema, Consumer<JsonNode> set, Runnable remove, Runnable addUnknown) {

        static Place in(ObjectNode object, String name, JsonNode schema) {
            return new Place(
                    schema,
                    value -> object.set(name, value),
                    () -> object.remove(name),
                    () -> object.put(name + "x", 1));
        }

        static Place in(ArrayNode list, int index, JsonNode schema) {
            return new Place(
                    schema,
                    value -> list.set(index, value),
                    () -> list.set(index, list.get(0)),
                    () -> list.add(list.get(index)));
        }
    }
}
