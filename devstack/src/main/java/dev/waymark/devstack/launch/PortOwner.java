package dev.waymark.devstack.launch;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who listens on a port, as far as the system tells: from /proc on Linux, else from lsof. */
final class PortOwner {
    private static final String LISTENING = "0A";

    private PortOwner() {}

    static Optional<String> of(int port) {
        try {
            var pid = Files.isDirectory(Path.of("/proc/net")) ? fromProc(port) : fromLsof(port);
            return pid.flatMap(ProcessHandle::of).map(PortOwner::describe);
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String describe(ProcessHandle process) {
        var command =
                process.info().command().map(path -> Path.of(path).getFileName().toString());
        return "process " + process.pid()
                + command.map(name -> " (" + name + ")").orElse("");
    }

    private static Optional<Long> fromProc(int port) throws IOException {
        var suffix = ":%04X".formatted(port);
        var sockets = Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .map(Path::of)
                .filter(Files::isReadable)
                .flatMap(PortOwner::lines)
                .map(line -> line.strip().split("\\s+"))
                .filter(fields -> fields.length > 9 && fields[1].endsWith(suffix) && fields[3].equals(LISTENING))
                .map(fields -> "socket:[" + fields[9] + "]")
                .toList();
        return sockets.isEmpty() ? Optional.empty() : holder(sockets);
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static Optional<Long> holder(List<String> sockets) {
        return ProcessHandle.allProcesses()
                .filter(process -> holds(process, sockets))
                .map(ProcessHandle::pid)
                .findFirst();
    }

    private static boolean holds(ProcessHandle process, List<String> sockets) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("/proc/" + process.pid() + "/fd"))) {
            for (var file : files) {
                if (sockets.contains(Files.readSymbolicLink(file).toString())) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            // Another user's process, or one that has just ended.
            return false;
        }
    }

    private static Optional<Long> fromLsof(int port) throws IOException {
        var lsof = new ProcessBuilder("lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN").start();
        try (var output = lsof.inputReader()) {
            return output.lines().findFirst().map(Long::valueOf);
        }
    }
}
