package dev.waymark.persona.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.history.Revision;
import dev.waymark.history.RevisionSummary;
import dev.waymark.history.Revisions;
import dev.waymark.http.Page;
import dev.waymark.http.PageRequest;
import dev.waymark.http.Problem;
import dev.waymark.outbox.Change;
import dev.waymark.outbox.Outbox;
import dev.waymark.testing.TestTopic;
import dev.waymark.testing.TestWorkspace;
import dev.waymark.workspace.Caller;
import dev.waymark.workspace.CurrentCaller;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What revisions keep can be read: all of it while the aggregate lives, who and when for ever. */
@QuarkusTest
class RevisionsTest {

    private static final TestTopic PERSONAS = new TestTopic("waymark.personas");

    @Inject
    Revisions revisions;

    @Inject
    Outbox outbox;

    @Inject
    CurrentCaller caller;

    @Inject
    ObjectMapper json;

    private final String workspace = TestWorkspace.fresh().name();
    private final UUID id = UUID.randomUUID();
    private final UUID need = UUID.randomUUID();

    @Test
    void changesAreListedNewestFirstPageByPage() {
        for (var version = 1; version <= 5; version++) {
            change(version, "updated", Map.of("name", "v" + version));
        }
        var first = page(2, null);
        var second = page(2, first.next());
        var third = page(2, second.next());

        assertThat(first.items()).extracting(RevisionSummary::version).containsExactly(5, 4);
        assertThat(second.items()).extracting(RevisionSummary::version).containsExactly(3, 2);
        assertThat(third.items()).extracting(RevisionSummary::version).containsExactly(1);
        assertThat(third.next()).isNull();
    }

    @Test
    void aChangeSaysWhoWhatAndWhich() {
        change(1, "created", Map.of("name", "Commuter"));
        var summary = page(25, null).items().getFirst();
        assertThat(summary)
                .isEqualTo(new RevisionSummary(1, "persona.created.v1", "anna", summary.occurredAt(), List.of(need)));

        var revision = require(id, 1);
        assertThat(revision)
                .isEqualTo(new Revision(
                        1,
                        "persona.created.v1",
                        "anna",
                        summary.occurredAt(),
                        List.of(need),
                        "{\"name\": \"Commuter\"}"));
    }

    @Test
    void theDocumentIsJsonInTheAnswerAndNotText() throws Exception {
        change(1, "created", Map.of("name", "Commuter"));
        var answer = json.readTree(json.writeValueAsString(require(id, 1)));
        assertThat(answer.at("/data/name").asText()).isEqualTo("Commuter");
        assertThat(answer.at("/changedElements/0").asText()).isEqualTo(need.toString());
    }

    @Test
    void theDifferenceIsAJsonPatchInEitherDirection() throws Exception {
        change(1, "created", Map.of("name", "Commuter", "version", 1, "needs", List.of("seat")));
        change(2, "updated", Map.of("name", "Commuter", "version", 2, "needs", List.of("seat", "table")));

        assertThat(json.readTree(diff(1, 2)))
                .containsExactlyInAnyOrderElementsOf(
                        json.readTree(
                                "[{\"op\":\"replace\",\"path\":\"/version\",\"value\":2},{\"op\":\"add\",\"path\":\"/needs/1\",\"value\":\"table\"}]"));
        assertThat(json.readTree(diff(2, 1)))
                .containsExactlyInAnyOrderElementsOf(
                        json.readTree(
                                "[{\"op\":\"replace\",\"path\":\"/version\",\"value\":1},{\"op\":\"remove\",\"path\":\"/needs/1\"}]"));
        assertThat(diff(2, 2)).isEqualTo("[]");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        change(1, "created", Map.of("name", "Commuter"));
        var elsewhere = TestWorkspace.fresh().name();
        assertNotFound(() -> require(id, 2));
        assertNotFound(() -> diff(1, 2));
        assertNotFound(() -> require(UUID.randomUUID(), 1));
        assertNotFound(() -> in(workspace, () -> revisions.require("segment", id, 1)));
        assertNotFound(() -> in(workspace, () -> revisions.page("segment", id, request(25, null))));
        assertNotFound(() -> in(elsewhere, () -> revisions.require("persona", id, 1)));
        assertNotFound(() -> in(elsewhere, () -> revisions.page("persona", id, request(25, null))));
    }

    @Test
    void ofADeletedAggregateOnlyTheSummariesAreLeft() {
        change(1, "created", Map.of("name", "Commuter"));
        change(2, "deleted", Map.of("id", id));
        assertDeleted();

        PERSONAS.awaitTold(workspace, id, 3); // the tombstone: from now on the data is blanked
        assertDeleted();
        assertThat(page(25, null).items())
                .extracting(RevisionSummary::type)
                .containsExactly("persona.deleted.v1", "persona.created.v1");
    }

    @Test
    void aCursorOfSomebodyElsesMakingIsRefused() {
        change(1, "created", Map.of("name", "Commuter"));
        var forged = new PageRequest("/revisions", 25, "one");
        assertThatThrownBy(() -> in(workspace, () -> revisions.page("persona", id, forged)))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.details().status()).isEqualTo(400));
    }

    private void assertDeleted() {
        for (var version = 1; version <= 2; version++) {
            var asked = version;
            assertThatThrownBy(() -> require(id, asked))
                    .isInstanceOfSatisfying(
                            Problem.class, p -> assertThat(p.details().status()).isEqualTo(404))
                    .hasMessageContaining("has been deleted");
        }
    }

    private static void assertNotFound(ThrowingCallable asked) {
        assertThatThrownBy(asked)
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.details().status()).isEqualTo(404))
                .hasMessageContaining("There is no");
    }

    private void change(int version, String verb, Map<String, ?> data) {
        var change = new Change("persona", id, version, "persona." + verb + ".v1", data, List.of(need));
        in(workspace, () -> {
            outbox.append(change);
            return null;
        });
    }

    private Page<RevisionSummary> page(int limit, String cursor) {
        return in(workspace, () -> revisions.page("persona", id, request(limit, cursor)));
    }

    private static PageRequest request(int limit, String cursor) {
        return PageRequest.of("/revisions", limit, cursor);
    }

    private Revision require(UUID asked, int version) {
        return in(workspace, () -> revisions.require("persona", asked, version));
    }

    private String diff(int from, int to) {
        return in(workspace, () -> revisions.diff("persona", id, from, to));
    }

    private <T> T in(String asked, Callable<T> work) {
        var result = new AtomicReference<T>();
        caller.runAs(
                new Caller(asked, "anna"),
                () -> result.set(QuarkusTransaction.requiringNew().call(work)));
        return result.get();
    }
}
