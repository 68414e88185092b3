package dev.waymark.persona.persona;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.waymark.testing.TestTopic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nested elements, on the needs of a persona. */
@QuarkusTest
class NeedResourceTest {

    private static final String EAT = "{\"key\": \"food\", \"statement\": \"Eat\", \"kind\": \"FUNCTIONAL\"}";

    private final Rules rules = new Rules();
    private String path;
    private String needs;
    private String wifi;

    @BeforeEach
    void makeAPersona() {
        path = rules.create();
        needs = path + "/needs";
        wifi = needs + "/key:wifi";
    }

    @Test
    void anElementIsChangedUnderItsOwnEtag() {
        var tag = rules.tag(wifi);
        rules.workspace()
                .viewer()
                .header("If-None-Match", "\"x\", W/" + tag)
                .get(wifi)
                .then()
                .statusCode(304);

        rules.patch(needs + "/key:seat", "*", "{\"importance\": 3}").statusCode(200);
        rules.patch(path, "*", "{\"name\": \"Renamed\"}").statusCode(200);
        var changed = rules.patch(wifi, "\"x\", " + tag, "{\"importance\": 9}")
                .statusCode(200)
                .body("importance", equalTo(9.0f))
                .header("ETag", not(equalTo(tag)))
                .extract();
        rules.patch(wifi, tag, "{\"importance\": 1}").statusCode(412);
        rules.patch(wifi, "W/" + changed.header("ETag"), "{\"importance\": 1}").statusCode(412);

        rules.get(wifi).header("ETag", equalTo(changed.header("ETag")));
        rules.get(path).body("needs.importance", contains(9.0f, 3.0f)).body("version", equalTo(4));
    }

    @Test
    void aPatchThatChangesNothingLeavesEtagAndHistory() {
        var tag = rules.tag(wifi);

        rules.patch(wifi, tag, "{\"statement\": \"Work on the way\", \"kanoClass\": null}")
                .statusCode(200)
                .header("ETag", equalTo(tag));
        rules.get(path + "/revisions").body("items", hasSize(1));
    }

    @Test
    void aPreconditionIsWanted() {
        for (var request : List.<Callable<Response>>of(
                () -> rules.workspace()
                        .editor()
                        .contentType("application/merge-patch+json")
                        .body("{\"importance\": 1}")
                        .patch(wifi),
                () -> rules.workspace().editor().delete(wifi))) {
            assertThat(status(request)).isEqualTo(428);
        }
        rules.workspace()
                .editor()
                .header("If-Match", "\"old\"")
                .delete(wifi)
                .then()
                .statusCode(412);
        assertThat(rules.version(path)).isEqualTo(1);
    }

    @Test
    void editorsOfDifferentElementsDoNotMeetAndOfTheSameOneOneWins() throws Exception {
        var token = rules.workspace().token("editor");
        var seat = needs + "/key:seat";
        var tagOfWifi = rules.tag(wifi);
        var tagOfSeat = rules.tag(seat);

        var answers = Rules.atOnce(IntStream.range(0, 8)
                .<Callable<Response>>mapToObj(i -> () -> i % 2 == 0
                        ? Rules.patch(token, wifi, tagOfWifi, "{\"statement\": \"" + i + "\"}")
                        : Rules.patch(token, seat, tagOfSeat, "{\"statement\": \"" + i + "\"}"))
                .toList());

        for (int one = 0; one < 2; one++) {
            var mine = one;
            var statuses = IntStream.range(0, 8)
                    .filter(i -> i % 2 == mine)
                    .mapToObj(i -> answers.get(i).statusCode())
                    .toList();
            assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
        }
        assertThat(rules.version(path)).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"'', 2", "?before=key:wifi, 0", "?before=key:seat, 1"})
    void anElementIsAddedBeforeAnotherOrLast(String before, int place) {
        var added = rules.post(needs + before, EAT).statusCode(201).extract();

        var location = added.header("Location");
        rules.get(location).statusCode(200).header("ETag", added.header("ETag")).body("statement", equalTo("Eat"));
        assertThat(location).endsWith(needs + "/" + added.path("id"));
        rules.get(path).body("needs", hasSize(3)).body("needs[" + place + "].key", equalTo("food"));
        rules.delete(location).statusCode(204);
        rules.get(needs).body("items.key", contains("wifi", "seat"));
    }

    @Test
    void anElementIsAddedBeforeAnId() {
        String seat = rules.get(path).extract().path("needs[1].id");

        rules.post(needs + "?before=" + seat, EAT).statusCode(201);

        rules.get(needs).body("items.key", contains("wifi", "food", "seat"));
    }

    @Test
    void thereIsNoPlaceBeforeWhatIsNotThere() {
        rules.post(needs + "?before=key:none", EAT)
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-reference"))
                .body("errors.pointer", contains("before"));
        rules.post(needs + "?before=" + UUID.randomUUID(), EAT).statusCode(422);
        rules.post(needs + "?before=seat", EAT).statusCode(400).body("errors.pointer", contains("before"));
        assertThat(rules.version(path)).isEqualTo(1);
    }

    @Test
    void whatExistsAlreadyIsNotAddedAgain() {
        String id = rules.get(path).extract().path("needs[0].id");

        rules.post(needs, EAT.replace("food", "wifi")).statusCode(400).body("errors.pointer", contains("/key"));
        rules.post(needs, EAT.replace("{", "{\"id\": \"" + id + "\", "))
                .statusCode(400)
                .body("errors.pointer", contains("/id"));
        rules.post(needs + "?before=key:wifi", EAT.replace("food", "wifi"))
                .statusCode(400)
                .body("errors.pointer", contains(""))
                .body("errors[0].detail", equalTo("in the document at /needs/1/key: two elements have the key 'wifi'"));
        assertThat(rules.version(path)).isEqualTo(1);
    }

    @Test
    void placesOfErrorsBeginAtTheElement() {
        rules.post(needs, "{\"statement\": \" \", \"importance\": 11}")
                .statusCode(400)
                .body("errors.pointer", contains("/importance", "/kind", "/statement"));
        rules.post(needs, EAT.replace("food", "k".repeat(201)))
                .statusCode(400)
                .body("errors.pointer", contains("/key"));
        rules.patch(wifi, "*", "{\"kind\": null}").statusCode(400).body("errors.pointer", contains("/kind"));
        rules.patch(wifi, "*", "{\"knid\": 1}").statusCode(400).body("errors.pointer", contains("/knid"));
        rules.patch(wifi, "*", "{\"key\": \"seat\"}").statusCode(400);
        rules.patch(needs + "/key:seat", "*", "{\"key\": \"wifi\"}")
                .statusCode(400)
                .body("errors.pointer", contains("/key"));
        rules.patch(wifi, "*", "[]").statusCode(400);
        assertThat(rules.version(path)).isEqualTo(1);
    }

    @Test
    void theTwoHundredthIsTheLast() {
        var many = EAT.replace("food", "f%d") + ",";
        var list = new StringBuilder();
        IntStream.range(0, 199).forEach(i -> list.append(many.formatted(i)));
        rules.patch(path, "*", "{\"needs\": [" + list + EAT + "]}").statusCode(200);

        rules.post(needs, EAT.replace("food", "one-more"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo(""))
                .body("errors[0].detail", equalTo("in the document at /needs: size must be between 0 and 200"));
        assertThat(rules.version(path)).isEqualTo(2);
    }

    @Test
    void thePatchOfAnIdIsRefusedAndOfAKeyIsAnswered() {
        String id = rules.get(wifi).extract().path("id");

        rules.patch(wifi, "*", "{\"id\": \"" + UUID.randomUUID() + "\"}")
                .statusCode(400)
                .body("errors.pointer", contains("/id"));
        rules.patch(wifi, "*", "{\"id\": null}").statusCode(400);
        rules.patch(wifi, "*", "{\"id\": \"" + id + "\", \"key\": \"wlan\"}")
                .statusCode(200)
                .body("id", equalTo(id))
                .body("key", equalTo("wlan"));
        rules.get(wifi).statusCode(404);
        rules.get(needs + "/key:wlan").body("id", equalTo(id));
        assertThat(rules.version(path)).isEqualTo(2);
    }

    @Test
    void aKeyInAPathMayHoldAnything() {
        rules.post(needs, EAT.replace("food", "a/b ü+%")).statusCode(201);

        rules.workspace()
                .viewer()
                .urlEncodingEnabled(false)
                .get(needs + "/key:a%2Fb%20%C3%BC+%25")
                .then()
                .statusCode(200)
                .body("statement", equalTo("Eat"));
    }

    @Test
    void elementsOfOtherDocumentsAndWorkspacesAreNotThere() {
        var other = rules.create("{\"name\": \"Other\", \"needs\": [" + EAT + "]}");
        String food = rules.get(other).extract().path("needs[0].id");
        String mine = rules.get(wifi).extract().path("id");

        rules.get(needs + "/" + food).statusCode(404);
        rules.patch(needs + "/" + food, "*", "{\"importance\": 1}").statusCode(404);
        rules.delete(needs + "/" + food).statusCode(404);
        rules.get(needs + "/seat").statusCode(404);
        rules.get(Rules.PERSONAS + "/" + UUID.randomUUID() + "/needs").statusCode(404);
        var stranger = new Rules();
        stranger.get(needs + "/" + mine).statusCode(404);
        stranger.post(needs, EAT).statusCode(404);
        stranger.delete(wifi).statusCode(404);
    }

    @Test
    void viewersReadOnly() {
        var viewer = rules.workspace().viewer().header("If-Match", "*");

        viewer.body(EAT).post(needs).then().statusCode(403);
        rules.workspace().viewer().header("If-Match", "*").delete(wifi).then().statusCode(403);
        Rules.patch(rules.workspace().token("viewer"), wifi, "*", "{\"importance\": 1}")
                .then()
                .statusCode(403);
        rules.get(needs).body("items", hasSize(2));
    }

    @Test
    void whatIsArchivedStaysAsItIs() {
        rules.act(path + "/archive").statusCode(200);

        rules.post(needs, EAT).statusCode(409);
        rules.patch(wifi, "*", "{\"importance\": 1}").statusCode(409);
        rules.delete(wifi).statusCode(409);
        rules.get(needs).statusCode(200).body("items", hasSize(2));
    }

    @Test
    void whatEvidenceIsAboutIsNotRemoved() {
        rules.patch(path, "*", "{\"evidence\": [{\"elementId\": \"key:wifi\", \"method\": \"SURVEY\"}]}")
                .statusCode(200);

        rules.delete(wifi)
                .statusCode(409)
                .body("type", equalTo("/problems/conflict"))
                .body("errors.pointer", contains("/evidence/0/elementId"));
        rules.get(needs).body("items", hasSize(2));
        rules.patch(path, "*", "{\"evidence\": []}").statusCode(200);
        rules.delete(wifi).statusCode(204);
        assertThat(rules.version(path)).isEqualTo(4);
    }

    @Test
    void revisionAndEventNameTheElement() {
        String id = rules.patch(wifi, "*", "{\"importance\": 2}").extract().path("id");

        rules.get(path + "/revisions").body("items[0].changedElements", contains(id));
        var persona = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        var told = new TestTopic("waymark.personas").awaitTold(rules.workspace().name(), persona, 2);
        assertThat(told.getLast().type()).isEqualTo("persona.updated.v1");
        assertThat(told.getLast().json()).contains("\"changedElements\": [\"" + id + "\"]");
    }

    private static int status(Callable<Response> request) {
        try {
            return request.call().statusCode();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
