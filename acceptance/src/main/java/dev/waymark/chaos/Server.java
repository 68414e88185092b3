package dev.waymark.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** A program that is started, killed, halted and started again. Its log goes on across starts. */
final class Server {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final String name;
    private final ProcessBuilder builder;
    private final BooleanSupplier ready;
    private Process process;

    /** @param ready whether it can be used, once it has been started */
    Server(String name, List<String> command, Map<String, String> environment, Path log, BooleanSupplier ready) {
        this.name = name;
        this.ready = ready;
        builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
    }

    String name() {
        return name;
    }

    void start() throws IOException {
        process = builder.start();
    }

    /** From its next start on; empty for the clock as it is. */
    void setClock(String javaOption) {
        if (javaOption.isEmpty()) {
            builder.environment().remove("JDK_JAVA_OPTIONS");
        } else {
            builder.environment().put("JDK_JAVA_OPTIONS", javaOption);
        }
    }

    /** Starts it again should it end, as its container would: its database may have been away. */
    void awaitReady() throws IOException, InterruptedException {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (!ready.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException(name + " does not get ready");
            }
            Thread.sleep(BETWEEN_LOOKS);
            if (!process.isAlive()) {
                start();
            }
        }
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /**
     * As {@code kill} does, and as containers are stopped.
     *
     * @return whether it ended in that time; it has ended in any case
     */
    boolean stop(Duration grace) throws InterruptedException {
        process.destroy();
        var ended = process.waitFor(grace);
        kill();
        return ended;
    }

    /** As {@code kill -STOP} does: it is there, and does nothing. */
    void halt() throws IOException, InterruptedException {
        signal("STOP");
    }

    void goOn() throws IOException, InterruptedException {
        signal("CONT");
    }

    /** For good, whatever state it is in. */
    void end() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    private void signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();
    }
}
