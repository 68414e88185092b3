package dev.waymark.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs the checks that are Node.js programs, in {@code contracts/lint}; where there is no Node.js, they are skipped. */
final class Node {

    private static final Path FOLDER = Contract.ROOT.resolve("lint");
    private static final Path INSTALLED = Contract.ROOT.resolve("target/npm-ci.lock");
    private static final int LONGEST_MINUTES = 3;

    private Node() {}

    /** @param program and its arguments, seen from the folder */
    static Run run(String... program) {
        assumeTrue(isThere(), "Node.js and npm are not installed: the contracts are not linted");
        install();
        return start(List.of(program));
    }

    private static boolean isThere() {
        return Stream.of("node", "npm")
                .allMatch(program -> Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program))));
    }

    /** Again only when what is locked is other than what was installed. */
    private static synchronized void install() {
        try {
            var lock = Files.readString(FOLDER.resolve("package-lock.json"));
            var fresh = Files.exists(INSTALLED)
                    && Files.isDirectory(FOLDER.resolve("node_modules"))
                    && Files.readString(INSTALLED).equals(lock);
            if (!fresh) {
                var run = start(List.of("npm", "ci"));
                assertThat(run.exitCode()).as(run.output()).isZero();
                Files.createDirectories(INSTALLED.getParent());
                Files.writeString(INSTALLED, lock);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Run start(List<String> command) {
        try {
            var output = Files.createTempFile("waymark-lint", ".txt");
            var process = new ProcessBuilder(command)
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                process.destroy();
                throw new AssertionError(command + " takes longer than " + LONGEST_MINUTES + " minutes");
            }
            var said = Files.readString(output);
            Files.delete(output);
            return new Run(process.exitValue(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** What became of a program. */
    record Run(int exitCode, String output) {}
}
