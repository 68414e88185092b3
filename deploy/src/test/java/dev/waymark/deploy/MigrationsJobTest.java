package dev.waymark.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.waymark.devstack.FreePort;
import dev.waymark.devstack.Postgres;
import dev.waymark.devstack.StackSettings;
import dev.waymark.devstack.TokenIssuer;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job migrates with what the chart tells it; the service then starts without the owner's password, and not before. */
class MigrationsJobTest {

    private static final StackSettings STACK = StackSettings.load();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void serviceStartsOnceTheJobHasMigrated(@TempDir Path folder) throws SQLException, InterruptedException {
        try (var postgres = Postgres.startUnhooked(folder.resolve("postgres"), 0, false, folder.resolve("log"));
                var issuer = TokenIssuer.start(0)) {
            var url = postgres.jdbcUrl("persona");

            try (var tooEarly = start("Deployment", url, issuer)) {
                assertThat(tooEarly.exitCode()).isEqualTo(1);
                assertThat(tooEarly.output()).contains("resolved migration not applied to database");
            }
            try (var job = start("Job", url, issuer)) {
                assertThat(job.exitCode()).as(job.output()).isZero();
                assertThat(job.output()).contains("Successfully applied").doesNotContain("Listening on");
            }
            refusesToServeAsOnADesk(url, issuer);
            awaitReady(url, issuer);

            migrateFurther(url);
            awaitReady(url, issuer);
            try (var again = start("Job", url, issuer)) {
                assertThat(again.exitCode()).as(again.output()).isZero();
            }
        }
    }

    private static void refusesToServeAsOnADesk(String url, TokenIssuer issuer) throws InterruptedException {
        try (var unsafe = start("Deployment", "production", url, issuer)) {
            assertThat(unsafe.exitCode()).isEqualTo(1);
            assertThat(unsafe.output())
                    .contains(
                            "WAYMARK_DATABASE_APP_PASSWORD is that of the repository",
                            "WAYMARK_DATABASE_RELAY_PASSWORD is that of the repository",
                            "WAYMARK_TICKET_KEY is that of the repository",
                            "WAYMARK_ISSUER is not https")
                    .doesNotContain(STACK.get("PERSONA_APP_PASSWORD"), STACK.get("TICKET_KEY"), "Listening on");
        }
    }

    private static void awaitReady(String url, TokenIssuer issuer) {
        try (var service = start("Deployment", url, issuer)) {
            await().atMost(PATIENCE).until(service::isReady);
        }
    }

    private static DeployedService start(String kind, String url, TokenIssuer issuer) {
        return start(kind, "development", url, issuer);
    }

    private static DeployedService start(String kind, String mode, String url, TokenIssuer issuer) {
        var values = "{issuer: {url: '" + issuer.issuer() + "'}, kafka: {bootstrapServers: 'localhost:1'},"
                + " defaults: {env: [{name: WAYMARK_MODE, value: " + mode + "}]},"
                + " services: {persona: {database: {url: '" + url + "'}}}}";
        var document = Chart.render("minimal-values.yaml", values).stream()
                .filter(each -> each.kind().equals(kind) && each.name().contains("persona"))
                .findFirst()
                .orElseThrow();
        return DeployedService.start(document, secrets(kind), FreePort.any());
    }

    private static Map<String, String> secrets(String kind) {
        var secrets = new HashMap<>(Map.of(
                "app-password", STACK.get("PERSONA_APP_PASSWORD"),
                "relay-password", STACK.get("PERSONA_RELAY_PASSWORD"),
                "ticket-key", STACK.get("TICKET_KEY")));
        if (kind.equals("Job")) {
            secrets.put("owner-password", STACK.get("PERSONA_OWNER_PASSWORD"));
        }
        return secrets;
    }

    /** As the job of a later version would have: the pods of this one may still be started anew. */
    private static void migrateFurther(String url) throws SQLException {
        try (var owner = DriverManager.getConnection(url, "persona_owner", STACK.get("PERSONA_OWNER_PASSWORD"));
                var statement = owner.createStatement()) {
            statement.execute(
                    "insert into flyway_schema_history (installed_rank, version, description, type, script,"
                            + " checksum, installed_by, execution_time, success)"
                            + " values (1000, '99.0.0.1', 'later', 'SQL', 'V99.0.0.1__later.sql', 1, 'persona_owner', 1, true)");
        }
    }
}
