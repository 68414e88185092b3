package dev.waymark.devstack.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Sends what Kafka, the issuer and PostgreSQL's starter say to a file instead of the screen. */
final class LauncherLog {
    private static final int MAX_BYTES = 10 << 20;
    private static final String LINE = "%1$tFT%1$tT.%1$tL %4$-7s %3$s %5$s%6$s%n";

    private LauncherLog() {}

    static void to(Path file) throws IOException {
        System.setProperty("java.util.logging.SimpleFormatter.format", LINE);
        LogManager.getLogManager().reset();
        // A % in a folder's name would be taken for a pattern.
        var handler = new FileHandler(file.toString().replace("%", "%%"), MAX_BYTES, 1, true);
        handler.setFormatter(new SimpleFormatter());
        var root = Logger.getLogger("");
        root.addHandler(handler);
        root.setLevel(Level.WARNING);
    }
}
