package dev.waymark.persona.persona;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Merge patches (RFC 7396) of a document. */
@QuarkusTest
class PersonaPatchTest {

    private final Rules rules = new Rules();

    @Test
    void aPatchChangesWhatItNamesAndRemovesWhatIsNull() {
        var path = rules.create();

        rules.patch(path, "\"1.0\"", "{\"name\": \"Flyer\", \"headline\": null}")
                .statusCode(200)
                .header("ETag", "\"2.0\"")
                .body("name", equalTo("Flyer"))
                .body("headline", nullValue())
                .body("needs.key", contains("wifi", "seat"));
    }

    @Test
    void anObjectIsMergedAndNotReplaced() {
        var path = rules.create(
                "{\"name\": \"n\", \"demographics\": {\"age\": 42, \"city\": \"Porto\", \"children\": true}}");

        rules.patch(path, "*", "{\"demographics\": {\"age\": 43, \"city\": null}}")
                .statusCode(200)
                .body("demographics.age", equalTo(43))
                .body("demographics.children", equalTo(true))
                .body("demographics.size()", equalTo(2));
    }

    @Test
    void aListIsReplacedAndItsElementsAreMatchedByIdThenByKey() {
        var path = rules.create();
        var before = rules.get(path).extract();
        String wifi = before.path("needs[0].id");
        String seat = before.path("needs[1].id");

        rules.patch(path, "*", """
                        {"needs": [{"key": "food", "statement": "Eat", "kind": "FUNCTIONAL"},
                          {"id": "%s", "key": "bed", "statement": "Lie", "kind": "EMOTIONAL"},
                          {"key": "wifi", "statement": "Be online", "kind": "FUNCTIONAL"}]}""".formatted(seat))
                .statusCode(200)
                .body("needs", hasSize(3))
                .body("needs[1].id", equalTo(seat))
                .body("needs[2].id", equalTo(wifi))
                .body("needs[2].importance", nullValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'name': null} | /name",
                "{'nmae': 'typo'} | /nmae",
                "{'name': 7} | /name",
                "{'businessImportance': 11} | /businessImportance",
                "{'needs': [{'statement': 's'}]} | /needs/0/kind",
                "{'needs': [{'statement': 's', 'kind': 'FUNCTIONAL', 'knid': 1}]} | /needs/0/knid",
                "{'needs': {'0': {}}} | /needs",
                "{'needs': [null]} | /needs/0",
                "{'goals': [{'key': 'wifi', 'text': 't'}]} | /needs/0/key",
                "{'name': 'a', 'name': 'b'} | /name",
                "{'name': '\\u0000'} | /name",
                "[{'name': 'n'}] | ''",
                "'name' | ''",
                "7 | ''",
                "null | ''",
            })
    void whatMakesNoPersonaIsRefusedAndChangesNothing(String patch, String pointer) {
        var path = rules.create();

        rules.patch(path, "*", patch.replace('\'', '"'))
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-request"))
                .body("errors.pointer", contains(pointer.replace("''", "")));
        rules.get(path).header("ETag", "\"1.0\"").body("name", equalTo("Traveller"));
    }

    @Test
    void noBodyAndABombAreRefused() {
        var path = rules.create();

        rules.patch(path, "*", "").statusCode(400);
        rules.patch(path, "*", "{\"demographics\": ".repeat(500) + "1" + "}".repeat(500))
                .statusCode(400);
        rules.patch(path, "*", "{\"businessImportance\": 1e999999999}").statusCode(400);
        rules.get(path).header("ETag", "\"1.0\"");
    }

    @Test
    void aPatchOfMoreThanAMebibyteOrADocumentOfMoreThanHalfAOneIsTooLarge() {
        var path = rules.create();

        rules.patch(path, "*", "{\"description\": \"" + "x".repeat(1_100_000) + "\"}")
                .statusCode(413);
        rules.patch(path, "*", "{\"goals\": %1$s, \"pains\": %1$s, \"gains\": %1$s}".formatted(statements(199)))
                .statusCode(413)
                .body("type", equalTo("/problems/too-large"));
        rules.patch(path, "*", "{\"pains\": " + statements(190) + "}").statusCode(200);
        rules.patch(path, "*", "{\"gains\": " + statements(190) + "}").statusCode(200);
        rules.patch(path, "*", "{\"triggers\": " + statements(190) + "}").statusCode(413);
        rules.get(path).header("ETag", "\"3.0\"").body("triggers", hasSize(0));
    }

    @Test
    void whatOnlyTheServerSetsIsIgnored() {
        var path = rules.create();

        rules.patch(path, "\"1.0\"", """
                        {"id": "%s", "version": 9, "status": "PUBLISHED", "context": {"journeys": []},
                         "createdAt": "2020-01-01T00:00:00Z", "updatedAt": null}""".formatted(UUID.randomUUID()))
                .statusCode(200)
                .header("ETag", "\"1.0\"")
                .body("status", equalTo("DRAFT"));
        rules.get(path + "/revisions").body("items", hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "application/json-patch+json"})
    void onlyMergePatchesAreTaken(String type) {
        var path = rules.create();

        rules.workspace()
                .editor()
                .contentType(type)
                .header("If-Match", "*")
                .body("{\"name\": \"Flyer\"}")
                .patch(path)
                .then()
                .statusCode(415);
    }

    @Test
    void thePreconditionIsWantedAndKept() {
        var path = rules.create();
        rules.patch(path, "\"1.0\"", "{\"name\": \"Second\"}").statusCode(200);

        rules.workspace()
                .editor()
                .contentType("application/merge-patch+json")
                .body("{\"name\": \"No\"}")
                .patch(path)
                .then()
                .statusCode(428);
        rules.patch(path, "\"1.0\"", "{\"name\": \"No\"}").statusCode(412);
        rules.patch(path, "W/\"2.0\"", "{\"name\": \"No\"}").statusCode(412); // RFC 9110: compared strongly
        rules.patch(path, "\"1.0\", \"2.7\"", "{\"name\": \"Third\"}").statusCode(200);
        rules.patch(path, "*", "{\"name\": \"Fourth\"}").statusCode(200).header("ETag", "\"4.0\"");
    }

    @Test
    void whoHasItIsToldSoByWeakTagsAndListsToo() {
        var path = rules.create();

        for (var known : new String[] {"W/\"1.0\"", "\"0.0\", W/\"1.0\"", "\"9.9\",\"1.0\"", "*"}) {
            rules.workspace()
                    .viewer()
                    .header("If-None-Match", known)
                    .get(path)
                    .then()
                    .statusCode(304);
        }
        for (var other : new String[] {"\"1.1\"", "W/\"2.0\", \"3.0\"", "1.0"}) {
            rules.workspace()
                    .viewer()
                    .header("If-None-Match", other)
                    .get(path)
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void viewersAndArchivedOnesAreLeftAlone() {
        var path = rules.create();
        rules.workspace()
                .viewer()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"name\": \"No\"}")
                .patch(path)
                .then()
                .statusCode(403);
        rules.act(path + "/archive").statusCode(200);

        rules.patch(path, "*", "{\"name\": \"No\"}").statusCode(409);
        rules.patch(path, "\"1.0\"", "{\"name\": \"No\"}").statusCode(412);
    }

    private static String statements(int count) {
        return "[" + "{\"text\": \"%s\"},".formatted("x".repeat(900)).repeat(count - 1) + "{\"text\": \"t\"}]";
    }
}
