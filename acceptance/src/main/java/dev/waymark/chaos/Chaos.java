package dev.waymark.chaos;

import dev.waymark.devstack.launch.Arguments;
import dev.waymark.devstack.launch.Refusal;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** {@code ./waymark chaos}: does to the whole product what production will, and looks whether anything was lost. */
public final class Chaos {

    private static final Logger QUIET = Logger.getLogger("org.apache.kafka");
    private static final int WRITERS = 6;
    /** As long as something is caught up with in it, there is hope for the rest. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Duration LAST_ANSWER = Duration.ofMinutes(2);
    private static final int SHOWN = 20;

    private final SplittableRandom random;
    private final PrintStream report;
    private final Ledger ledger = new Ledger();
    private final List<Writer> writers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    Chaos(long seed, PrintStream report) {
        this.random = new SplittableRandom(seed);
        this.report = report;
    }

    public static void main(String[] arguments) throws Exception {
        QUIET.setLevel(Level.SEVERE); // Kafka's consumer tells every step it takes
        try {
            var options = new Arguments(List.of(arguments)).allowing("--minutes", "--seed", "--folder");
            System.exit(run(options).isEmpty() ? 0 : 1);
        } catch (Refusal e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private static Findings run(Arguments options) throws Exception {
        var minutes = Double.parseDouble(options.value("--minutes", "30"));
        var seed = Long.parseLong(options.value("--seed", Long.toString(System.nanoTime() & 0xffff)));
        var folder = Path.of(options.value("--folder", ".waymark/chaos/" + System.currentTimeMillis()));
        System.out.printf("minutes=%s seed=%d logs=%s%n", minutes, seed, folder);
        return new Chaos(seed, System.out).run(folder, Duration.ofMillis((long) (minutes * 60_000)));
    }

    /** Strikes for as long, waits until all is quiet, and reports. */
    Findings run(Path folder, Duration time) throws IOException, InterruptedException, SQLException {
        try (var stack = new Stack(folder)) {
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(stack::killAll)); // whoever is interrupted leaves nothing running
            stack.start();
            var topics = new Topics(stack.brokers());
            Thread.ofPlatform().daemon().name("topics").start(topics);
            hire(stack);
            var faults = new Faults(stack, ledger, random.split(), report, time);
            var until = System.nanoTime() + time.toNanos();
            while (System.nanoTime() < until && failures().isEmpty()) {
                faults.strike();
            }
            var endless = endless();
            var findings = settled(stack, topics);
            topics.end();
            findings.lost().addAll(endless);
            findings.lost().addAll(faults.complaints());
            findings.lost().addAll(failures());
            tell(findings, faults.count());
            return findings;
        }
    }

    private void hire(Stack stack) throws InterruptedException {
        for (var i = 0; i < WRITERS; i++) {
            var api = new Api(stack, stack.token("chaos-" + i), random.split());
            var writer = new Writer(api, ledger, random.split());
            writer.prepare();
            writers.add(writer);
        }
        writers.forEach(writer ->
                threads.add(Thread.ofPlatform().daemon().name("writer").start(writer)));
    }

    /** Ends the writers: those who still have no answer, long after the last fault. */
    private List<String> endless() throws InterruptedException {
        writers.forEach(Writer::end);
        var endless = new ArrayList<String>();
        for (var thread : threads) {
            if (!thread.join(LAST_ANSWER)) {
                endless.add("a writer gets no answer: " + List.of(thread.getStackTrace()));
            }
        }
        return endless;
    }

    /**
     * Nothing has to be told or known at once: after minutes without a broker there is much to catch up with. What is found counts when
     * it does not get less any more.
     */
    private Findings settled(Stack stack, Topics topics) throws SQLException, InterruptedException {
        var least = Integer.MAX_VALUE;
        var until = System.nanoTime();
        while (true) {
            var findings = new Checker(stack, ledger, topics).check();
            if (findings.count() < least) {
                least = findings.count();
                until = System.nanoTime() + PATIENCE.toNanos();
            }
            if (findings.isEmpty() || System.nanoTime() > until) {
                return findings;
            }
            Thread.sleep(2000);
        }
    }

    private List<String> failures() {
        return writers.stream()
                .map(Writer::failure)
                .filter(Objects::nonNull)
                .map(failure -> "refused what is right: " + failure.getMessage())
                .toList();
    }

    private void tell(Findings findings, int faults) {
        Stream.of(findings.lost(), findings.duplicated(), findings.reordered(), findings.diverged())
                .flatMap(found -> found.stream().limit(SHOWN))
                .forEach(report::println);
        report.printf(
                "acknowledged=%d faults=%d lost=%d duplicated=%d reordered=%d diverged=%d%n",
                ledger.acknowledged(),
                faults,
                findings.lost().size(),
                findings.duplicated().size(),
                findings.reordered().size(),
                findings.diverged().size());
    }
}
