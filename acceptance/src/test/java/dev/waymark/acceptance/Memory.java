package dev.waymark.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a process takes of the machine's memory, in KiB, as Linux tells. */
record Memory(ProcessHandle process) {

    static final long MIB = 1024;

    /** Of a service, whatever it has done: 176 MiB of heap, and what Java takes beside it. */
    static final long MOST = 480 * MIB;

    long resident() {
        return kib("status", "VmRSS");
    }

    /** With its share of what it shares. */
    long proportional() {
        return kib("smaps_rollup", "Pss");
    }

    private long kib(String file, String name) {
        List<String> lines;
        try {
            lines = Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), file));
        } catch (IOException e) {
            if (!process.isAlive()) {
                return 0;
            }
            throw new UncheckedIOException(e);
        }
        return lines.stream()
                .filter(line -> line.startsWith(name + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
