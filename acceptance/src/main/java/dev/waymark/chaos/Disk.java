package dev.waymark.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The disk of PostgreSQL: a small file system of its own where that can be mounted (Linux, as root), so that it can be full. */
final class Disk {

    private static final String SIZE = "2g";
    private static final int BLOCK = 1 << 20;

    private final Path folder;
    private final boolean mounted;

    Disk(Path folder) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(folder);
        this.mounted = run("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "tmpfs", folder.toString());
    }

    boolean canBeFull() {
        return mounted;
    }

    /** Takes all that is left. */
    void fill() throws IOException {
        try (var ballast = Files.newOutputStream(ballast())) {
            var block = new byte[BLOCK];
            while (true) {
                ballast.write(block);
            }
        } catch (IOException full) {
            if (Files.getFileStore(folder).getUsableSpace() > BLOCK) {
                throw full;
            }
        }
    }

    void empty() throws IOException {
        Files.deleteIfExists(ballast());
    }

    void unmount() throws IOException, InterruptedException {
        if (mounted) {
            run("umount", folder.toString());
        }
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
