package dev.waymark.chaos;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** What production does to a product, one thing at a time, at random moments. */
final class Faults {

    /** Longer than any time-out of the services: 10 seconds for a place in a consumer group, 5 for a connection or a lock. */
    private static final Duration HALT = Duration.ofSeconds(17);

    /** Longer than PostgreSQL waits for a transaction that goes on: a minute. */
    private static final Duration LONG_HALT = Duration.ofSeconds(65);

    private static final Duration SHORTEST_OUTAGE = Duration.ofSeconds(5);
    private static final Duration LONGEST_OUTAGE = Duration.ofMinutes(3);
    /** How often the longest of faults fits into a run. */
    private static final int SHARE = 8;
    /** While Kafka is away, at least this part of what is acknowledged otherwise, faults included, must still be. */
    private static final double AS_BEFORE = 0.25;

    /** To say what is usual. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

    /** How long {@code docker-compose.yml} gives a service to end, without the delay for load balancers, which is off here. */
    private static final Duration GRACE = Duration.ofSeconds(25);

    private final Stack stack;
    private final Ledger ledger;
    private final RandomGenerator random;
    private final PrintStream report;
    private final Duration longest;
    private final long begin = System.nanoTime();
    private final List<String> complaints = new ArrayList<>();
    private int count;

    /** @param time how long all of it lasts: what may take minutes takes an eighth of that at most */
    Faults(Stack stack, Ledger ledger, RandomGenerator random, PrintStream report, Duration time) {
        this.stack = stack;
        this.ledger = ledger;
        this.random = random;
        this.report = report;
        this.longest = time.dividedBy(SHARE);
    }

    /** What did not go on although it should have. */
    List<String> complaints() {
        return complaints;
    }

    int count() {
        return count;
    }

    void strike() throws IOException, InterruptedException {
        Thread.sleep(random.nextInt(500, 6000));
        count++;
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> killInstance();
            case 3, 4 -> haltInstance();
            case 5, 6 -> killPostgres();
            case 7 -> killKafka();
            case 8 -> setClockWrong();
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
        var halt = random.nextInt(3) == 0 && longest.compareTo(LONG_HALT) > 0 ? LONG_HALT : HALT;
        say("kill -STOP " + victim.name() + " for " + halt.toSeconds() + " s");
        victim.halt();
        Thread.sleep(halt);
        victim.goOn();
    }

    private void setClockWrong() throws IOException, InterruptedException {
        var victim = any();
        var wrong = Duration.ofHours(random.nextBoolean() ? 1 : -1);
        say("the clock of " + victim.name() + " is wrong by " + wrong.toHours() + " h");
        restart(victim, WrongClock.option(stack.folder(), wrong));
        Thread.sleep(random.nextInt(5000, 20_000));
        restart(victim, "");
    }

    private static void restart(Server victim, String clock) throws IOException, InterruptedException {
        victim.kill();
        victim.setClock(clock);
        victim.start();
        victim.awaitReady();
    }

    private void killPostgres() throws IOException, InterruptedException {
        say("kill -9 postgres");
        stack.killPostgres();
        Thread.sleep(random.nextInt(3000));
        stack.restartPostgres();
    }

    private void killKafka() throws IOException, InterruptedException {
        var shortest = SHORTEST_OUTAGE.toMillis();
        var most = Math.clamp(longest.toMillis(), shortest, LONGEST_OUTAGE.toMillis());
        var away = Duration.ofMillis(random.nextLong(shortest, most + 1));
        say("kill -9 kafka, away for " + away.toSeconds() + " s");
        stack.kafka().kill();
        var before = ledger.acknowledged();
        var usual = before * 1e9 / (System.nanoTime() - begin);
        Thread.sleep(away);
        var meanwhile = (ledger.acknowledged() - before) / (away.toMillis() / 1e3);
        report.printf("  acknowledged meanwhile: %.1f/s, until then %.1f/s%n", meanwhile, usual);
        if (meanwhile == 0 || away.compareTo(LONG_ENOUGH) > 0 && meanwhile < AS_BEFORE * usual) {
            complaints.add("while kafka was away, less was acknowledged: %.1f/s instead of %.1f/s"
                    .formatted(meanwhile, usual));
        }
        restartWithoutKafka();
        stack.startPart(stack.kafka());
    }

    /** As an upgrade in just that hour: what could not be told yet must not keep a service from ending, or from starting. */
    private void restartWithoutKafka() throws IOException, InterruptedException {
        var victim = any();
        say("kill " + victim.name() + ", still without kafka");
        if (!victim.stop(GRACE)) {
            complaints.add("%s did not end in %d s while kafka was away".formatted(victim.name(), GRACE.toSeconds()));
        }
        victim.start();
        victim.awaitReady();
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
        report.println(Instant.now().truncatedTo(ChronoUnit.MILLIS) + "  " + what);
    }
}
