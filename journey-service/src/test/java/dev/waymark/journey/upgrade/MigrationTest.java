package dev.waymark.journey.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What version 0.1.0 has stored is read, found, changed and told by this one as if it had stored it itself. */
@QuarkusTest
@TestProfile(LastRelease.class)
class MigrationTest {

    private final TestWorkspace workspace = LastRelease.untouched();
    private final ObjectMapper json = new ObjectMapper();

    @Test
    void everyJourneySaysWhatItSaid() throws Exception {
        for (var row : LastRelease.rows("journey").toList()) {
            var answer = json.readTree(workspace
                    .read("/v1/journeys/" + row.get("id").asText())
                    .extract()
                    .asString());

            LastRelease.requireSaid(row, answer, "stages");
            assertThat(answer.get("type").asText()).isEqualTo("AS_IS");
            assertThat(answer.get("reviewCadence").asText()).isEqualTo("P1M");
            assertThat(answer.get("freshness").asText())
                    .isEqualTo(answer.get("name").asText().equals("Even trip") ? "STALE" : "FRESH");
        }
    }

    @Test
    void stagesStepsAndTouchpointsAreWhatTheyWere() {
        workspace
                .read(path("trip-17"))
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
        workspace
                .read(path("trip-17"))
                .body("context.persona.name", equalTo("Traveller"))
                .body("context.persona.version", equalTo(1))
                .body("context.needs.rated", contains(true, false))
                .body("context.stages.weight", contains(1f, 0f))
                .body("context.stages[0].valueGaps.bestCompetitorName", contains("Harbour Air"));
        workspace.read(path("trip-18")).body("context.stages[0].unknownNeedIds.size()", equalTo(1));
    }

    @Test
    void stagesWithoutImportanceWeighTheSame() {
        var even =
                workspace.viewer().get("/v1/journeys/by-key/trip-even").then().statusCode(200);

        even.body("context.stages.weight", contains(0.5f, 0.5f)).body("freshness", equalTo("STALE"));
    }

    @Test
    void listsFindSortAndShowThem() {
        workspace.read("/v1/journeys?q=seat%20map&status=PUBLISHED").body("items.externalKey", contains("trip-17"));
        workspace.read("/v1/journeys?type=TO_BE").body("items.size()", equalTo(0));
        workspace
                .read("/v1/journeys?type=AS_IS&freshness=FRESH&sort=name")
                .body("items.name", contains("Booking a trip", "Old trip", "Some trip"));
        workspace.read("/v1/journeys?q=booking&view=full").body("items[0].stages.name", contains("Book", "Fly"));
        var persona = LastRelease.row("journey", "trip-17").get("persona_id").asText();
        workspace.read("/v1/journeys?personaId=" + persona).body("items.size()", equalTo(4));
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
        workspace
                .patch(path("trip-17"), "{\"owner\": \"Ann\", \"businessGoal\": \"Fewer calls\"}")
                .statusCode(200)
                .body("version", equalTo(4))
                .body("status", equalTo("PUBLISHED"))
                .body("stages[0].steps.name", contains("Pick a seat", "Pay"));
        workspace.read("/v1/journeys?owner=Ann").body("items.externalKey", contains("trip-17"));

        workspace.editor().post(path("trip-18") + "/restore").then().statusCode(200);
        workspace.patch(path("trip-18"), "{\"trigger\": {\"type\": \"EVENT\"}}").statusCode(200);
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
        workspace.read(revisions).body("items.version", contains(3, 2, 1));
        workspace.read(revisions + "/1").body("data.stages[0].steps[0].name", equalTo("Choose a seat"));
        workspace.read(revisions + "/1/diff?to=2").body("path", hasItem("/stages/0/steps/0/name"));

        workspace
                .editor()
                .post(revisions + "/1/restore")
                .then()
                .statusCode(200)
                .body("version", equalTo(4))
                .body("status", equalTo("PUBLISHED"))
                .body("stages[0].steps.name", contains("Choose a seat", "Pay"));
        workspace
                .read(revisions + "/1/diff?to=4")
                .body("findAll { it.path == '/stages/0/steps/0/name' }.size()", equalTo(0));
    }

    @Test
    void theFeedBeginsWithTheOldRevisionsInTheirOrder() {
        LastRelease.requireFeed(workspace);
    }

    @Test
    void whatWasStillQueuedIsTold() {
        var id = UUID.fromString(LastRelease.row("journey", "trip-18").get("id").asText());

        assertThat(new TestTopic("waymark.journeys").awaitTold(workspace.name(), id, 1))
                .extracting(TestTopic.Told::type)
                .containsExactly("journey.archived.v1");
    }

    private static String path(String key) {
        return "/v1/journeys/" + LastRelease.row("journey", key).get("id").asText();
    }
}
