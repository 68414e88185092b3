package dev.waymark.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.devstack.FreePort;
import dev.waymark.devstack.StackSettings;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The whole product, started as a newcomer starts it but on free ports and with data of its own; once for all tests. */
public final class Product implements BeforeAllCallback, AutoCloseable {

    static final Path ROOT =
            Path.of(System.getProperty("waymark.root", "..")).toAbsolutePath().normalize();

    private static final List<String> PORTS = List.of(
            "PERSONA_PORT", "JOURNEY_PORT", "GAPMAP_PORT", "ISSUER_PORT", "POSTGRES_PORT", "KAFKA_PORT", "TRACES_PORT");
    private static final int LONGEST_MINUTES = 5;

    private static Product running;

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();

    /** For JUnit; {@link #running} is what tests use. */
    public Product() {
        try {
            folder = Files.createTempDirectory("waymark-acceptance");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        PORTS.forEach(port -> environment.put("WAYMARK_" + port, Integer.toString(FreePort.any())));
        environment.put("WAYMARK_HOME", folder.resolve("home").toString());
        environment.put("WAYMARK_SKIP_BUILD", "yes"); // it runs within the build
        traced();
    }

    /** Nobody takes the traces unless a test does; nothing may depend on it. */
    private void traced() {
        environment.put("OTEL_SDK_DISABLED", "false");
        environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", url("traces"));
        environment.put("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
        environment.put("QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "200ms");
    }

    public static Product running() {
        return running;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).computeIfAbsent(Product.class, key -> start());
    }

    private Product start() {
        var up = run("./waymark", "up", "--background");
        assertThat(up.exitCode()).as(up.output()).isZero();
        running = this;
        return this;
    }

    @Override
    public void close() {
        run("./waymark", "down");
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of a service, {@code persona} say. */
    public String url(String service) {
        return "http://localhost:" + port(service);
    }

    String port(String service) {
        return environment.get("WAYMARK_" + service.toUpperCase(java.util.Locale.ROOT) + "_PORT");
    }

    /** A token for somebody of that role in a workspace. */
    String token(String workspace, String role) {
        return runForOutput("./waymark", "token", "--workspace", workspace, "--role", role)
                .output()
                .strip();
    }

    /** All that it consists of. */
    Stream<ProcessHandle> processes() {
        try {
            var launcher = Long.parseLong(
                    Files.readString(folder.resolve("home/run/ready")).strip());
            return ProcessHandle.of(launcher).stream().flatMap(top -> Stream.concat(Stream.of(top), top.descendants()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of the three services. */
    List<ProcessHandle> services() {
        return processes().filter(Product::isService).toList();
    }

    private static boolean isService(ProcessHandle process) {
        return process.info().arguments().stream()
                .flatMap(Stream::of)
                .anyMatch(word -> word.endsWith("quarkus-run.jar"));
    }

    /** As its programs have them. */
    StackSettings settings() {
        return StackSettings.load(environment);
    }

    Path folder() {
        return folder;
    }

    /** Runs a program in the repository, with the environment of this stack; what it prints is merged. */
    public Run run(String... command) {
        return run(List.of(command), true);
    }

    /** The same, without what it says on standard error. */
    public Run runForOutput(String... command) {
        return run(List.of(command), false);
    }

    private Run run(List<String> command, boolean merged) {
        try {
            var output = Files.createTempFile(folder, "output", ".txt");
            var builder = new ProcessBuilder(new ArrayList<>(command))
                    .directory(ROOT.toFile())
                    .redirectErrorStream(merged)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(output.toFile());
            if (!merged) {
                builder.redirectError(folder.resolve("errors.txt").toFile());
            }
            builder.environment().putAll(environment);
            var process = builder.start();
            if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                process.destroy();
                throw new AssertionError(
                        command + " takes longer than " + LONGEST_MINUTES + " minutes: " + Files.readString(output));
            }
            return new Run(process.exitValue(), Files.readString(output));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** What became of a program. */
    public record Run(int exitCode, String output) {}
}
