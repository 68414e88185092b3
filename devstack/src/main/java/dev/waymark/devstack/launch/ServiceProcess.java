package dev.waymark.devstack.launch;

import dev.waymark.devstack.ProcessMark;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A running service: a JVM of its own, kept small, with its log in a file. */
final class ServiceProcess {
    private static final List<String> JVM_OPTIONS = List.of(
            "-XX:+UseCompactObjectHeaders",
            "-XX:+UseSerialGC",
            "-Xms32m",
            "-Xmx176m",
            "-Xss512k",
            "-XX:ReservedCodeCacheSize=64m",
            // The services refuse a malformed URI themselves, with a body.
            "-Dvertx.disableURIValidation=true",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");
    private static final long GRACE_SECONDS = 15;

    private final ServicePlan plan;
    private final Process process;
    private final Path log;
    private final Path mark;

    private ServiceProcess(ServicePlan plan, Process process, Path log, Path mark) {
        this.plan = plan;
        this.process = process;
        this.log = log;
        this.mark = mark;
    }

    static ServiceProcess start(ServicePlan plan, Map<String, String> environment, StackHome home) throws IOException {
        if (!Files.exists(plan.jar())) {
            throw new Refusal(plan.name() + " is not built: " + plan.jar() + " is missing.");
        }
        var log = home.newLog(plan.name());
        var builder = new ProcessBuilder(java())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(log.toFile());
        builder.command().addAll(JVM_OPTIONS);
        builder.command().addAll(List.of("-jar", plan.jar().toString()));
        builder.environment().putAll(environment);
        // glibc keeps an arena for each core otherwise, which costs a small JVM tens of megabytes.
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        var process = builder.start();
        ProcessMark.of(process.toHandle()).write(home.mark(plan.name()));
        return new ServiceProcess(plan, process, log, home.mark(plan.name()));
    }

    /** The very JDK that runs this program, whatever {@code PATH} says. */
    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    ServicePlan plan() {
        return plan;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    CompletableFuture<ServiceProcess> onExit() {
        return process.onExit().thenApply(ended -> this);
    }

    /** What to tell when it has ended by itself. */
    String obituary() throws IOException {
        return "%s ended with exit code %d. The last lines of %s:%n%n%s"
                .formatted(plan.name(), process.exitValue(), log, lastLines());
    }

    String lastLines() throws IOException {
        var lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                .lines()
                .toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()))
                .indent(2);
    }

    void askToStop() {
        process.destroy();
    }

    void awaitStop() throws IOException, InterruptedException {
        if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        Files.deleteIfExists(mark);
    }
}
