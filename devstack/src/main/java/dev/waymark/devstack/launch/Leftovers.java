package dev.waymark.devstack.launch;

import dev.waymark.devstack.PostgresLeftover;
import dev.waymark.devstack.ProcessMark;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends what a launcher that was killed left running: the processes it wrote down, and never anything else. */
record Leftovers(StackHome home, List<ServicePlan> services, PrintStream out) {
    private static final long GRACE_SECONDS = 15;

    /** True if there was something to end. */
    boolean end() throws IOException, InterruptedException {
        boolean any = false;
        for (var service : services) {
            var left = ProcessMark.read(home.mark(service.name())).flatMap(ProcessMark::find);
            if (left.isPresent()) {
                stop(left.get());
                out.println("Ended a left-over " + service.name() + " (process "
                        + left.get().pid() + ").");
                any = true;
            }
            Files.deleteIfExists(home.mark(service.name()));
        }
        if (PostgresLeftover.in(home.data("postgres")).clear()) {
            out.println("Ended a left-over PostgreSQL.");
            any = true;
        }
        return any;
    }

    static void stop(ProcessHandle process) throws InterruptedException {
        process.destroy();
        try {
            process.onExit().get(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
            process.onExit().join();
        }
    }
}
