package dev.waymark.devstack;

import java.nio.file.Path;

/** Starts PostgreSQL and dies without stopping it, as a program does that is killed. */
final class OrphaningProgram {
    private OrphaningProgram() {}

    public static void main(String... args) {
        Postgres.start(Path.of(args[0]), 0, true);
        Runtime.getRuntime().halt(1);
    }

    static void run(Path dataDir) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classPath = System.getProperty("java.class.path");
        new ProcessBuilder(java, "-cp", classPath, OrphaningProgram.class.getName(), dataDir.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
