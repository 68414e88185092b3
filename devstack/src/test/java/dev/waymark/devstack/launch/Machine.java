package dev.waymark.devstack.launch;

import dev.waymark.devstack.FreePort;
import dev.waymark.devstack.Main;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** A folder that looks like a built repository, ports of its own, and the program run in it as a process. */
final class Machine {
    static final List<String> SERVICES = List.of("persona-service", "journey-service", "gapmap-service");
    private static final List<String> PORTS =
            List.of("PERSONA_PORT", "JOURNEY_PORT", "GAPMAP_PORT", "ISSUER_PORT", "POSTGRES_PORT", "KAFKA_PORT");

    final Map<String, String> environment = new HashMap<>();
    private final Path root;

    Machine(Path root) throws IOException {
        this.root = root;
        PORTS.forEach(port -> environment.put("WAYMARK_" + port, Integer.toString(FreePort.any())));
        environment.put("WAYMARK_HOME", home().folder().toString());
        for (var service : SERVICES) {
            writeJar(root.resolve(service).resolve("target/quarkus-app/quarkus-run.jar"));
        }
    }

    record Run(Process process, Path output) {
        String text() {
            try {
                return Files.readString(output);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        int exitCode() throws InterruptedException {
            if (!process.waitFor(90, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("still running: " + text());
            }
            return process.exitValue();
        }

        Run awaitReady() throws InterruptedException {
            while (!text().contains("Try next")) {
                if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                    throw new AssertionError("ended: " + text());
                }
            }
            return this;
        }
    }

    StackHome home() {
        return new StackHome(root.resolve("home of this stack"));
    }

    String port(String key) {
        return environment.get("WAYMARK_" + key);
    }

    Run start(String... words) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java, "-XX:+UseSerialGC", "-Dwaymark.root=" + root));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(words));
        var output = Files.createTempFile(root, "output", ".txt");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        return new Run(builder.start(), output);
    }

    Run runToEnd(String... words) throws Exception {
        var run = start(words);
        run.exitCode();
        return run;
    }

    private static void writeJar(Path jar) throws IOException {
        Files.createDirectories(jar.getParent());
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandInService.class.getName());
        var classFile = StandInService.class.getName().replace('.', '/') + ".class";
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var in = Machine.class.getClassLoader().getResourceAsStream(classFile)) {
            out.putNextEntry(new ZipEntry(classFile));
            in.transferTo(out);
        }
    }
}
