package dev.waymark.gapmap.gapmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.waymark.gapmap.GapMapFixture;
import dev.waymark.gapmap.PersonaNextDoor;
import dev.waymark.testing.TestTopic;
import dev.waymark.testing.TestTopic.Told;
import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GapMapResourceTest {

    private static final String PATH = "/v1/gap-maps";
    private static final String BY_KEY = PATH + "/by-key/lounges";
    private static final String SPEED = "{\"provider\": \"who\", \"needs\": {\"speed\": \"key:need-0\"}}";

    private GapMapFixture fixture;

    @BeforeEach
    void makeAMap() {
        fixture = GapMapFixture.make();
    }

    @Test
    void createdMapShowsItsDefaultsAndItsPersona() {
        fixture.read()
                .header("ETag", notNullValue())
                .body("version", equalTo(1))
                .body("status", equalTo("DRAFT"))
                .body("name", equalTo("Lounges"))
                .body("scale.max", equalTo(5))
                .body("settings.confidence", equalTo(0.95f))
                .body("settings.minResponses", equalTo(5))
                .body("settings.importanceSource", equalTo("STATED"))
                .body("settings.missing", hasSize(0))
                .body("responses", equalTo(0))
                .body("context.needs.key", contains("need-0", "need-1"))
                .body("context.needs.rated", contains(false, false));
    }

    @Test
    void whatTheCallerHasIsNotSentAgain() {
        var tag = fixture.read().extract().header("ETag");
        fixture.workspace()
                .viewer()
                .header("If-None-Match", tag)
                .get(fixture.path())
                .then()
                .statusCode(304)
                .header("ETag", tag);
    }

    @Test
    void aChangeWantsTheVersionItIsMeantFor() {
        var editor = fixture.workspace();
        editor.editor().body(fixture.draft()).put(fixture.path()).then().statusCode(428);
        fixture.put(fixture.draft().replace("Lounges", "Gates")).statusCode(200).body("version", equalTo(2));
        editor.editor()
                .header("If-Match", "\"1\"")
                .body(fixture.draft())
                .put(fixture.path())
                .then()
                .statusCode(412)
                .body("type", equalTo("/problems/stale-version"));
        editor.admin().delete(fixture.path()).then().statusCode(428);
        editor.admin()
                .header("If-Match", "\"1.0\"")
                .delete(fixture.path())
                .then()
                .statusCode(412);
    }

    @Test
    void equalPutChangesNothing() {
        var before = fixture.read().extract().asString();
        fixture.put(fixture.draft()).statusCode(200).body("version", equalTo(1));
        assertThat(fixture.read().extract().asString()).isEqualTo(before);
    }

    @Test
    void otherCompetitorsOrSettingsAreScoredAnewInOneVersion() {
        fixture.upload(SPEED, "who,speed\nown,4\none,2\ntwo,5\n").statusCode(201);
        fixture.read().body("version", equalTo(2)).body("gaps[0].bestCompetitorId", nullValue());

        var lenient = fixture.draft().replace("\"settings\": {", "\"settings\": {\"minResponses\": 1,");
        fixture.put(lenient)
                .statusCode(200)
                .body("version", equalTo(3))
                .body("gaps[0].bestCompetitorId", equalTo(fixture.providers().get("two")))
                .body("gaps[0].bestCompetitorName", equalTo("Provider two"))
                .body("gaps[0].gap", equalTo(-1f));

        var oneOnly = lenient.replace(", \"" + fixture.providers().get("two") + "\"", "");
        fixture.put(oneOnly)
                .statusCode(200)
                .body("version", equalTo(4))
                .body("competitorIds", contains(fixture.providers().get("one")))
                .body("gaps[0].responses", equalTo(2))
                .body("gaps[0].gap", equalTo(2f));
        assertThat(versionsTold(4)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void aRenamedProviderIsNamedAnewWithTheNextChange() {
        fixture.put(fixture.draft().replace("\"settings\": {", "\"settings\": {\"minResponses\": 1,"));
        fixture.upload(SPEED, "who,speed\nown,4\none,2\n").statusCode(201);
        fixture.workspace()
                .editor()
                .body("{\"name\": \"Renamed\", \"kind\": \"COMPETITOR\"}")
                .put("/v1/providers/by-key/one")
                .then()
                .statusCode(200);

        fixture.scores().body("providers[1].name", equalTo("Renamed"));
        fixture.upload(SPEED, "who,speed\nown,4\none,3\n").statusCode(201);
        fixture.read().body("gaps[0].bestCompetitorName", equalTo("Renamed"));
    }

    @Test
    void providersAreGivenTheOwnOneFirstThenInTheOrderOfTheMap() {
        var ids = fixture.providers();
        var draft = fixture.draft()
                .replace(ids.get("own"), "A")
                .replace(ids.get("two"), ids.get("own"))
                .replace("A", ids.get("two"));
        fixture.put(draft).statusCode(200);
        fixture.scores().body("providers.id", contains(ids.get("two"), ids.get("one"), ids.get("own")));
    }

    @Test
    void whatRatingsRestOnStays() {
        fixture.put(fixture.draft().replace("\"max\": 5", "\"max\": 7")).statusCode(200);
        fixture.put(fixture.draft()).statusCode(200);
        fixture.upload(SPEED, "who,speed\nown,4\n").statusCode(201);

        fixture.put(fixture.draft().replace("\"max\": 5", "\"max\": 7"))
                .statusCode(409)
                .body("detail", containsString("scale"));
        fixture.put(fixture.draft().replace("\"max\": 1}", "\"max\": 10}"))
                .statusCode(409)
                .body("detail", containsString("outcome"));
        fixture.put(fixture.draft()
                        .replace(
                                fixture.persona().id().toString(),
                                UUID.randomUUID().toString()))
                .statusCode(409)
                .body("detail", containsString("persona"));
        fixture.put(fixture.draft().replace("\"min\": 1, \"max\": 5", "\"min\": 1.0, \"max\": 5.00"))
                .statusCode(200);
    }

    @Test
    void aMapWithRatingsCanBeDeleted() {
        fixture.upload(SPEED, "who,speed\nown,4\n").statusCode(201);
        var admin = fixture.workspace().admin();
        admin.header("If-Match", "*").delete(fixture.path()).then().statusCode(204);
        fixture.workspace().viewer().get(fixture.path()).then().statusCode(404);
        fixture.workspace()
                .admin()
                .header("If-Match", "*")
                .delete("/v1/providers/" + fixture.providers().get("own"))
                .then()
                .statusCode(204);
    }

    @Test
    void anArchivedMapIsNotChanged() {
        fixture.workspace().editor().post(fixture.path() + "/archive").then().statusCode(200);
        fixture.put(fixture.draft()).statusCode(409);
        fixture.upload(SPEED, "who,speed\nown,4\n").statusCode(409);
        fixture.workspace().editor().post(fixture.path() + "/restore").then().statusCode(200);
        fixture.workspace()
                .editor()
                .post(fixture.path() + "/publish")
                .then()
                .statusCode(200)
                .body("status", equalTo("PUBLISHED"));
    }

    @Test
    void aMapWithoutCompetitorsIsNotPublished() {
        var nobody = fixture.draft().replaceAll("\"competitorIds\": \\[.*?]", "\"competitorIds\": []");
        fixture.put(nobody).statusCode(200);
        fixture.workspace()
                .editor()
                .post(fixture.path() + "/publish")
                .then()
                .statusCode(409)
                .body("errors[0].pointer", equalTo("/competitorIds"));
    }

    @Test
    void externalKeyCreatesThenReplaces() {
        putByKey(fixture.draft()).statusCode(201).body("externalKey", equalTo("lounges"));
        putByKey(fixture.draft()).statusCode(200).body("version", equalTo(1));
        putByKey(fixture.draft().replace("Lounges", "Gates")).statusCode(200).body("version", equalTo(2));
        var workspace = fixture.workspace();
        workspace.viewer().get(BY_KEY).then().statusCode(200).body("name", equalTo("Gates"));
        var onlyIfNew = workspace.editor().header("If-None-Match", "*");
        onlyIfNew.body(fixture.draft()).put(BY_KEY).then().statusCode(412);
    }

    @Test
    void listIsWalkedByCursor() {
        for (var key : new String[] {"b", "c"}) {
            fixture.workspace()
                    .editor()
                    .body(fixture.draft().replace("Lounges", key))
                    .put(PATH + "/by-key/" + key)
                    .then()
                    .statusCode(201);
        }
        String next = fixture.workspace()
                .viewer()
                .get(PATH + "?limit=2")
                .then()
                .statusCode(200)
                .body("items.name", contains("Lounges", "b"))
                .body("items[0].gaps", nullValue())
                .extract()
                .path("next");
        fixture.workspace()
                .viewer()
                .get(PATH + "?limit=2&cursor=" + next)
                .then()
                .body("items.name", contains("c"))
                .body("next", nullValue());
    }

    @Test
    void anotherWorkspaceSeesNothing() {
        var draft = fixture.draft();
        var stranger = TestWorkspace.fresh();
        var theirs = GapMapFixture.make(PersonaNextDoor.arrives(stranger, 1), "null");
        for (var path : new String[] {"", "/scores", "/imports/" + UUID.randomUUID()}) {
            stranger.viewer().get(fixture.path() + path).then().statusCode(404);
        }
        for (var move : new String[] {"publish", "archive", "restore"}) {
            stranger.editor().post(fixture.path() + "/" + move).then().statusCode(404);
        }
        stranger.editor()
                .header("If-Match", "*")
                .body(draft)
                .put(fixture.path())
                .then()
                .statusCode(404);
        stranger.admin().header("If-Match", "*").delete(fixture.path()).then().statusCode(404);
        fixture.upload(stranger.editor(), SPEED, "who,speed\nown,4\n").statusCode(404);
        stranger.viewer().get(PATH).then().body("items.id", contains(theirs.map()));
        fixture.read().body("version", equalTo(1));
    }

    @Test
    void rolesAreAskedFor() {
        var viewer = fixture.workspace();
        viewer.viewer().body(fixture.draft()).post(PATH).then().statusCode(403);
        viewer.viewer()
                .header("If-Match", "*")
                .body(fixture.draft())
                .put(fixture.path())
                .then()
                .statusCode(403);
        viewer.viewer().post(fixture.path() + "/publish").then().statusCode(403);
        viewer.editor().header("If-Match", "*").delete(fixture.path()).then().statusCode(403);
        io.restassured.RestAssured.given().get(fixture.path()).then().statusCode(401);
    }

    private ValidatableResponse putByKey(String draft) {
        return fixture.workspace().editor().body(draft).put(BY_KEY).then();
    }

    private List<Integer> versionsTold(int count) {
        return new TestTopic("waymark.gap-maps")
                .awaitTold(fixture.workspace().name(), UUID.fromString(fixture.map()), count).stream()
                        .map(Told::version)
                        .toList();
    }
}
