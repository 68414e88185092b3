package dev.waymark.testing;

import dev.waymark.devstack.KafkaBroker;
import dev.waymark.devstack.Postgres;
import dev.waymark.devstack.StackSettings;
import dev.waymark.devstack.TokenIssuer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Starts PostgreSQL, Kafka and the token issuer in the test JVM, once, before the service under test; found by Quarkus
 * without an annotation. Data lives in a temporary folder, without fsync.
 */
public final class WaymarkStack implements QuarkusTestResourceLifecycleManager {

    private static Path folder;
    private static Postgres postgres;
    private static KafkaBroker kafka;
    private static TokenIssuer issuer;

    @Override
    public Map<String, String> start() {
        startParts();
        var settings = new HashMap<String, String>();
        settings.put("WAYMARK_DATABASE_URL", postgres.jdbcUrl("${waymark.service}"));
        for (var role : new String[] {"OWNER", "APP", "RELAY"}) {
            settings.put(
                    "WAYMARK_DATABASE_" + role + "_PASSWORD",
                    "${waymark.test.password." + role + ".${waymark.service}}");
            for (var service : new String[] {"persona", "journey", "gapmap"}) {
                var key = service.toUpperCase(Locale.ROOT) + "_" + role + "_PASSWORD";
                settings.put(
                        "waymark.test.password." + role + "." + service,
                        StackSettings.load().get(key));
            }
        }
        settings.put("WAYMARK_KAFKA", kafka.bootstrapServers());
        settings.put("WAYMARK_ISSUER", issuer.issuer());
        settings.put("WAYMARK_RESPONDENT_KEY", "a-key-for-tests-0123456789abcdef");
        settings.put("WAYMARK_TICKET_KEY", "a-ticket-key-for-tests-0123456789abcdef");
        settings.put("WAYMARK_MODE", "development");
        OddToken.all(issuer).forEach((token, jwt) -> settings.put(token.setting(), jwt));
        return settings;
    }

    private static synchronized void startParts() {
        if (postgres == null) {
            folder = temporaryFolder();
            postgres = Postgres.start(folder.resolve("postgres"), 0, false);
            kafka = KafkaBroker.start(folder.resolve("kafka"), 0);
            issuer = TokenIssuer.start(0);
        }
    }

    @Override
    public void stop() {
        issuer.close();
        kafka.close();
        postgres.close();
        postgres = null;
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("waymark-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
