package dev.waymark.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.waymark.acceptance.Product;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The clients generated for TypeScript compile and work; what they are made to do is in {@code smoke.ts}. */
@ExtendWith(Product.class)
class TypeScriptClientTest {

    private static final Path COMPILED = Path.of("target/typescript/compiled");

    private final Product product = Product.running();

    @Test
    void compilesAndWorks() throws IOException {
        assumeTrue(nodeIsThere(), "Node.js and npm are not installed: the TypeScript clients are not tried");
        var token = product.runForOutput(
                        "./waymark", "token", "--workspace", "typescript-" + UUID.randomUUID(), "--role", "editor")
                .output()
                .strip();

        succeeds("npm", "ci", "--prefer-offline", "--prefix", "clients/typescript");
        succeeds("node", "clients/typescript/node_modules/typescript/bin/tsc", "-p", "clients/typescript");
        Files.writeString(COMPILED.resolve("package.json"), "{\"type\": \"module\"}");
        succeeds(
                "node",
                "clients/" + COMPILED + "/typescript/smoke.js",
                product.url("persona"),
                product.url("journey"),
                product.url("gapmap"),
                token);
    }

    private void succeeds(String... command) {
        var run = product.run(command);
        assertThat(run.exitCode()).as(run.output()).isZero();
    }

    private static boolean nodeIsThere() {
        return Stream.of("node", "npm")
                .allMatch(program -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program))));
    }
}
