package dev.waymark.gapmap.upgrade;

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
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What version 0.1.0 has stored is read, found, changed and told by this one as if it had stored it itself. */
@QuarkusTest
@TestProfile(LastRelease.class)
class MigrationTest {

    private static final String LOUNGES = "/v1/gap-maps/"
            + LastRelease.rows("gap_map")
                    .filter(row -> row.get("name").asText().equals("Lounges"))
                    .findFirst()
                    .orElseThrow()
                    .get("id")
                    .asText();
    private static final Duration SOON = Duration.ofSeconds(30);

    private final TestWorkspace workspace = LastRelease.untouched();
    private final ObjectMapper json = new ObjectMapper();

    @Test
    void everyMapAndProviderSaysWhatItSaid() throws Exception {
        for (var kind : List.of("gap_map", "provider")) {
            for (var row : LastRelease.rows(kind).toList()) {
                var answer = json.readTree(read("/v1/" + kind.replace('_', '-') + "s/"
                                + row.get("id").asText())
                        .extract()
                        .asString());

                for (var said : LastRelease.told(row).properties()) {
                    if (!said.getKey().equals("settings")) {
                        assertThat(answer.get(said.getKey())).as(said.getKey()).isEqualTo(said.getValue());
                    }
                }
                for (var setting : LastRelease.told(row).path("settings").properties()) {
                    assertThat(answer.get("settings").get(setting.getKey())).isEqualTo(setting.getValue());
                }
                assertThat(answer.get("context")).isEqualTo(row.get("context"));
            }
        }
    }

    @Test
    void scoresHaveTheSameFigures() throws Exception {
        var before = json.readTree(LastRelease.class.getResourceAsStream("/upgrade/scores-0.1.0.json"));

        var now = json.readTree(read(LOUNGES + "/scores").extract().asString());

        for (var part : List.of("scale", "crosshair", "providers", "needs", "scores", "warnings")) {
            assertThat(now.get(part)).as(part).isEqualTo(before.get(part));
        }
        read(LOUNGES + "/scores?from=2026-02&to=2026-02").body("scores[0].own.n", equalTo(2));
    }

    @Test
    void listsFindSortAndShowThem() {
        list("/v1/gap-maps?q=lounges").body("items.openGaps", contains(1)).body("items.responses", contains(12));
        list("/v1/gap-maps?sort=name").body("items.name", contains("Bare", "Lounges"));
        list("/v1/gap-maps?view=full&q=lounges").body("items[0].gaps.size()", equalTo(5));
        list("/v1/providers?kind=COMPETITOR&sort=name")
                .body("items.name", contains("Keyless", "Provider one", "Provider two and more"));
        list("/v1/providers?q=more").body("items.externalKey", contains("two"));
        for (var provider : List.of("one", "own")) {
            list("/v1/gap-maps?sort=name&providerId=" + provider(provider)).body("items.name", hasItem("Lounges"));
        }
    }

    @Test
    void sayingTheSameAgainMakesNoVersion() {
        for (var path : List.of("/v1/gap-maps/by-key/bare", "/v1/providers/by-key/two")) {
            var version = read(path).extract().<Integer>path("version");
            var row = LastRelease.row(path.contains("maps") ? "gap_map" : "provider", path.replaceAll(".*/", ""));
            var old = (ObjectNode) LastRelease.told(row);
            workspace
                    .editor()
                    .body(old.without(List.of("externalKey")).toString())
                    .put(path)
                    .then()
                    .statusCode(200)
                    .body("version", equalTo(version));
        }
    }

    @Test
    void aPartCanBeChangedAndTheRestStays() {
        patch(LOUNGES, "{\"tags\": [\"q3\"]}")
                .statusCode(200)
                .body("version", equalTo(4))
                .body("status", equalTo("PUBLISHED"))
                .body("responses", equalTo(12))
                .body("gaps[0].verdict", equalTo("GAP"));
        list("/v1/gap-maps?tag=q3").body("items.name", contains("Lounges"));
        patch(LOUNGES, "{\"scale\": {\"min\": 0, \"max\": 10, \"step\": 1}}").statusCode(409);
        patch("/v1/providers/" + provider("one"), "{\"url\": \"https://one.example\"}")
                .statusCode(200)
                .body("kind", equalTo("COMPETITOR"))
                .body("externalKey", equalTo("one"));
        patch(path("bare"), "{\"competitorIds\": [\"key:one\"]}").statusCode(200);
        workspace.editor().post(path("bare") + "/publish").then().statusCode(200);
        workspace
                .admin()
                .header("If-Match", "*")
                .delete("/v1/providers/" + provider("two"))
                .then()
                .statusCode(409);
    }

    @Test
    void moreRatingsComeOnTopOfTheOldOnes() {
        var mapping = "{\"provider\": \"who\", \"respondent\": \"id\", \"needs\": {\"n0\": \"key:need-0\"}}";
        var file = "who,n0,id\nown,1,new\n";

        workspace
                .editor()
                .contentType(ContentType.MULTIPART)
                .multiPart("mapping", mapping, "application/json")
                .multiPart("file", "more.csv", file.getBytes(StandardCharsets.UTF_8), "text/csv")
                .post(LOUNGES + "/imports")
                .then()
                .statusCode(201);

        read(LOUNGES).body("responses", equalTo(13));
        read(LOUNGES + "/scores").body("scores[0].own.n", equalTo(7)).body("scores[0].own.mean", equalTo(16 / 7f));
    }

    @Test
    void oldRevisionsAreReadComparedAndSaidAgain() {
        read(LOUNGES + "/revisions").body("items.version", contains(3, 2, 1));
        read(LOUNGES + "/revisions/1").body("data.responses", equalTo(0));
        read(LOUNGES + "/revisions/1/diff?to=2").body("path", hasItem("/responses"));
        var two = "/v1/providers/" + provider("two");
        read(two + "/revisions/1").body("data.name", equalTo("Provider two"));

        patch(LOUNGES, "{\"name\": \"Renamed\"}").statusCode(200);
        for (var path : List.of(LOUNGES, two)) {
            workspace.editor().post(path + "/revisions/1/restore").then().statusCode(200);
        }
        read(LOUNGES).body("name", equalTo("Lounges")).body("responses", equalTo(12));
        read(two).body("name", equalTo("Provider two")).body("kind", equalTo("COMPETITOR"));
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
        var id = UUID.fromString(LastRelease.rows("provider")
                .filter(row -> row.get("name").asText().equals("Keyless"))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asText());

        assertThat(new TestTopic("waymark.providers").awaitTold(workspace.name(), id, 1))
                .extracting(TestTopic.Told::type)
                .containsExactly("provider.created.v1");
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

    private static String provider(String key) {
        return LastRelease.row("provider", key).get("id").asText();
    }

    private static String path(String key) {
        return "/v1/gap-maps/" + LastRelease.row("gap_map", key).get("id").asText();
    }
}
