package dev.waymark.chaos;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** What production does to a product, one thing at a time, at random moments. */
final class Faults {

    /** Longer than any time-out of the services: 10 seconds for a place in a consumer group, 5 for a connection or a lock. */
    private static final Duration HALT = Duration.ofSeconds(17);

    private final Stack stack;
    private final RandomGenerator random;
    private final PrintStream report;
    private int count;

    Faults(Stack stack, RandomGenerator random, PrintStream report) {
        this.stack = stack;
        this.random = random;
        this.report = report;
    }

    int count() {
        return count;
    }

    void strike() throws IOException, InterruptedException {
        Thread.sleep(random.nextInt(500, 6000));
        count++;
        switch (random.nextInt(9)) {
            case 0, 1, 2 -> killInstance();
            case 3, 4 -> haltInstance();
            case 5, 6 -> killPostgres();
            case 7 -> killKafka();
            default -> fillDisk();
        }
    }

    private void killInstance() throws IOException, InterruptedException {
        var victim = any();
        say("kill -9 " + victim.name());
        victim.kill();
        Thread.sleep(random.nextInt(3000));
        victim.start();
        victim.awaitReady();
    }

    private void haltInstance() throws IOException, InterruptedException {
        var victim = any();
        say("kill -STOP " + victim.name() + " for " + HALT.toSeconds() + " s");
        victim.halt();
        Thread.sleep(HALT);
        victim.goOn();
    }

    private void killPostgres() throws IOException, InterruptedException {
        say("kill -9 postgres");
        stack.killPostgres();
        Thread.sleep(random.nextInt(3000));
        stack.restartPostgres();
    }

    private void killKafka() throws IOException, InterruptedException {
        var away = random.nextInt(1000, 20_000);
        say("kill -9 kafka, away for " + away / 1000 + " s");
        stack.kafka().kill();
        Thread.sleep(away);
        stack.startPart(stack.kafka());
    }

    private void fillDisk() throws IOException, InterruptedException {
        if (!stack.disk().canBeFull()) {
            killPostgres();
            return;
        }
        say("the disk of postgres is full");
        stack.disk().fill();
        Thread.sleep(random.nextInt(1000, 10_000));
        stack.disk().empty();
        stack.revivePostgres();
    }

    private Server any() {
        return stack.instances().get(random.nextInt(stack.instances().size()));
    }

    private void say(String what) {
        report.println(Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MILLIS) + "  " + what);
    }
}
