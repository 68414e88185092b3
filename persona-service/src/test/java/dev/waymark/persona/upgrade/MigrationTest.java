package dev.waymark.persona.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.testing.LastRelease;
import dev.waymark.testing.TestTopic;
import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
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
    private static final String TRAVELLER = "crm-17";
    private static final String ARCHIVED = "crm-18";

    private final TestWorkspace workspace = LastRelease.untouched();
    private final ObjectMapper json = new ObjectMapper();

    @Test
    void everyPersonaSaysWhatItSaid() throws Exception {
        for (var row : LastRelease.rows("persona").toList()) {
            var path = "/v1/personas/" + row.get("id").asText();
            var answer = json.readTree(workspace
                    .viewer()
                    .get(path)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString());

            LastRelease.requireSaid(row, answer);
            assertThat(answer.get("context")).isEqualTo(row.get("context"));
            var tag = "\"" + row.get("version") + "." + row.get("context_version") + "\"";
            workspace.viewer().get(path).then().header("ETag", equalTo(tag));
        }
    }

    @Test
    void listsFindSortAndShowThem() {
        list("?q=flyer").body("items.externalKey", contains(TRAVELLER));
        list("?q=twice%20card").body("items.needCount", contains(2));
        list("?sort=-name").body("items.name", contains("Somebody", "Retired", "Frequent flyer"));
        list("?sort=updatedAt&status=ARCHIVED").body("items.externalKey", contains(ARCHIVED));
        list("?q=retired&view=full").body("items.needs.key", contains(List.of("rest")));
        list("?tag=vip").body("items.size()", equalTo(0));
    }

    @Test
    void sayingTheSameAgainMakesNoVersion() {
        var old = (ObjectNode) LastRelease.told(LastRelease.row("persona", TRAVELLER));

        workspace
                .editor()
                .body(old.without(List.of("externalKey")).toString())
                .put(byKey(TRAVELLER))
                .then()
                .statusCode(200)
                .body("version", equalTo(3));
        workspace
                .patch(path(TRAVELLER), "{\"goals\": [], \"name\": \"Frequent flyer\"}")
                .statusCode(200)
                .body("version", equalTo(3));
    }

    @Test
    void aPartCanBeChangedAndTheRestStays() {
        workspace
                .editor()
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"3.2\"")
                .body("{\"goals\": [{\"text\": \"Be home early\"}], \"tags\": [\"vip\"]}")
                .patch(path(TRAVELLER))
                .then()
                .statusCode(200)
                .body("version", equalTo(4))
                .body("externalKey", equalTo(TRAVELLER))
                .body("needs.key", contains("wifi", "seen"))
                .body("context.journeys.name", contains("Booking"));

        list("?tag=vip&q=home").body("items.externalKey", contains(TRAVELLER));
        workspace
                .editor()
                .body("{\"name\": \"Another\", \"externalKey\": \"" + TRAVELLER + "\"}")
                .post("/v1/personas")
                .then()
                .statusCode(409);
    }

    @Test
    void aDraftIsPublishedAndAnArchivedOneRestored() {
        var restored = workspace.editor().post(path(ARCHIVED) + "/restore").then();
        restored.statusCode(200).body("status", equalTo("DRAFT")).body("version", equalTo(3));
        workspace.editor().post(path(ARCHIVED) + "/publish").then().statusCode(409);
        workspace.patch(path(ARCHIVED), "{\"headline\": \"Back again\"}").statusCode(200);

        workspace
                .editor()
                .post(path(ARCHIVED) + "/publish")
                .then()
                .statusCode(200)
                .body("status", equalTo("PUBLISHED"));
    }

    @Test
    void oldRevisionsAreReadAndCompared() {
        var revisions = path(TRAVELLER) + "/revisions";
        workspace
                .read(revisions)
                .body("items.version", contains(3, 2, 1))
                .body("items.actor", not(hasItem(equalTo(null))));
        workspace
                .read(revisions + "/1")
                .body("data.name", equalTo("Frequent traveller"))
                .body("data.needs[0].importance", equalTo(8.5f));
        workspace.read(revisions + "/2/diff?to=3").body("path", hasItem("/status"));
    }

    @Test
    void anOldRevisionIsSaidAgain() {
        var revisions = path(TRAVELLER) + "/revisions";
        workspace
                .editor()
                .post(revisions + "/1/restore")
                .then()
                .statusCode(200)
                .body("version", equalTo(4))
                .body("status", equalTo("PUBLISHED"))
                .body("externalKey", equalTo(TRAVELLER))
                .body("needs.statement", contains("Work on the way", "Feel expected"));
        workspace.read(revisions + "/1/diff?to=4").body("path", not(hasItem("/needs/0/statement")));
    }

    @Test
    void theFeedBeginsWithTheOldRevisionsInTheirOrder() {
        var feed = LastRelease.requireFeed(workspace);

        assertThat(feed.getString("[0].data.name")).isEqualTo("Frequent traveller");
    }

    @Test
    void whatWasStillQueuedIsTold() {
        var told = new TestTopic("waymark.personas")
                .awaitTold(
                        workspace.name(),
                        UUID.fromString(
                                LastRelease.row("persona", ARCHIVED).get("id").asText()),
                        1);

        assertThat(told).extracting(TestTopic.Told::type).containsExactly("persona.archived.v1");
    }

    @Test
    void neighboursThatWereHeardOfGoOn() {
        var gone = LastRelease.rows("neighbour")
                .filter(row -> row.get("kind").asText().equals("journey"))
                .findFirst()
                .orElseThrow();
        var id = UUID.fromString(gone.get("id").asText());
        new TestTopic("waymark.journeys")
                .publish(workspace.name(), id, 2, "journey.deleted.v1", "{\"id\": \"" + id + "\"}");

        await().atMost(SOON).untilAsserted(() -> workspace
                .viewer()
                .get(path(TRAVELLER))
                .then()
                .body("context.journeys.size()", equalTo(0))
                .body("context.unmetNeeds.gapMapName", contains("Lounges")));
    }

    private ValidatableResponse list(String query) {
        return workspace.read("/v1/personas" + query);
    }

    private static String path(String key) {
        return "/v1/personas/" + LastRelease.row("persona", key).get("id").asText();
    }

    private static String byKey(String key) {
        return "/v1/personas/by-key/" + key;
    }
}
