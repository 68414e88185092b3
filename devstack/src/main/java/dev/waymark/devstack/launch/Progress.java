package dev.waymark.devstack.launch;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** A line for each part when it is ready, and on a terminal one that shows what is being waited for. */
final class Progress {
    private static final String BACK_AND_CLEAR = "\r\u001b[K";

    private final PrintStream out;
    private final boolean terminal;
    private final long start = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
        this.terminal = System.console() != null && System.console().isTerminal();
    }

    void waiting(List<String> parts) {
        if (terminal && !parts.isEmpty()) {
            out.printf(Locale.ROOT, "%s  … %s  %.0f s", BACK_AND_CLEAR, String.join(", ", parts), seconds());
            out.flush();
        }
    }

    void ready(String part) {
        say("  %-16s ready   %5.1f s".formatted(part, seconds()));
    }

    void say(String line) {
        out.println((terminal ? BACK_AND_CLEAR : "") + line);
    }

    double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }
}
