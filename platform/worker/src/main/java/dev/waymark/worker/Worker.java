package dev.waymark.worker;

import io.quarkus.logging.Log;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A thread that does one job, turn by turn, for as long as the service lives, whatever fails meanwhile. */
public final class Worker {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration BETWEEN_MEASUREMENTS = Duration.ofSeconds(2);

    /** From turn to turn: who is idle begins at once; who is busy lets some work gather, for one transaction. */
    private static final Duration GATHERING = Duration.ofMillis(20);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String name;
    private final Duration rest;
    private final Job job;
    private final Semaphore work = new Semaphore(0);
    private Thread thread;
    private long measuredAt = System.nanoTime() - BETWEEN_MEASUREMENTS.toNanos();

    /** @param rest how long to rest when nothing wakes it, and how long to pause after a first failure */
    public Worker(String name, Duration rest, Job job) {
        this.name = name;
        this.rest = rest;
        this.job = job;
    }

    public void start() {
        thread = Thread.ofPlatform().name(name).daemon().start(this::run);
    }

    /** Interrupts what it is doing, and waits for the end of it, five seconds at the most. */
    public void stop() throws InterruptedException {
        if (thread != null) {
            thread.interrupt();
            thread.join(PATIENCE);
        }
    }

    /** Says that there may be something to do. */
    public void wake() {
        if (work.availablePermits() == 0) {
            work.release();
        }
    }

    private void run() {
        var first = new Backoff(rest, LONGEST_PAUSE);
        var next = first;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                turn();
                next = first;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (Throwable e) { // whatever it is, the thread must live: nobody else does its job
                next = pause(next, e);
            }
        }
    }

    private void turn() throws Exception {
        if (System.nanoTime() - measuredAt >= BETWEEN_MEASUREMENTS.toNanos()) {
            job.measure();
            measuredAt = System.nanoTime();
        }
        var begun = System.nanoTime();
        if (!job.turn() && work.tryAcquire(rest.toMillis(), TimeUnit.MILLISECONDS)) {
            work.drainPermits();
        }
        TimeUnit.NANOSECONDS.sleep(GATHERING.toNanos() - (System.nanoTime() - begun));
    }

    /** @return how to pause after the next failure in a row */
    private Backoff pause(Backoff backoff, Throwable e) {
        if (Thread.currentThread().isInterrupted()) {
            return backoff;
        }
        Log.warnf("Will try again worker=%s why=%s", name, e);
        try {
            Thread.sleep(backoff.pause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return backoff.longer();
    }

    /** What a worker does. After a failure, of whichever of the two, it pauses and begins anew. */
    public interface Job {

        /** Brings up to date what operators watch: every two seconds, before a turn, so whatever the turns come to. */
        void measure() throws Exception;

        /** @return whether the next turn follows at once; if not, the worker rests until it is woken */
        boolean turn() throws Exception;
    }
}
