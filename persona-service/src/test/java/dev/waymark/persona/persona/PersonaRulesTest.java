package dev.waymark.persona.persona;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** The rules that all documents keep, on personas: patches, nested elements, history, batches, repeated requests. */
@QuarkusTest
class PersonaRulesTest {

    private static final String TRAVELLER = """
            {"externalKey": "crm-17", "name": "Traveller", "headline": "Flies", "needs": [
              {"key": "wifi", "statement": "Work on the way", "kind": "FUNCTIONAL", "importance": 8},
              {"key": "seat", "statement": "Sleep", "kind": "EMOTIONAL"}]}
            """;

    private final TestWorkspace workspace = TestWorkspace.fresh();

    @Test
    void aPatchChangesWhatItNamesAndRemovesWhatIsNull() {
        var path = create();

        workspace
                .editor()
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"1.0\"")
                .body("{\"name\": \"Flyer\", \"headline\": null}")
                .patch(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"2.0\"")
                .body("name", equalTo("Flyer"))
                .body("headline", nullValue())
                .body("needs.key", contains("wifi", "seat"));
    }

    @Test
    void anElementIsChangedUnderItsOwnEtag() {
        var path = create();
        var wifi = path + "/needs/key:wifi";
        var tag = workspace.viewer().get(wifi).then().statusCode(200).extract().header("ETag");
        workspace.viewer().header("If-None-Match", tag).get(wifi).then().statusCode(304);

        patch(path + "/needs/key:seat", "*", "{\"importance\": 3}").then().statusCode(200);
        patch(wifi, tag, "{\"importance\": 9}").then().statusCode(200).body("importance", equalTo(9.0f));
        patch(wifi, tag, "{\"importance\": 1}").then().statusCode(412);

        workspace.viewer().get(path).then().body("needs.importance", contains(9.0f, 3.0f));
    }

    @Test
    void anElementIsAddedBeforeAnotherAndRemoved() {
        var path = create();

        var added = workspace
                .editor()
                .body("{\"statement\": \"Eat\", \"kind\": \"FUNCTIONAL\"}")
                .post(path + "/needs?before=key:seat")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");

        workspace.viewer().get(path).then().body("needs.statement", contains("Work on the way", "Eat", "Sleep"));
        workspace.editor().header("If-Match", "*").delete(added).then().statusCode(204);
        workspace.viewer().get(path + "/needs").then().body("items.statement", contains("Work on the way", "Sleep"));
    }

    @Test
    void historyIsReadComparedAndRestored() {
        var path = create();
        patch(path, "*", "{\"name\": \"Flyer\"}").then().statusCode(200);

        workspace
                .viewer()
                .get(path + "/revisions")
                .then()
                .body("items.version", contains(2, 1))
                .body("items[0].actor", equalTo("editor@" + workspace.name()));
        workspace.viewer().get(path + "/revisions/1").then().body("data.name", equalTo("Traveller"));
        workspace
                .viewer()
                .get(path + "/revisions/1/diff?to=2")
                .then()
                .contentType("application/json-patch+json")
                .body("find { it.path == '/name' }.value", equalTo("Flyer"));
        workspace
                .editor()
                .post(path + "/revisions/1/restore")
                .then()
                .statusCode(200)
                .body("name", equalTo("Traveller"))
                .body("version", equalTo(3));
    }

    @Test
    void aBatchAnswersForEachItem() {
        create();

        workspace
                .editor()
                .urlEncodingEnabled(false) // or the colon would be encoded
                .body("{\"items\": [" + TRAVELLER + ", {\"name\": \"Other\"}, {\"nmae\": \"typo\"}, 7]}")
                .post("/v1/personas:batch")
                .then()
                .statusCode(200)
                .body("items.status", contains(200, 201, 400, 400))
                .body("items[0].version", equalTo(1))
                .body("items[2].problem.errors.pointer", hasItem("/nmae"));
        workspace.viewer().get("/v1/personas").then().body("items", hasSize(2));
    }

    @Test
    void aRepeatedPostIsDoneOnce() {
        var first = workspace
                .editor()
                .header("Idempotency-Key", "k1")
                .body(TRAVELLER)
                .post("/v1/personas");
        var second = workspace
                .editor()
                .header("Idempotency-Key", "k1")
                .body(TRAVELLER)
                .post("/v1/personas");

        first.then().statusCode(201);
        second.then().statusCode(201).header("Location", first.header("Location"));
        assertThat(second.asString()).isEqualTo(first.asString());
        workspace
                .editor()
                .header("Idempotency-Key", "k1")
                .body("{\"name\": \"Other\"}")
                .post("/v1/personas")
                .then()
                .statusCode(422);
    }

    @Test
    void listsAreSearchedByWordsAndTheirBeginnings() {
        create();
        workspace
                .editor()
                .body("{\"name\": \"Commuter\"}")
                .post("/v1/personas")
                .then()
                .statusCode(201);

        workspace.viewer().get("/v1/personas?q=work wa").then().body("items.name", contains("Traveller"));
        workspace.viewer().get("/v1/personas?sort=name").then().body("items.name", contains("Commuter", "Traveller"));
        workspace
                .viewer()
                .get("/v1/personas?sort=-name&view=full")
                .then()
                .statusCode(200)
                .body("items[0].needs.key", contains("wifi", "seat"));
    }

    private io.restassured.response.Response patch(String path, String ifMatch, String body) {
        return workspace
                .editor()
                .contentType("application/merge-patch+json")
                .header("If-Match", ifMatch)
                .body(body)
                .patch(path);
    }

    private String create() {
        return "/v1/personas/"
                + workspace
                        .editor()
                        .body(TRAVELLER)
                        .post("/v1/personas")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
    }
}
