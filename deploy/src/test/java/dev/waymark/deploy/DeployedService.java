package dev.waymark.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged persona-service, started with just the environment that a pod of the chart has. */
final class DeployedService implements AutoCloseable {

    private static final Path JAR = Chart.ROOT.resolve("persona-service/target/quarkus-app/quarkus-run.jar");
    private static final int LONGEST_MINUTES = 2;

    private final Process process;
    private final Path output;
    private final int port;

    private DeployedService(Process process, Path output, int port) {
        this.process = process;
        this.output = output;
        this.port = port;
    }

    /** @param secrets what the keys of the Secrets hold */
    static DeployedService start(Manifest document, Map<String, String> secrets, int port) {
        try {
            var output = Files.createTempFile("waymark-deployed", ".log");
            var builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+UseSerialGC",
                            "-Xmx256m",
                            "-jar",
                            JAR.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().clear();
            document.env().forEach((name, entry) -> builder.environment()
                    .put(
                            name,
                            entry.has("value")
                                    ? entry.path("value").asText()
                                    : secrets.get(entry.at("/valueFrom/secretKeyRef/key")
                                            .asText())));
            builder.environment().put("WAYMARK_HTTP_PORT", Integer.toString(port));
            return new DeployedService(builder.start(), output, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return how it ended by itself */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            throw new AssertionError("still running: " + output());
        }
        return process.exitValue();
    }

    boolean isReady() throws InterruptedException {
        if (!process.isAlive()) {
            throw new AssertionError("ended: " + output());
        }
        try (var client = HttpClient.newHttpClient()) {
            var ask = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/q/health/ready"))
                    .build();
            return client.send(ask, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
            Files.delete(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
