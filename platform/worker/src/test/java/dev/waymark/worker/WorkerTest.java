package dev.waymark.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A worker goes on whatever happens, rests when there is nothing to do, and stops when asked. */
@Timeout(60)
class WorkerTest {

    private static final Duration SHORT = Duration.ofMillis(10);
    private static final Duration LONG = Duration.ofMinutes(10);

    private Worker worker;

    @AfterEach
    void stop() throws InterruptedException {
        worker.stop();
    }

    @Test
    void goesOnAtOnceAsLongAsThereIsMore() throws Exception {
        var turns = new CountDownLatch(3);
        start(LONG, () -> {}, () -> {
            turns.countDown();
            return true;
        });

        turns.await();
    }

    @Test
    void busyItLetsWorkGather() throws Exception {
        var turns = new CountDownLatch(11);
        var began = System.nanoTime();
        start(LONG, () -> {}, () -> {
            turns.countDown();
            return true;
        });

        turns.await();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(190));
    }

    @Test
    void looksAgainAfterItsRest() throws Exception {
        var turns = new CountDownLatch(3);
        start(SHORT, () -> {}, () -> {
            turns.countDown();
            return false;
        });

        turns.await();
    }

    @Test
    void wokenItRestsNoLongerAndWokenOftenItTurnsOnce() throws Exception {
        var turns = new AtomicInteger();
        var first = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var second = new CountDownLatch(2);
        start(LONG, () -> {}, () -> {
            turns.incrementAndGet();
            second.countDown();
            first.countDown();
            go.await();
            return false;
        });
        first.await();
        for (int i = 0; i < 5; i++) {
            worker.wake();
        }
        go.countDown();

        second.await();
        assertThat(timedStop()).isLessThan(Duration.ofSeconds(4));
        assertThat(turns).hasValue(2);
    }

    @Test
    void survivesWhateverIsThrown() throws Exception {
        var failures = new AtomicInteger(3);
        var turned = new CountDownLatch(1);
        start(SHORT, () -> {}, () -> {
            switch (failures.getAndDecrement()) {
                case 3 -> throw new StackOverflowError();
                case 2 -> throw new IllegalStateException("on purpose");
                case 1 -> throw new Exception("on purpose");
                default -> turned.countDown();
            }
            return false;
        });

        turned.await();
    }

    @Test
    void measuresEvenIfNoTurnSucceeds() throws Exception {
        var measured = new CountDownLatch(2);
        start(SHORT, measured::countDown, () -> {
            throw new IllegalStateException("away");
        });

        measured.await();
    }

    @Test
    void measuresNowAndThenNotWithEachTurn() throws Exception {
        var measured = new AtomicInteger();
        var turns = new CountDownLatch(1000);
        start(LONG, measured::incrementAndGet, () -> {
            turns.countDown();
            return true;
        });

        turns.await();
        assertThat(measured.get()).isPositive().isLessThan(100);
    }

    @Test
    void stopsAtOnceWhileItPausesAfterAFailure() throws Exception {
        var tried = new CountDownLatch(1);
        start(LONG, () -> {}, () -> {
            tried.countDown();
            throw new IllegalStateException("away");
        });
        tried.await();

        assertThat(timedStop()).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void isNotWaitedForLongerThanFiveSeconds() throws Exception {
        var turning = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        start(SHORT, () -> {}, () -> {
            turning.countDown();
            while (end.getCount() > 0) {
                try {
                    end.await();
                } catch (InterruptedException deaf) {
                    // on purpose
                }
            }
            return false;
        });
        turning.await();

        assertThat(timedStop()).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(20));
        end.countDown();
    }

    @Test
    void stopWithoutAStartIsHarmless() throws Exception {
        worker = worker(SHORT, () -> {}, () -> true);

        worker.stop();
    }

    private void start(Duration rest, Runnable measure, Callable<Boolean> turn) {
        worker = worker(rest, measure, turn);
        worker.start();
    }

    private static Worker worker(Duration rest, Runnable measure, Callable<Boolean> turn) {
        return new Worker("test", rest, new Worker.Job() {
            @Override
            public void measure() {
                measure.run();
            }

            @Override
            public boolean turn() throws Exception {
                return turn.call();
            }
        });
    }

    private Duration timedStop() throws InterruptedException {
        var begin = System.nanoTime();
        worker.stop();
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
