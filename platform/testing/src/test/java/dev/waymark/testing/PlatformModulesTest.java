package dev.waymark.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlatformModulesTest {

    static Stream<Path> modules() throws IOException {
        try (var folders = Files.list(Path.of(System.getProperty("waymark.root"), "platform"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("pom.xml"))).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void staysSmall(Path module) throws IOException {
        try (var files = Files.walk(module.resolve("src/main/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> !file.endsWith("package-info.java")))
                    .as("main classes of %s", module.getFileName())
                    .hasSizeLessThanOrEqualTo(10);
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void saysWhatItIs(Path module) {
        assertThat(module.resolve("README.md")).isNotEmptyFile();
    }
}
