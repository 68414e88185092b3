package dev.waymark.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;

/** What the service under test has logged, in this run and for all tests so far. */
public final class ServiceLog {

    /** Three parts of base64, the first of which begins with <code>{"</code>. */
    public static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]{10,}\\.[\\w-]+\\.[\\w-]*");

    private ServiceLog() {}

    /** Fails if one of these words is in it. */
    public static void requireSilentAbout(String... words) {
        for (var line : text().lines().toList()) {
            assertThat(line).doesNotContainIgnoringCase(words);
        }
    }

    public static String text() {
        var file = ConfigProvider.getConfig().getValue("quarkus.log.file.path", String.class);
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
