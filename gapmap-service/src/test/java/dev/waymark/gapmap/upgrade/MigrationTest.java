package dev.waymark.gapmap.upgrade;

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
import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
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

    private final TestWorkspace workspace = LastRelease.untouched();
    private final ObjectMapper json = new ObjectMapper();

    @Test
    void everyMapAndProviderSaysWhatItSaid() throws Exception {
        for (var kind : List.of("gap_map", "provider")) {
            for (var row : LastRelease.rows(kind).toList()) {
                var answer = json.readTree(workspace
                        .read("/v1/" + kind.replace('_', '-') + "s/"
                                + row.get("id").asText())
                        .extract()
                        .asString());

                LastRelease.requireSaid(row, answer, "settings");
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

        var now = json.readTree(workspace.read(LOUNGES + "/scores").extract().asString());
        now.get("scores")
                .forEach(
                        score -> { // without what is new
                            ((ObjectNode) score.get("importance")).remove(List.of("relativeWeight", "surveyed"));
                            ((ObjectNode) score).remove("expected");
                        });

        for (var part : List.of("scale", "crosshair", "providers", "needs", "scores", "warnings")) {
            assertThat(now.get(part)).as(part).isEqualTo(before.get(part));
        }
        workspace.read(LOUNGES + "/scores?from=2026-02&to=2026-02").body("scores[0].own.n", equalTo(2));
    }

    @Test
    void outcomesAreCounted() {
        var scores = workspace.read(LOUNGES + "/scores?method=CSAT");
        scores.body("outcomes.n.sum()", equalTo(scores.extract().path("scores[0].importance.derived.n")));
    }

    @Test
    void listsFindSortAndShowThem() {
        workspace
                .read("/v1/gap-maps?q=lounges")
                .body("items.openGaps", contains(1))
                .body("items.responses", contains(12));
        workspace.read("/v1/gap-maps?sort=name").body("items.name", contains("Bare", "Lounges"));
        workspace.read("/v1/gap-maps?view=full&q=lounges").body("items[0].gaps.size()", equalTo(5));
        workspace
                .read("/v1/providers?kind=COMPETITOR&sort=name")
                .body("items.name", contains("Keyless", "Provider one", "Provider two and more"));
        workspace.read("/v1/providers?q=more").body("items.externalKey", contains("two"));
        for (var provider : List.of("one", "own")) {
            workspace
                    .read("/v1/gap-maps?sort=name&providerId=" + provider(provider))
                    .body("items.name", hasItem("Lounges"));
        }
    }

    @Test
    void sayingTheSameAgainMakesNoVersion() {
        for (var path : List.of("/v1/gap-maps/by-key/bare", "/v1/providers/by-key/two")) {
            var version = workspace.read(path).extract().<Integer>path("version");
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
        workspace
                .patch(LOUNGES, "{\"tags\": [\"q3\"]}")
                .statusCode(200)
                .body("version", equalTo(4))
                .body("status", equalTo("PUBLISHED"))
                .body("responses", equalTo(12))
                .body("gaps[0].verdict", equalTo("GAP"));
        workspace.read("/v1/gap-maps?tag=q3").body("items.name", contains("Lounges"));
        workspace
                .patch(LOUNGES, "{\"scale\": {\"min\": 0, \"max\": 10, \"step\": 1}}")
                .statusCode(409);
        workspace
                .patch("/v1/providers/" + provider("one"), "{\"url\": \"https://one.example\"}")
                .statusCode(200)
                .body("kind", equalTo("COMPETITOR"))
                .body("externalKey", equalTo("one"));
        workspace.patch(path("bare"), "{\"competitorIds\": [\"key:one\"]}").statusCode(200);
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

        workspace.read(LOUNGES).body("responses", equalTo(13));
        workspace
                .read(LOUNGES + "/scores")
                .body("scores[0].own.n", equalTo(7))
                .body("scores[0].own.mean", equalTo(16 / 7f));
    }

    @Test
    void oldRevisionsAreReadComparedAndSaidAgain() {
        workspace.read(LOUNGES + "/revisions").body("items.version", contains(3, 2, 1));
        workspace.read(LOUNGES + "/revisions/1").body("data.responses", equalTo(0));
        workspace.read(LOUNGES + "/revisions/1/diff?to=2").body("path", hasItem("/responses"));
        var two = "/v1/providers/" + provider("two");
        workspace.read(two + "/revisions/1").body("data.name", equalTo("Provider two"));

        workspace.patch(LOUNGES, "{\"name\": \"Renamed\"}").statusCode(200);
        for (var path : List.of(LOUNGES, two)) {
            workspace.editor().post(path + "/revisions/1/restore").then().statusCode(200);
        }
        workspace.read(LOUNGES).body("name", equalTo("Lounges")).body("responses", equalTo(12));
        workspace.read(two).body("name", equalTo("Provider two")).body("kind", equalTo("COMPETITOR"));
    }

    @Test
    void theFeedBeginsWithTheOldRevisionsInTheirOrder() {
        LastRelease.requireFeed(workspace);
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

    private static String provider(String key) {
        return LastRelease.row("provider", key).get("id").asText();
    }

    private static String path(String key) {
        return "/v1/gap-maps/" + LastRelease.row("gap_map", key).get("id").asText();
    }
}
