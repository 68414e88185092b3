package dev.waymark.persona.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.waymark.http.Problem;
import dev.waymark.testing.TestWorkspace;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The feed as server-sent events. */
@QuarkusTest
@Timeout(240)
class StreamTest {

    /** Long enough for a machine that has much else to do. */
    private static final Duration SOON = Duration.ofSeconds(60);

    private static final int MOST_STREAMS = 200;

    @Inject
    MeterRegistry metrics;

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final String editor = workspace.token("editor");

    @Test
    void tellsWhatThereIsAndWhatComes() {
        try (var client = FeedClient.with(editor)) {
            put(client, 1);
            var answer = client.open();
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
            var lines = answer.body().iterator();
            assertThat(lines.next()).startsWith(":");
            assertThat(lines.next()).isEmpty();

            assertThat(lines.next()).isEqualTo("id:1");
            assertThat(lines.next()).isEqualTo("event:persona.created.v1");
            var data = lines.next();
            assertThat(data).startsWith("data:{");
            assertThat(FeedClient.parse(data.substring(5)))
                    .isEqualTo(client.after(0, 1).getFirst());
            assertThat(lines.next()).isEmpty();

            put(client, 2);
            assertThat(lines.next()).isEqualTo("id:2");
            assertThat(lines.next()).isEqualTo("event:persona.updated.v1");
        }
    }

    @Test
    void resumesFromTheLastEventIdWhateverAfterSays() {
        try (var client = FeedClient.with(editor)) {
            for (int i = 1; i <= 4; i++) {
                put(client, i);
            }
            // A position that has not been given yet is refused.
            await().atMost(SOON).until(() -> client.after(0, 4).size() == 4);
            assertThat(ids(client.open("Last-Event-ID", "2"), 2)).containsExactly("id:3", "id:4");
        }
    }

    @Test
    void hasNoLimit() {
        try (var client = FeedClient.with(editor)) {
            var answer = client.openAt("?after=0&limit=1");

            assertThat(answer.statusCode()).isEqualTo(400);
            var errors = FeedClient.parse(answer.body().findFirst().orElseThrow())
                    .get("errors")
                    .toString();
            assertThat(errors)
                    .isEqualTo("[{\"pointer\":\"limit\",\"detail\":\"unknown parameter; known are after, ticket\"}]");
        }
    }

    @Test
    void aTicketOpensItWithoutHeadersAndItStaysOpen() {
        try (var client = FeedClient.with(editor)) {
            String ticket = workspace
                    .viewer()
                    .body("{\"path\": \"/v1/events\"}")
                    .post("/v1/tickets")
                    .path("ticket");
            var lines = client.openWith(ticket).body().iterator();
            assertThat(lines.next()).startsWith(":");
            assertThat(lines.next()).isEmpty();

            put(client, 1);

            assertThat(lines.next()).isEqualTo("id:1");
        }
    }

    @Test
    void eventsOfOtherWorkspacesNeverAppear() {
        var other = TestWorkspace.fresh();
        try (var client = FeedClient.with(editor);
                var theirs = FeedClient.with(other.token("editor"))) {
            var stream = client.open();
            put(theirs, 1);
            put(client, 1);
            var first = stream.body()
                    .filter(line -> line.startsWith("data:"))
                    .findFirst()
                    .orElseThrow();
            assertThat(first).contains("\"workspace\":\"" + workspace.name() + "\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1"})
    void aPositionThatNobodyWasGivenIsRefusedBeforeTheStreamBegins(String position) {
        workspace
                .viewer()
                .accept("text/event-stream")
                .header("Last-Event-ID", position)
                .get("/v1/events")
                .then()
                .statusCode(400)
                .contentType(Problem.MEDIA_TYPE)
                .body("errors[0].pointer", equalTo("Last-Event-ID"));
    }

    @Test
    void tooManyStreamsAreToldToComeBackAndThoseThatEndMakeRoom() {
        var clients = new ArrayList<FeedClient>();
        try {
            await().atMost(SOON).until(() -> streams() == 0);
            for (int i = 0; i < MOST_STREAMS; i++) {
                clients.add(FeedClient.with(editor));
                assertThat(clients.getLast().open().statusCode()).isEqualTo(200);
            }
            assertThat(streams()).isEqualTo(MOST_STREAMS);
            workspace
                    .viewer()
                    .accept("text/event-stream")
                    .get("/v1/events")
                    .then()
                    .statusCode(503)
                    .contentType(Problem.MEDIA_TYPE)
                    .header("Retry-After", "1");
            put(clients.getFirst(), 1); // streams hold no connections: whoever asks otherwise is served
        } finally {
            clients.forEach(FeedClient::close);
        }
        await().atMost(SOON).until(() -> streams() == 0);
        try (var client = FeedClient.with(editor)) {
            assertThat(ids(client.open(), 1)).containsExactly("id:1");
        }
    }

    private double streams() {
        return metrics.get("waymark.feed.streams").gauge().value();
    }

    private static void put(FeedClient client, int times) {
        assertThat(client.put("p", "{\"name\": \"Pilot " + times + "\"}")).isIn(200, 201);
    }

    private static List<String> ids(HttpResponse<Stream<String>> stream, int count) {
        return stream.body().filter(line -> line.startsWith("id:")).limit(count).toList();
    }
}
