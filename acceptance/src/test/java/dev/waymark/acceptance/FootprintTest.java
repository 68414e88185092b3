package dev.waymark.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the running product takes of the machine's memory. */
@ExtendWith(Product.class)
@EnabledOnOs(OS.LINUX) // where the kernel tells
class FootprintTest {

    private static final long MIB = 1024;

    @Test
    void eachServiceStaysWithin350MiBAndAllWithin2GiB() throws IOException {
        var launcher =
                Long.parseLong(Files.readString(Product.running().folder().resolve("home/run/ready"))
                        .strip());
        var processes = ProcessHandle.of(launcher).stream()
                .flatMap(top -> Stream.concat(Stream.of(top), top.descendants()))
                .toList();
        var services = processes.stream().filter(FootprintTest::isService).toList();

        assertThat(services).hasSize(3);
        assertThat(services).allSatisfy(service -> assertThat(kib(service, "status", "VmRSS"))
                .isLessThan(350 * MIB));
        // Shared pages once: PostgreSQL's processes share most of theirs.
        assertThat(processes.stream()
                        .mapToLong(p -> kib(p, "smaps_rollup", "Pss"))
                        .sum())
                .isLessThan(2048 * MIB);
    }

    private static boolean isService(ProcessHandle process) {
        return process.info().arguments().stream()
                .flatMap(Stream::of)
                .anyMatch(word -> word.endsWith("quarkus-run.jar"));
    }

    private static long kib(ProcessHandle process, String file, String name) {
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
