package dev.waymark.persona.persona;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a persona was: listed, read, compared, restored. */
@QuarkusTest
class PersonaHistoryTest {

    private final Rules rules = new Rules();
    private String path;
    private String revisions;

    @BeforeEach
    void makeAPersona() {
        path = rules.create();
        revisions = path + "/revisions";
    }

    @Test
    void revisionsAreListedNewestFirstPageByPage() {
        rename("Second");
        rename("Third");

        var first = rules.get(revisions + "?limit=2")
                .statusCode(200)
                .body("items.version", contains(3, 2))
                .body("items[0].actor", equalTo("editor@" + rules.workspace().name()))
                .extract();
        String cursor = first.path("next");
        rules.get(revisions + "?limit=2&cursor=" + cursor)
                .body("items.version", contains(1))
                .body("next", nullValue());
        rules.get(revisions + "?cursor=garbage").statusCode(400);
        rules.get(rules.create("{\"name\": \"Other\"}") + "/revisions?cursor=" + cursor)
                .statusCode(400);
    }

    @ParameterizedTest
    @CsvSource({"1, 3", "3, 1", "2, 3", "2, 2"})
    void theDifferenceMakesOneOfTheOther(int from, int to) {
        rename("Second");
        rules.patch(path, "*", "{\"headline\": null, \"needs\": [], \"demographics\": {\"a/~b\": 1}}")
                .statusCode(200);

        var diff = rules.get(revisions + "/" + from + "/diff?to=" + to)
                .statusCode(200)
                .contentType("application/json-patch+json")
                .extract()
                .asString();

        assertThat(Json.createPatch(array(diff)).apply(said(from))).isEqualTo(said(to));
        assertThat(array(diff).isEmpty()).isEqualTo(from == to);
    }

    @Test
    void anEarlierOneIsRestoredAsANewOne() {
        var before = rules.get(path).extract();
        rules.act(path + "/publish").statusCode(200);
        rules.patch(path, "*", "{\"name\": \"Third\", \"needs\": [], \"externalKey\": null}")
                .statusCode(200);

        rules.act(revisions + "/1/restore")
                .statusCode(200)
                .header("ETag", "\"4.0\"")
                .body("name", equalTo("Traveller"))
                .body("externalKey", equalTo("crm-17"))
                .body("status", equalTo("PUBLISHED"))
                .body("needs", equalTo(before.path("needs")))
                .body("createdAt", equalTo(before.path("createdAt")));
        rules.get(revisions).body("items.version", contains(4, 3, 2, 1));
    }

    @Test
    void restoringWhatIsSaidAnywayIsNoChange() {
        rules.act(path + "/publish").statusCode(200);

        rules.act(revisions + "/2/restore").statusCode(200).header("ETag", "\"2.0\"");
        rules.act(revisions + "/1/restore").statusCode(200).header("ETag", "\"2.0\"");
        rules.get(revisions).body("items", hasSize(2));
    }

    @Test
    void whatReferredToSomethingThatIsGoneIsNotRestored() {
        String segment = rules.post("/v1/segments", "{\"name\": \"s\", \"externalKey\": \"s\"}")
                .statusCode(201)
                .extract()
                .path("id");
        rules.patch(path, "*", "{\"segmentIds\": [\"key:s\"]}").statusCode(200);
        rules.patch(path, "*", "{\"segmentIds\": []}").statusCode(200);
        rules.workspace()
                .admin()
                .header("If-Match", "*")
                .delete("/v1/segments/" + segment)
                .then()
                .statusCode(204);

        rules.act(revisions + "/2/restore").statusCode(422).body("errors.pointer", contains("/segmentIds/0"));
        assertThat(rules.version(path)).isEqualTo(3);
    }

    @Test
    void aKeyThatSomebodyElseHasNowIsNotTakenBack() {
        rules.patch(path, "*", "{\"externalKey\": null}").statusCode(200);
        rules.create("{\"name\": \"Other\", \"externalKey\": \"crm-17\"}");

        rules.act(revisions + "/1/restore").statusCode(409).body("type", equalTo("/problems/duplicate-key"));
        assertThat(rules.version(path)).isEqualTo(2);
    }

    @Test
    void archivedOnesStaleOnesAndViewersRestoreNothing() {
        rename("Second");
        rules.workspace()
                .editor()
                .header("If-Match", "\"1.0\"")
                .post(revisions + "/1/restore")
                .then()
                .statusCode(412);
        rules.workspace().viewer().post(revisions + "/1/restore").then().statusCode(403);
        rules.act(path + "/archive").statusCode(200);

        rules.act(revisions + "/1/restore").statusCode(409);
        rules.get(path).body("name", equalTo("Second")).body("version", equalTo(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "0", "-1", "one", "99999999999", "1.0"})
    void aVersionThatIsNotThereIsNotFound(String version) {
        rules.get(revisions + "/" + version).statusCode(404);
        rules.get(revisions + "/" + version + "/diff?to=1").statusCode(404);
        rules.act(revisions + "/" + version + "/restore").statusCode(404);
    }

    @Test
    void theOtherVersionIsNamed() {
        rules.get(revisions + "/1/diff?to=2").statusCode(404);
        rules.get(revisions + "/1/diff").statusCode(400).body("errors.pointer", contains("to"));
        rules.get(revisions + "/1/diff?to=").statusCode(400).body("errors.pointer", contains("to"));
        rules.get(revisions + "/1/diff?to=0").statusCode(400).body("errors.pointer", contains("to"));
        rules.get(revisions + "/1/diff?to=two").statusCode(400).body("errors.pointer", contains("to"));
    }

    @Test
    void ofADeletedOneTheSummariesStay() {
        rules.workspace().admin().header("If-Match", "*").delete(path).then().statusCode(204);

        rules.get(revisions).statusCode(200).body("items.type", contains("persona.deleted.v1", "persona.created.v1"));
        rules.get(revisions + "/1").statusCode(404);
        rules.get(revisions + "/1/diff?to=2").statusCode(404);
        rules.act(revisions + "/1/restore").statusCode(404);
    }

    @Test
    void othersSeeNothing() {
        var stranger = new Rules();

        stranger.get(revisions).statusCode(404);
        stranger.get(revisions + "/1").statusCode(404);
        stranger.get(revisions + "/1/diff?to=1").statusCode(404);
        stranger.act(revisions + "/1/restore").statusCode(404);
        rules.get(Rules.PERSONAS + "/" + UUID.randomUUID() + "/revisions").statusCode(404);
        rules.get(path.replace("personas", "segments") + "/revisions").statusCode(404);
    }

    private void rename(String name) {
        rules.patch(path, "*", "{\"name\": \"" + name + "\"}").statusCode(200);
    }

    private JsonObject said(int version) {
        var revision =
                rules.get(revisions + "/" + version).statusCode(200).extract().asString();
        return Json.createReader(new StringReader(revision)).readObject().getJsonObject("data");
    }

    private static JsonArray array(String text) {
        return Json.createReader(new StringReader(text)).readArray();
    }
}
