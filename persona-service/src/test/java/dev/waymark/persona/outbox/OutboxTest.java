package dev.waymark.persona.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The outbox is part of the transaction of the change. */
@QuarkusTest
class OutboxTest {

    private static final TestTopic PERSONAS = new TestTopic("waymark.personas");

    @Inject
    Outbox outbox;

    @Inject
    CurrentCaller caller;

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final UUID id = UUID.randomUUID();

    @Test
    void rollbackPublishesNothing() {
        var later = UUID.randomUUID();
        assertThatThrownBy(() -> inTransaction(() -> {
                    outbox.append(change(id, "gone"));
                    throw new IllegalStateException("on second thoughts");
                }))
                .hasMessageContaining("second thoughts");
        inTransaction(() -> outbox.append(change(later, "here")));

        PERSONAS.awaitTold(workspace.name(), later, 1);
        assertThat(PERSONAS.told(workspace.name(), id)).isEmpty();
    }

    @Test
    void appendOutsideATransactionThrows() {
        assertThatThrownBy(() -> caller.runAs(me(), () -> outbox.append(change(id, "loose"))))
                .hasMessageContaining("ransaction");
    }

    @Test
    void documentAtTheLimitIsTakenAndOneOverItRefused() {
        var frame = "{\"text\":\"\"}".length();
        inTransaction(() -> outbox.append(change(id, "x".repeat(Outbox.LARGEST_DOCUMENT - frame))));
        assertThat(PERSONAS.awaitTold(workspace.name(), id, 1)).hasSize(1);

        assertThatThrownBy(() -> inTransaction(() ->
                        outbox.append(change(UUID.randomUUID(), "x".repeat(Outbox.LARGEST_DOCUMENT - frame + 1)))))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.details().status()).isEqualTo(413));
    }

    @Test
    void documentOverTheLimitIsRefusedInTheRequestAndNotStored() {
        var need = "{\"statement\": \"" + "漢".repeat(1000) + "\", \"kind\": \"SOCIAL\"}";
        var needs = IntStream.range(0, 200).mapToObj(i -> need).collect(Collectors.joining(","));
        workspace
                .editor()
                .body(("{\"name\": \"Large\", \"needs\": [" + needs + "]}").getBytes(UTF_8))
                .post("/v1/personas")
                .then()
                .statusCode(413)
                .contentType(Problem.MEDIA_TYPE);
        workspace.viewer().get("/v1/personas").then().body("items.size()", equalTo(0));
    }

    private static Change change(UUID id, String text) {
        return new Change("persona", id, 1, "persona.created.v1", Map.of("text", text), List.of());
    }

    private void inTransaction(Runnable work) {
        caller.runAs(me(), () -> QuarkusTransaction.requiringNew().run(work));
    }

    private Caller me() {
        return Caller.service(workspace.name(), "test");
    }
}
