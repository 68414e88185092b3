package dev.waymark.journey.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.testing.LastRelease;
import dev.waymark.testing.TestTopic;
import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What version 0.1.0 has stored is read, found, changed and told by this one as if it had stored it itself. */
@QuarkusTest
@TestProfile(LastRelease.class)
class MigrationTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final TestWorkspace workspace = LastRelease.untouched();
    private final ObjectMapper json = new ObjectMapper();

    @Test
    void everyJourneySaysWhatItSaid() throws Exception {
        for (var row : LastRelease.rows("journey").toList()) {
            var answer = json.readTree(
                    read("/v1/journeys/" + row.get("id").asText()).extract().asString());

            for (var said : LastRelease.told(row).properties()) {
                if (!said.getKey().equals("stages")) {
                    assertThat(answer.get(said.getKey())).as(said.getKey()).isEqualTo(said.getValue());
                }
            }
            assertThat(answer.get("type").asText()).isEqualTo("AS_IS");
            assertThat(answer.get("reviewCadence").asText()).isEqualTo("P1M");
            assertThat(answer.get("freshness").asText())
                    .isEqualTo(answer.get("name").asText().equals("Even trip") ? "STALE" : "FRESH");
        }
    }

    @Test
    void stagesStepsAndTouchpointsAreWhatTheyWere() {
        read(path("trip-17"))
                .body("stages.key", contains("book", null))
                .body("stages[0].importance", equalTo(0.6f))
                .body("stages[0].steps.name", contains("Pick a seat", "Pay"))
                .body("stages[0].steps[0].emotion", equalTo(-1))
                .body("stages[0].steps[0].needIds.size()", equalTo(2))
                .body("stages[0].steps[0].touchpoints.name", contains("Seat map", "Gate desk"))
                .body("stages[0].steps[0].touchpoints.thirdParty", contains(true, false));
    }

    @Test
    void whatTheNeighboursToldIsShownWithWhatIsNewAboutIt() {
        read(path("trip-17"))
                .body("context.persona.name", equalTo("Traveller"))
                .body("context.persona.version", equalTo(1))
                .body("context.needs.rated", contains(true, false))
                .body("context.stages.weight", contains(1f, 0f))
                .body("context.stages[0].valueGaps.bestCompetitorName", contains("Harbour Air"));
        read(path("trip-18")).body("context.stages[0].unknownNeedIds.size()", equalTo(1));
    }

    @Test
    void stagesWithoutImportanceWeighTheSame() {
        var even =
                workspace.viewer().get("/v1/journeys/by-key/trip-even").then().statusCode(200);

        even.body("context.stages.weight", contains(0.5f, 0.5f)).body("freshness", equalTo("STALE"));
    }

    @Test
    void listsFindSortAndShowThem() {
        list("/v1/journeys?q=seat%20map&status=PUBLISHED").body("items.externalKey", contains("trip-17"));
        list("/v1/journeys?type=TO_BE").body("items.size()", equalTo(0));
        list("/v1/journeys?type=AS_IS&freshness=FRESH&sort=name")
                .body("items.name", contains("Booking a trip", "Old trip", "Some trip"));
        list("/v1/journeys?q=booking&view=full").body("items[0].stages.name", contains("Book", "Fly"));
        var persona = LastRelease.row("journey", "trip-17").get("persona_id").asText();
        list("/v1/journeys?personaId=" + persona).body("items.size()", equalTo(4));
    }

    @Test
    void sayingTheSameAgainMakesNoVersion() {
        var old = (ObjectNode) LastRelease.told(LastRelease.row("journey", "trip-17"));

        workspace
                .editor()
                .body(old.without(List.of("externalKey")).toString())
                .put("/v1/journeys/by-key/trip-17")
                .then()
                .statusCode(200)
                .body("version", equalTo(3));
    }

    @Test
    void aPartCanBeChangedAndTheRestStays() {
        patch(path("trip-17"), "{\"owner\": \"Ann\", \"businessGoal\": \"Fewer calls\"}")
                .statusCode(200)
                .body("version", equalTo(4))
                .body("status", equalTo("PUBLISHED"))
                .body("stages[0].steps.name", contains("Pick a seat", "Pay"));
        list("/v1/journeys?owner=Ann").body("items.externalKey", contains("trip-17"));

        workspace.editor().post(path("trip-18") + "/restore").then().statusCode(200);
        patch(path("trip-18"), "{\"trigger\": {\"type\": \"EVENT\"}}").statusCode(200);
        workspace.editor().post(path("trip-18") + "/publish").then().statusCode(200);
    }

    @Test
    void anOldJourneyIsPairedWithANewOne() {
        var old = LastRelease.row("journey", "trip-17");
        workspace
                .editor()
                .body(
                        "{\"name\": \"Better\", \"type\": \"TO_BE\", \"personaId\": \"%s\", \"pairedJourneyId\": \"key:trip-17\"}"
                                .formatted(old.get("persona_id").asText()))
                .post("/v1/journeys")
                .then()
                .statusCode(201)
                .body("pairedJourneyId", equalTo(old.get("id").asText()));
    }

    @Test
    void oldRevisionsAreReadComparedAndSaidAgain() {
        var revisions = path("trip-17") + "/revisions";
        read(revisions).body("items.version", contains(3, 2, 1));
        read(revisions + "/1").body("data.stages[0].steps[0].name", equalTo("Choose a seat"));
        read(revisions + "/1/diff?to=2").body("path", hasItem("/stages/0/steps/0/name"));

        workspace
                .editor()
                .post(revisions + "/1/restore")
                .then()
                .statusCode(200)
                .body("version", equalTo(4))
                .body("status", equalTo("PUBLISHED"))
                .body("stages[0].steps.name", contains("Choose a seat", "Pay"));
        read(revisions + "/1/diff?to=4").body("findAll { it.path == '/stages/0/steps/0/name' }.size()", equalTo(0));
    }

    @Test
    void theFeedBeginsWithTheOldRevisionsInTheirOrder() {
        var old = LastRelease.history();
        var feed = await().atMost(SOON)
                .until(this::feed, events -> events.getList("id").size() >= old.size());

        assertThat(feed.<String>getList("collect { it.type + ' ' + it.aggregateversion }"))
                .isEqualTo(old);
    }

    @Test
    void whatWasStillQueuedIsTold() {
        var id = UUID.fromString(LastRelease.row("journey", "trip-18").get("id").asText());

        assertThat(new TestTopic("waymark.journeys").awaitTold(workspace.name(), id, 1))
                .extracting(TestTopic.Told::type)
                .containsExactly("journey.archived.v1");
    }

    private ValidatableResponse read(String path) {
        return workspace.viewer().get(path).then().statusCode(200);
    }

    private ValidatableResponse list(String query) {
        return workspace.viewer().urlEncodingEnabled(false).get(query).then().statusCode(200);
    }

    private ValidatableResponse patch(String path, String patch) {
        return workspace
                .editor()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(patch)
                .patch(path)
                .then();
    }

    private JsonPath feed() {
        return read("/v1/events?limit=100").extract().jsonPath();
    }

    private static String path(String key) {
        return "/v1/journeys/" + LastRelease.row("journey", key).get("id").asText();
    }
}
