package dev.waymark.persona.retries;

import static dev.waymark.persona.retries.Desk.KEY;
import static dev.waymark.persona.retries.Desk.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.http.Problem;
import dev.waymark.retries.Retries;
import dev.waymark.retries.RetryKey;
import dev.waymark.testing.TestWorkspace;
import dev.waymark.workspace.Caller;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One key, one effect, one answer. */
@QuarkusTest
class RetriesTest {

    private static final Map<String, String> BODY = Map.of("text", "milk");

    @Inject
    Desk desk;

    @Inject
    Notes notes;

    @Inject
    Retries retries;

    private final Caller anna = new Caller(TestWorkspace.fresh().name(), "anna");

    @Test
    void aRepeatIsGivenTheFirstAnswerAndDoesNothing() {
        var first = desk.send(anna, KEY, BODY);
        assertThat(desk.send(anna, KEY, BODY)).isEqualTo(first);

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.headers()).containsEntry("ETag", List.of("\"1.0\"")).containsKey("Location");
        assertThat(first.body()).contains("\"share\":1.1");
        assertThat(noted()).isOne();
    }

    @Test
    void theOrderOfNamesInTheBodyDoesNotMatter() {
        var body = new TreeMap<>(Map.of("a", 1, "b", 2));
        var first = desk.send(anna, KEY, body);
        assertThat(desk.send(anna, KEY, body.descendingMap())).isEqualTo(first);
    }

    @Test
    void anAnswerWithoutAnEntityIsRepeatedToo() {
        var first = desk.send(anna, KEY, null, () -> {
            notes.add();
            return org.jboss.resteasy.reactive.RestResponse.noContent();
        });
        assertThat(first).isEqualTo(new Desk.Answer(204, Map.of(), null));
        assertThat(desk.send(anna, KEY, null)).isEqualTo(first);
        assertThat(noted()).isOne();
    }

    @Test
    void theSameKeyForAnotherBodyOrQueryIsRefused() {
        desk.send(anna, KEY, BODY);
        assertThatThrownBy(() -> desk.send(anna, KEY, Map.of("text", "bread"))).satisfies(isProblem(422));
        assertThatThrownBy(() -> desk.send(anna, new RetryKey("monday", "POST", "/v1/notes", "dry=1"), BODY))
                .satisfies(isProblem(422));
        assertThat(noted()).isOne();
    }

    @Test
    void anEffectThatThrowsLeavesNothingAndFreesTheKey() {
        assertThatThrownBy(() -> desk.send(anna, KEY, BODY, () -> {
                    notes.add();
                    throw Problem.conflict("on second thoughts");
                }))
                .satisfies(isProblem(409))
                .hasMessage("on second thoughts");
        assertThat(noted()).isZero();
        assertThat(keys()).isZero();

        assertThat(desk.send(anna, KEY, Map.of("text", "bread")).status()).isEqualTo(201);
        assertThat(noted()).isOne();
    }

    @Test
    void whatDoesNotCommitIsNotKept() {
        assertThatThrownBy(() -> desk.send(anna, KEY, BODY, () -> {
            var answer = desk.addNote();
            notes.spoil();
            return answer;
        }));
        assertThat(noted()).isZero();
        assertThat(keys()).isZero();
    }

    @Test
    void othersHaveKeysOfTheirOwn() {
        var elsewhere = new Caller(TestWorkspace.fresh().name(), "anna");
        var ben = new Caller(anna.workspace(), "ben");
        desk.send(anna, KEY, BODY);

        assertThat(desk.send(elsewhere, KEY, Map.of()).status()).isEqualTo(201);
        assertThat(desk.send(ben, KEY, Map.of()).status()).isEqualTo(201);
        assertThat(desk.send(anna, key("monday", "/v1/memos"), Map.of()).status())
                .isEqualTo(201);
        assertThat(desk.send(anna, new RetryKey("monday", "PATCH", "/v1/notes", ""), Map.of())
                        .status())
                .isEqualTo(201);
        assertThat(noted()).isEqualTo(4);
        assertThat(desk.as(elsewhere, notes::count)).isOne();
    }

    @Test
    void itemsOfABatchAreDoneOnceEach() {
        var first = desk.send(anna, KEY.item(0), BODY);
        var second = desk.send(anna, KEY.item(1), BODY);
        assertThat(second).isNotEqualTo(first);

        assertThat(desk.send(anna, KEY.item(0), BODY)).isEqualTo(first);
        assertThat(desk.send(anna, KEY.item(1), BODY)).isEqualTo(second);
        assertThat(noted()).isEqualTo(2);
    }

    @Test
    void aKeyIsGoodForADay() {
        var first = desk.send(anna, KEY, BODY);
        age("23 hours 59 minutes");
        assertThat(desk.send(anna, KEY, BODY)).isEqualTo(first);

        age("1 minute");
        var next = desk.send(anna, KEY, Map.of("text", "bread"));
        assertThat(next).isNotEqualTo(first);
        assertThat(desk.send(anna, KEY, Map.of("text", "bread"))).isEqualTo(next);
        assertThat(noted()).isEqualTo(2);
    }

    @Test
    void aNewKeyForgetsAHundredOldOnesOfTheWorkspace() {
        var elsewhere = new Caller(TestWorkspace.fresh().name(), "anna");
        desk.send(elsewhere, KEY, BODY);
        desk.as(elsewhere, () -> old("1 day"));
        desk.as(anna, () -> {
            notes.sql("insert into idempotency_key (workspace, actor, method, path, key, body_hash, created_at)"
                    + " select '" + anna.workspace()
                    + "', 'anna', 'POST', '/v1/notes', 'k' || n, '', now() - interval '25 hours'"
                    + " from generate_series(1, 150) n");
            return null;
        });
        desk.send(anna, KEY, BODY);
        assertThat(keys()).isEqualTo(51);
        assertThat(desk.as(elsewhere, notes::keys)).isOne();
    }

    @Test
    void withoutAKeyTheEffectRunsAsItIs() {
        var active = new AtomicBoolean(true);
        for (var i = 0; i < 2; i++) {
            desk.send(anna, key(null, "/v1/notes"), BODY, () -> {
                active.set(QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION);
                return desk.addNote();
            });
        }
        assertThat(active).isFalse();
        assertThat(noted()).isEqualTo(2);
        assertThat(keys()).isZero();
    }

    @Test
    void whatComesBeforehandIsLeftOutForARepeat() {
        var times = new AtomicInteger();
        for (var i = 0; i < 2; i++) {
            desk.as(anna, () -> retries.once(KEY, BODY, times::incrementAndGet, desk::addNote));
        }

        assertThat(times).hasValue(1);
        assertThat(noted()).isOne();
        assertThatThrownBy(
                        () -> desk.as(anna, () -> retries.once(KEY, "another", times::incrementAndGet, desk::addNote)))
                .isInstanceOf(Problem.class);
        assertThat(times).hasValue(1);
    }

    @Test
    void aKeyInsideATransactionIsAMistake() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> desk.send(anna, KEY, BODY)));
        assertThat(noted()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two words", "schlüssel", "tab\t", "nul\0"})
    void aKeyIsVisibleAscii(String bad) {
        assertThatThrownBy(() -> key(bad, "/v1/notes"))
                .satisfies(isProblem(400))
                .satisfies(e -> assertThat(((Problem) e).details().errors())
                        .first()
                        .matches(error -> error.pointer().equals("Idempotency-Key")));
    }

    @Test
    void aKeyHasAtMost255Characters() {
        assertThat(desk.send(anna, key("~".repeat(255), "/v1/notes"), BODY).status())
                .isEqualTo(201);
        assertThatThrownBy(() -> key("~".repeat(256), "/v1/notes")).satisfies(isProblem(400));
    }

    private int noted() {
        return desk.as(anna, notes::count);
    }

    private int keys() {
        return desk.as(anna, notes::keys);
    }

    /** Moves the clock, seen from what is kept. */
    private void age(String by) {
        desk.as(anna, () -> old(by));
    }

    private Void old(String by) {
        notes.sql("update idempotency_key set created_at = created_at - interval '" + by + "'");
        return null;
    }

    static Consumer<Throwable> isProblem(int status) {
        return e -> assertThat(e)
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.details().status()).isEqualTo(status));
    }
}
