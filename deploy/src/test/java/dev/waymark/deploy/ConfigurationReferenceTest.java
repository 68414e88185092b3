package dev.waymark.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/configuration.md says what the services' configuration files say. */
class ConfigurationReferenceTest {

    private static final Path FILE = Chart.ROOT.resolve("docs/configuration.md");
    private static final List<String> SERVICES = List.of("persona", "journey", "gapmap");
    private static final String HEAD = """
            # Configuration

            What a service reads of its environment: as a variable, or as a file of that name in one of the folders that
            `SMALLRYE_CONFIG_SOURCE_FILE_LOCATIONS` names. Made of the configuration files; `ConfigurationReferenceTest` says how to
            renew it. Beyond these, every setting of Quarkus can be given as a variable: `QUARKUS_LOG_LEVEL=DEBUG`. How it is all put
            to use is in [operations](operations.md).

            | variable | default | what it is |
            |---|---|---|
            """;

    @Test
    void isWhatTheConfigurationFilesSay() throws IOException {
        var reference = HEAD + rows();
        if (Boolean.getBoolean("contracts.update")) {
            Files.writeString(FILE, reference);
        }
        assertThat(FILE)
                .as("Renew it with ./waymark test -pl deploy -am -Dtest=ConfigurationReferenceTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dcontracts.update=true")
                .hasContent(reference);
    }

    private static String rows() {
        var variables = new TreeSet<String>();
        SERVICES.forEach(service -> variables.addAll(new ServiceSettings(service).known()));
        return variables.stream().map(ConfigurationReferenceTest::row).collect(Collectors.joining());
    }

    private static String row(String variable) {
        var readers = SERVICES.stream()
                .filter(service -> new ServiceSettings(service).known().contains(variable))
                .toList();
        var settings = new ServiceSettings(readers.getFirst());
        var what = settings.describe(variable);
        assertThat(what)
                .as("a comment above the property that reads " + variable)
                .isNotBlank();
        var only = readers.equals(SERVICES) ? "" : " Read by " + String.join(", ", readers) + "-service only.";
        return "| `%s` | %s | %s |\n".formatted(variable, defaultOf(variable, settings), what + only);
    }

    private static String defaultOf(String variable, ServiceSettings settings) {
        if (settings.required().contains(variable)) {
            return "has to be given";
        }
        var value = settings.defaultOf(variable);
        return value.isEmpty() ? "nothing" : "`" + value + "`";
    }
}
