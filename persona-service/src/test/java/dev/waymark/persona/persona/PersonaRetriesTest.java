package dev.waymark.persona.persona;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** POSTs on personas, sent again with the same Idempotency-Key. */
@QuarkusTest
class PersonaRetriesTest {

    private static final String EAT = "{\"statement\": \"Eat\", \"kind\": \"FUNCTIONAL\"}";

    private final Rules rules = new Rules();

    @Test
    void aRepeatedCreationIsDoneOnce() {
        var first = rules.keyed("k1", Rules.PERSONAS, Rules.TRAVELLER);
        var second = rules.keyed("k1", Rules.PERSONAS, Rules.TRAVELLER);

        first.then().statusCode(201);
        assertSame(first, second);
        rules.keyed("k1", Rules.PERSONAS, "{\"name\": \"Other\"}")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));
        rules.get(Rules.PERSONAS).body("items", hasSize(1));
    }

    @Test
    void aRepeatIsAnsweredAlthoughAllHasChangedSince() {
        var first = rules.keyed("k1", Rules.PERSONAS, Rules.TRAVELLER);
        rules.workspace()
                .admin()
                .header("If-Match", "*")
                .delete(first.header("Location"))
                .then()
                .statusCode(204);

        assertSame(first, rules.keyed("k1", Rules.PERSONAS, Rules.TRAVELLER));
        rules.get(Rules.PERSONAS).body("items", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({"/publish, 200", "/archive, 200", "/revisions/1/restore, 200", "/needs?before=key:seat, 201"})
    void whatIsDoneWithADocumentIsDoneOnce(String action, int status) {
        var path = rules.create();
        rules.patch(path, "*", "{\"name\": \"Renamed\"}").statusCode(200);
        var body = action.startsWith("/needs") ? EAT : null;

        var first = rules.keyed("k1", path + action, body);
        first.then().statusCode(status);
        var tag = rules.tag(path);
        assertThat(tag).isEqualTo("\"3.0\"");

        assertSame(first, rules.keyed("k1", path + action, body));
        rules.get(path).header("ETag", tag);
        rules.get(path + "/revisions").body("items", hasSize(3));
    }

    @Test
    void aRepeatedRestoreIsDoneOnceAndAnotherKeyIsAnotherRequest() {
        var path = rules.create();
        rules.act(path + "/archive").statusCode(200);

        var first = rules.keyed("k1", path + "/restore", null);
        first.then().statusCode(200).header("ETag", "\"3.0\"");
        rules.act(path + "/archive").statusCode(200);

        assertSame(first, rules.keyed("k1", path + "/restore", null));
        rules.get(path).body("status", equalTo("ARCHIVED"));
        rules.keyed("k2", path + "/restore", null).then().statusCode(200).header("ETag", "\"5.0\"");
    }

    @Test
    void theQueryBelongsToTheRequest() {
        var path = rules.create();
        rules.keyed("k1", path + "/needs?before=key:seat", EAT).then().statusCode(201);

        rules.keyed("k1", path + "/needs?before=key:wifi", EAT).then().statusCode(422);
        rules.get(path).body("needs", hasSize(3));
    }

    @Test
    void aRefusalFreesTheKey() {
        rules.create();
        rules.keyed("k1", Rules.PERSONAS, "{\"name\": \" \"}").then().statusCode(400);
        rules.keyed("k1", Rules.PERSONAS, Rules.TRAVELLER).then().statusCode(409);

        rules.keyed("k1", Rules.PERSONAS, "{\"name\": \"Other\"}").then().statusCode(201);
        rules.get(Rules.PERSONAS).body("items.name", contains("Traveller", "Other"));
    }

    @Test
    void keysDoNotCrossActorsWorkspacesOrPaths() {
        var path = rules.create();
        var other = rules.create("{\"name\": \"Other\"}");
        var someone = "{\"name\": \"Someone\"}";
        var stranger = new Rules();

        var ids = Stream.of(
                        rules.keyed("k1", Rules.PERSONAS, someone),
                        rules.workspace()
                                .admin()
                                .header("Idempotency-Key", "k1")
                                .body(someone)
                                .post(Rules.PERSONAS),
                        stranger.keyed("k1", Rules.PERSONAS, someone),
                        rules.keyed("k1", path + "/archive", null),
                        rules.keyed("k1", other + "/archive", null))
                .map(answer -> answer.<String>path("id"))
                .toList();

        assertThat(ids).doesNotHaveDuplicates().allSatisfy(id -> assertThat(UUID.fromString(id))
                .isNotNull());
        stranger.get(Rules.PERSONAS).body("items", hasSize(1));
        rules.get(Rules.PERSONAS).body("items", hasSize(4));
    }

    @Test
    void ofTwinsAtTheSameMomentOneHasTheEffect() throws Exception {
        var token = rules.workspace().token("editor");
        Callable<Response> twin = () -> RestAssured.given()
                .auth()
                .oauth2(token)
                .contentType("application/json")
                .header("Idempotency-Key", "k1")
                .body("{\"name\": \"Twin\"}")
                .post(Rules.PERSONAS);

        var answers = Rules.atOnce(List.of(twin, twin, twin, twin));

        assertThat(answers).allSatisfy(answer -> assertSame(answers.getFirst(), answer));
        answers.getFirst().then().statusCode(201);
        rules.get(Rules.PERSONAS).body("items", hasSize(1));
    }

    private static void assertSame(Response first, Response again) {
        assertThat(again.statusCode()).isEqualTo(first.statusCode());
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        for (var header : List.of("Content-Type", "Cache-Control", "ETag")) {
            assertThat(again.header(header)).as(header).isEqualTo(first.header(header));
        }
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    }
}
