package dev.waymark.persona.retries;

import static dev.waymark.persona.retries.Desk.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.waymark.testing.TestWorkspace;
import dev.waymark.workspace.Caller;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jboss.resteasy.reactive.RestResponse;
import org.junit.jupiter.api.Test;

/** The same request, while the first is still running. */
@QuarkusTest
class TwinsTest {

    /** Long enough for a machine that has much else to do. */
    private static final Duration SOON = Duration.ofSeconds(60);

    private static final int TWINS = 20;

    @Inject
    Desk desk;

    @Inject
    Notes notes;

    private final Caller anna = new Caller(TestWorkspace.fresh().name(), "anna");

    @Test
    void twentyTwinsHaveOneEffectAndOneAnswer() throws Exception {
        var sent = new AtomicInteger();
        Callable<Desk.Answer> twin = () -> {
            sent.incrementAndGet();
            return desk.send(anna, KEY, "milk", () -> {
                await().atMost(SOON).until(() -> sent.get() == TWINS);
                return desk.addNote();
            });
        };
        var answers = new HashSet<Desk.Answer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(
                    IntStream.range(0, TWINS).mapToObj(i -> twin).toList())) {
                answers.add(answer.get());
            }
        }
        assertThat(answers).hasSize(1);
        assertThat(desk.as(anna, notes::count)).isOne();
    }

    @Test
    void aTwinThatRunsForLongIsNotWaitedForLongerThanTwoSeconds() throws Exception {
        var running = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> desk.send(anna, KEY, "milk", () -> {
                running.countDown();
                pause(go);
                return desk.addNote();
            }));
            assertThat(running.await(20, TimeUnit.SECONDS)).isTrue();

            var waits = new TreeSet<Duration>();
            for (int i = 0; i < 3; i++) { // on a busy machine one may be slow for another reason
                var began = Instant.now();
                assertThatThrownBy(() -> desk.send(anna, KEY, "milk")).satisfies(RetriesTest.isProblem(409));
                waits.add(Duration.between(began, Instant.now()));
            }
            assertThat(waits.first()).isBetween(Duration.ofMillis(1900), Duration.ofMillis(4500));
            go.countDown();
            assertThat(desk.send(anna, KEY, "milk")).isEqualTo(first.get());
        }
        assertThat(desk.as(anna, notes::count)).isOne();
    }

    @Test
    void aTwinOfWhatFailsHasTheEffectItself() throws Exception {
        var running = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> desk.send(anna, KEY, "milk", () -> {
                notes.add();
                running.countDown();
                pause(go);
                throw new IllegalStateException("gone");
            }));
            assertThat(running.await(20, TimeUnit.SECONDS)).isTrue();
            var second = threads.submit(() -> desk.send(anna, KEY, "milk"));
            await().atMost(SOON).until(this::somebodyWaits);
            go.countDown();

            assertThatThrownBy(first::get).hasMessageContaining("gone");
            assertThat(second.get().status()).isEqualTo(201);
        }
        assertThat(desk.as(anna, notes::count)).isOne();
    }

    @Test
    void theEffectWaitsForLocksAsLongAsEver() {
        var usual = desk.as(anna, () -> notes.ask("show lock_timeout"));
        var answer = desk.send(anna, KEY, null, () -> RestResponse.ok((Object) notes.ask("show lock_timeout")));
        assertThat(usual).isEqualTo("5s");
        assertThat(answer.body()).isEqualTo("\"5s\"");
    }

    private boolean somebodyWaits() {
        return desk.as(
                        anna,
                        () -> notes.ask(
                                "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like 'insert into idempotency_key%'"))
                .equals("1");
    }

    private static void pause(CountDownLatch until) {
        try {
            assertThat(until.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
