package dev.waymark.history;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DifferenceTest {

    private static final int DEPTH = 4;

    @Property
    void appliedToTheOneItGivesTheOther(@ForAll("documents") JsonObject from, @ForAll("documents") JsonObject to) {
        var patch = Difference.between(from.toString(), to.toString());
        assertThat(Json.createPatch(array(patch)).apply(from)).isEqualTo(to);
    }

    @Property(tries = 100)
    void nothingTurnsADocumentIntoItself(@ForAll("documents") JsonObject document) {
        assertThat(Difference.between(document.toString(), document.toString())).isEqualTo("[]");
    }

    @Example
    void oneFieldOfOneElementIsOneOperation() {
        var from = "{\"needs\": [{\"id\": 1, \"importance\": 3}, {\"id\": 2, \"importance\": 4}]}";
        var to = "{\"needs\": [{\"id\": 1, \"importance\": 3}, {\"id\": 2, \"importance\": 9}]}";
        assertThat(Difference.between(from, to))
                .isEqualTo("[{\"op\":\"replace\",\"path\":\"/needs/1/importance\",\"value\":9}]");
    }

    /** Few names and few values, so that two documents have much in common; names that a JSON pointer must escape. */
    @Provide
    Arbitrary<JsonObject> documents() {
        return object(DEPTH);
    }

    private static Arbitrary<JsonObject> object(int depth) {
        return Arbitraries.maps(Arbitraries.of("a", "b", "c", "", "/", "~", "m~1n"), value(depth - 1))
                .ofMaxSize(4)
                .map(DifferenceTest::object);
    }

    private static Arbitrary<JsonValue> value(int depth) {
        var scalar = Arbitraries.of(
                JsonValue.NULL,
                JsonValue.TRUE,
                Json.createValue(0),
                Json.createValue(1),
                Json.createValue(2),
                Json.createValue(1.5),
                Json.createValue("x"),
                Json.createValue("ÿ\n\"漢"));
        if (depth == 0) {
            return scalar;
        }
        Arbitrary<JsonValue> list =
                Arbitraries.lazy(() -> value(depth - 1)).list().ofMaxSize(6).map(DifferenceTest::list);
        return Arbitraries.oneOf(
                List.of(scalar, list, Arbitraries.lazy(() -> object(depth)).map(o -> (JsonValue) o)));
    }

    private static JsonObject object(Map<String, JsonValue> fields) {
        var object = Json.createObjectBuilder();
        fields.forEach(object::add);
        return object.build();
    }

    private static JsonValue list(List<JsonValue> items) {
        var array = Json.createArrayBuilder();
        items.forEach(array::add);
        return array.build();
    }

    private static JsonArray array(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readArray();
        }
    }
}
