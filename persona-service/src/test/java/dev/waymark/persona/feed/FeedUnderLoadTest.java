package dev.waymark.persona.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Hundreds write while one polls and one streams: both see every acknowledged change once, in order, without a gap. */
@QuarkusTest
class FeedUnderLoadTest {

    private static final int WRITERS = 300;
    private static final int PERSONAS = 40;
    private static final int WRITES_EACH = 3;

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final AtomicInteger acknowledged = new AtomicInteger();

    @Test
    @Timeout(600)
    void everyAcknowledgedChangeIsSeenOnceAndInOrder() throws Exception {
        var token = workspace.token("editor");
        List<JsonNode> polled;
        List<JsonNode> streamed;
        try (var client = FeedClient.with(token);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var stream = client.open().body().iterator();
            var writers = IntStream.range(0, WRITERS)
                    .mapToObj(i -> threads.submit(writing(client, i)))
                    .toList();
            var polling = threads.submit(() -> poll(client, writers));
            polled = polling.get();
            streamed = take(stream, polled.size());
        }

        assertThat(acknowledged.get()).isGreaterThan(WRITERS * WRITES_EACH / 2);
        assertThat(polled)
                .extracting(event -> event.get("sequence").asLong())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, acknowledged.get()).boxed().toList());
        assertThat(polled).extracting(event -> event.get("id").asText()).doesNotHaveDuplicates();
        versions(polled).forEach((persona, versions) -> assertThat(versions)
                .as(persona)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, versions.size()).boxed().toList()));
        assertThat(versions(polled)).hasSize(PERSONAS);
        assertThat(streamed).isEqualTo(polled);
    }

    private Callable<Void> writing(FeedClient client, int writer) {
        return () -> {
            for (int i = 0; i < WRITES_EACH; i++) {
                var status = client.put(
                        "p-" + (writer + i * 7) % PERSONAS, "{\"name\": \"Pilot " + writer + " " + i + "\"}");
                if (status < 300) {
                    acknowledged.incrementAndGet();
                } else {
                    assertThat(status)
                            .as("a change is made, or refused for now")
                            .isEqualTo(503);
                }
            }
            return null;
        };
    }

    /** Goes on from the last position it saw until all is written and seen. */
    private List<JsonNode> poll(FeedClient client, List<Future<Void>> writers) throws Exception {
        var seen = new ArrayList<JsonNode>();
        while (writers.stream().anyMatch(writer -> !writer.isDone()) || seen.size() < acknowledged.get()) {
            var after = seen.isEmpty() ? 0 : seen.getLast().get("sequence").asLong();
            seen.addAll(client.after(after, 100));
        }
        for (var writer : writers) {
            writer.get();
        }
        return seen;
    }

    private static List<JsonNode> take(Iterator<String> stream, int count) {
        var events = new ArrayList<JsonNode>();
        while (events.size() < count) {
            var line = stream.next();
            if (line.startsWith("data:")) {
                events.add(FeedClient.parse(line.substring(5)));
            }
        }
        return events;
    }

    private static Map<String, List<Integer>> versions(List<JsonNode> events) {
        return events.stream()
                .collect(Collectors.groupingBy(
                        event -> event.get("subject").asText(),
                        Collectors.mapping(
                                event -> event.get("aggregateversion").asInt(), Collectors.toList())));
    }
}
