package dev.waymark.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No token in any log of a service: not in those of the services' own tests, which run before, nor in those of the product. The launcher
 * prints one, for whoever has started it.
 */
@ExtendWith(Product.class)
class LogsTest {

    /** The first two parts of a JWT: base64 of what begins with <code>{"</code>. */
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]{10,}\\.[\\w-]{10,}");

    private final Product product = Product.running();

    @ParameterizedTest
    @ValueSource(strings = {"persona", "journey", "gapmap"})
    void ofTheTestsOfAService(String service) throws IOException {
        var log = Product.ROOT.resolve(service + "-service/target/service.log");
        assumeThat(log).as("its tests have run").exists();

        requireNoToken(log);
    }

    @Test
    void ofTheProduct() throws IOException {
        assertThat(product.token("logs", "viewer")).matches(TOKEN.pattern() + ".*");
        for (var service : new String[] {"persona", "journey", "gapmap"}) {
            requireNoToken(product.folder().resolve("home/logs/" + service + "-service.log"));
        }
    }

    private static void requireNoToken(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            assertThat(lines.filter(line -> TOKEN.matcher(line).find()))
                    .as(log.toString())
                    .isEmpty();
        }
    }
}
