package dev.waymark.devstack.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** The folder of one stack: data, logs and what is running. Two stacks side by side need two of them. */
public record StackHome(Path folder) {
    private static final long ENOUGH_BYTES = 1L << 30;

    /** {@code $WAYMARK_HOME}, or {@code .waymark} in the repository. */
    public static StackHome of(Path root, Map<String, String> environment) {
        var chosen = environment.getOrDefault("WAYMARK_HOME", "");
        return new StackHome(
                chosen.isBlank() ? root.resolve(".waymark") : Path.of(chosen).toAbsolutePath());
    }

    Path data(String part) {
        return folder.resolve("data").resolve(part);
    }

    /** Where files are kept while they arrive. */
    Path uploads() {
        return folder.resolve("uploads");
    }

    /** What a crash left behind there may name respondents. */
    void emptyUploads() throws IOException {
        Files.createDirectories(uploads());
        try (var files = Files.list(uploads())) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    Path logs() {
        return folder.resolve("logs");
    }

    Path log(String part) {
        return logs().resolve(part + ".log");
    }

    Path run() {
        return folder.resolve("run");
    }

    Path mark(String process) {
        return run().resolve(process + ".pid");
    }

    Path launcherMark() {
        return mark("launcher");
    }

    /** Holds the launcher's process id from the moment when everything is ready. */
    Path readyFile() {
        return run().resolve("ready");
    }

    void prepare() {
        try {
            for (var needed : new Path[] {folder.resolve("data"), logs(), run()}) {
                Files.createDirectories(needed);
            }
            Files.delete(Files.createTempFile(run(), "writable", ""));
        } catch (IOException e) {
            throw new Refusal("Cannot write to " + folder + " (" + e.getClass().getSimpleName()
                    + "); choose another folder with WAYMARK_HOME.");
        }
    }

    void demandSpace() throws IOException {
        var free = Files.getFileStore(folder).getUsableSpace();
        if (free < ENOUGH_BYTES) {
            throw new Refusal("Only %d MiB are free for %s, at least 1024 are needed; choose another with WAYMARK_HOME."
                    .formatted(free >> 20, folder));
        }
    }

    /** An empty log for a new run; that of the run before is kept, as it may tell why one is here again. */
    Path newLog(String part) throws IOException {
        var log = log(part);
        if (Files.exists(log)) {
            Files.move(log, logs().resolve(part + ".previous.log"), StandardCopyOption.REPLACE_EXISTING);
        }
        return log;
    }
}
