package dev.waymark.persona.feed;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.http.Problem;
import dev.waymark.outbox.Change;
import dev.waymark.outbox.Outbox;
import dev.waymark.testing.Contracts;
import dev.waymark.testing.OddToken;
import dev.waymark.testing.TestWorkspace;
import dev.waymark.workspace.Caller;
import dev.waymark.workspace.CurrentCaller;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading the feed page by page. */
@QuarkusTest
class FeedTest {

    /** Long enough for a machine that has much else to do. */
    private static final Duration SOON = Duration.ofSeconds(60);

    private static final String WITH_A_NEED =
            "{\"name\": \"Pilot\", \"needs\": [{\"key\": \"rest\", \"statement\": \"Sleep\", \"kind\": \"FUNCTIONAL\"}]}";

    @Inject
    Outbox outbox;

    @Inject
    CurrentCaller caller;

    private final TestWorkspace workspace = TestWorkspace.fresh();

    @Test
    void anEventIsACloudEventThatHoldsTheDocumentAndWhatChangedInIt() {
        var begin = Instant.now().minusMillis(1);
        var created = workspace
                .editor()
                .body(WITH_A_NEED)
                .put("/v1/personas/by-key/p")
                .then()
                .statusCode(201)
                .extract();
        workspace
                .editor()
                .post("/v1/personas/" + created.path("id") + "/archive")
                .then()
                .statusCode(200);

        var events = events(2);

        var first = events.getFirst();
        requireOrigin(first, created.path("id"));
        assertThat(Instant.parse(first.get("time").asText())).isBetween(begin, Instant.now());
        assertThat(first.at("/data/name").asText()).isEqualTo("Pilot");
        assertThat(first.at("/data/changedElements"))
                .isEqualTo(FeedClient.parse("[\"" + created.path("needs[0].id") + "\"]"));
        Contracts.requireValid(
                "persona-service", "persona.created.v1", first.get("data").toString());
        var second = events.get(1);
        assertThat(second.get("type").asText()).isEqualTo("persona.archived.v1");
        assertThat(second.get("sequence").asText()).isEqualTo("2");
        assertThat(second.at("/data/changedElements")).isEmpty();
        assertThat(second.get("id")).isNotEqualTo(first.get("id"));
    }

    @Test
    void pagesFollowEachOtherByTheirLinkUntilThereIsNothing() {
        for (int i = 1; i <= 3; i++) {
            put("p", i);
        }
        events(3);

        var first = workspace.viewer().get("/v1/events?limit=2").then().statusCode(200);
        first.contentType("application/cloudevents-batch+json")
                .body("sequence", equalTo(List.of("1", "2")))
                .header("Link", containsString("after=2"))
                .header("Link", containsString("limit=2"))
                .header("Link", containsString("rel=\"next\""));
        var second = workspace
                .viewer()
                .get(next(first.extract().header("Link")))
                .then()
                .statusCode(200);
        second.body("sequence", equalTo(List.of("3"))).header("Link", containsString("after=3"));
        workspace
                .viewer()
                .get(next(second.extract().header("Link")))
                .then()
                .statusCode(200)
                .body("$", empty())
                .header("Link", nullValue());
        workspace.viewer().get("/v1/events?after=4").then().statusCode(400).body("errors[0].pointer", equalTo("after"));
    }

    @Test
    void largeDocumentsMakeAPageShorterAndNothingIsLost() {
        var text = "x".repeat(400_000);
        for (int i = 1; i <= 8; i++) {
            append(new Change("persona", UUID.randomUUID(), 1, "persona.created.v1", Map.of("text", text), List.of()));
        }
        events(1);

        var client = FeedClient.with(workspace.token("viewer"));
        await().atMost(SOON).until(() -> client.after(7, 1).size() == 1);
        assertThat(client.after(0, 100)).hasSize(6);
        assertThat(client.after(6, 100))
                .extracting(e -> e.get("sequence").asText())
                .containsExactly("7", "8");
    }

    @Test
    void ofADeletedPersonaTheEventsStayWithoutTheirData() {
        var id = put("p", 1);
        workspace
                .admin()
                .header("If-Match", "*")
                .delete("/v1/personas/" + id)
                .then()
                .statusCode(204);

        var events = await().atMost(SOON)
                .until(() -> events(2), all -> !requireNonNull(all).getFirst().has("data"));

        assertThat(events)
                .extracting(e -> e.get("type").asText())
                .containsExactly("persona.created.v1", "persona.deleted.v1");
        assertThat(events.getFirst().has("datacontenttype")).isFalse();
        assertThat(events.getFirst().get("subject").asText()).isEqualTo(id);
        assertThat(events.get(1).get("data")).isEqualTo(FeedClient.parse("{\"id\": \"" + id + "\"}"));
    }

    @Test
    void eventsOfOtherWorkspacesNeverAppear() {
        var other = TestWorkspace.fresh();
        other.editor()
                .body("{\"name\": \"Theirs\"}")
                .put("/v1/personas/by-key/p")
                .then()
                .statusCode(201);
        put("p", 1);

        assertThat(events(1)).extracting(e -> e.get("workspace").asText()).containsExactly(workspace.name());
    }

    @Test
    void whatKafkaWillNeverTakeIsInTheFeedAllTheSame() {
        append(new Change("without-topic", UUID.randomUUID(), 1, "without-topic.created.v1", Map.of(), List.of()));

        assertThat(events(1)).extracting(e -> e.get("type").asText()).containsExactly("without-topic.created.v1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "after=x",
                "after=-1",
                "after=1.5",
                "after=9999999999999999999",
                "limit=0",
                "limit=101",
                "limit=x"
            })
    void whatIsMalformedIsRefusedAndNamed(String query) {
        workspace
                .viewer()
                .get("/v1/events?" + query)
                .then()
                .statusCode(400)
                .contentType(Problem.MEDIA_TYPE)
                .body("errors[0].pointer", equalTo(query.substring(0, query.indexOf('='))));
    }

    @Test
    void nobodyReadsWithoutARole() {
        RestAssured.get("/v1/events").then().statusCode(401).contentType(Problem.MEDIA_TYPE);
        OddToken.NO_GRANT.asks().get("/v1/events").then().statusCode(403);
        OddToken.NO_GRANT
                .asks()
                .accept("text/event-stream")
                .get("/v1/events")
                .then()
                .statusCode(403);
    }

    private void requireOrigin(JsonNode first, String subject) {
        assertThat(first.get("specversion").asText()).isEqualTo("1.0");
        assertThat(first.get("type").asText()).isEqualTo("persona.created.v1");
        assertThat(first.get("source").asText()).isEqualTo("/persona-service");
        assertThat(first.get("subject").asText()).isEqualTo(subject);
        assertThat(first.get("workspace").asText()).isEqualTo(workspace.name());
        assertThat(first.get("sequence")).isEqualTo(FeedClient.parse("\"1\""));
        assertThat(first.get("aggregateversion")).isEqualTo(FeedClient.parse("1"));
        assertThat(first.get("datacontenttype").asText()).isEqualTo("application/json");
    }

    private List<JsonNode> events(int atLeast) {
        var client = FeedClient.with(workspace.token("viewer"));
        return await().atMost(SOON).until(() -> client.after(0, 100), all -> all.size() >= atLeast);
    }

    private String put(String key, int times) {
        return workspace
                .editor()
                .body("{\"name\": \"Pilot " + times + "\"}")
                .put("/v1/personas/by-key/" + key)
                .path("id");
    }

    private void append(Change change) {
        caller.runAs(Caller.service(workspace.name(), "test"), () -> QuarkusTransaction.requiringNew()
                .run(() -> outbox.append(change)));
    }

    private static String next(String link) {
        return link.substring(link.indexOf('<') + 1, link.indexOf('>'));
    }
}
