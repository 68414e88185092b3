package dev.waymark.devstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A process remembered across restarts by its id and start time, so that a reused id is never taken for it. */
public record ProcessMark(long pid, Instant started) {
    // The kernel counts start times in ticks since boot: the same process may be reported a moment apart.
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    public static ProcessMark of(ProcessHandle process) {
        return new ProcessMark(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
    }

    public static ProcessMark ofThisProcess() {
        return of(ProcessHandle.current());
    }

    public static Optional<ProcessMark> read(Path file) {
        try {
            var parts = Files.readString(file).strip().split(" ");
            return Optional.of(new ProcessMark(Long.parseLong(parts[0]), Instant.parse(parts[1])));
        } catch (IOException | RuntimeException e) {
            // Never written or cut off half-way: nothing is known, so nothing may be ended because of it.
            return Optional.empty();
        }
    }

    public void write(Path file) throws IOException {
        Files.writeString(file, pid + " " + started + "\n");
    }

    /** The process itself, if it still lives. */
    public Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::startedThen);
    }

    private boolean startedThen(ProcessHandle process) {
        var start = process.info().startInstant().orElse(Instant.EPOCH);
        return Duration.between(started, start).abs().compareTo(TOLERANCE) <= 0;
    }
}
