package dev.waymark.devstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What a JVM that was killed leaves in a data folder: a stale pid file, or a server that nobody will stop. */
public record PostgresLeftover(Path dataDir) {
    private static final Duration TOLERANCE = Duration.ofSeconds(5);
    private static final Duration GRACE = Duration.ofSeconds(20);

    public static PostgresLeftover in(Path dataDir) {
        return new PostgresLeftover(dataDir);
    }

    static Path ownerFile(Path dataDir) {
        return dataDir.resolve("devstack.owner");
    }

    /** Makes the folder startable again; true if a server had to be ended for that. */
    public boolean clear() throws IOException {
        var server = server();
        if (server.isPresent()) {
            if (ProcessMark.read(ownerFile(dataDir)).flatMap(ProcessMark::find).isPresent()) {
                throw new IOException("another program is running PostgreSQL on " + dataDir);
            }
            end(server.get());
        }
        Files.deleteIfExists(pidFile());
        return server.isPresent();
    }

    /** The server running on this folder, told from a later process with the same id by its name and start time. */
    public Optional<ProcessHandle> server() throws IOException {
        if (!Files.exists(pidFile())) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(pidFile());
        if (lines.size() < 3) {
            return Optional.empty();
        }
        var started = Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()));
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().command().orElse("").endsWith("postgres"))
                .filter(process -> startedAbout(process, started));
    }

    private static boolean startedAbout(ProcessHandle process, Instant time) {
        return process.info()
                .startInstant()
                .filter(start -> Duration.between(start, time).abs().compareTo(TOLERANCE) <= 0)
                .isPresent();
    }

    // SIGINT asks PostgreSQL for a fast but clean stop; SIGTERM would wait for every client to leave.
    private static void end(ProcessHandle server) throws IOException {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(server.pid()))
                    .start()
                    .waitFor();
            server.onExit().get(GRACE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            server.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IOException(e);
        }
    }

    private Path pidFile() {
        return dataDir.resolve("postmaster.pid");
    }
}
