package dev.waymark.journey.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import dev.waymark.testing.TestWorkspace;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.microprofile.config.ConfigProvider;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The journeys that name another one are looked up in their index, under row-level security and in every order. */
@QuarkusTest
class PairedListPlansTest {

    private static final TestWorkspace WORKSPACE = TestWorkspace.fresh();
    private static final int ROWS = 2000;

    @Inject
    @PersistenceUnitExtension
    Statements statements;

    /** What Hibernate sends. */
    @PersistenceUnitExtension
    @Singleton
    static class Statements implements StatementInspector {

        final transient Queue<String> sent = new ConcurrentLinkedQueue<>();

        @Override
        public String inspect(String sql) {
            sent.add(sql);
            return sql;
        }
    }

    /** Every twentieth of what is has one of what shall be that names it. */
    @BeforeAll
    static void fill() throws SQLException {
        try (var app = connect("quarkus.datasource.")) {
            for (var workspace : new String[] {WORKSPACE.name(), "plans-2", "plans-3"}) {
                work(app, "select set_config('waymark.workspace', '" + workspace + "', false)");
                work(app, rows(workspace, "'AS_IS', null", "generate_series(1, " + ROWS + ") i"));
                work(app, rows(workspace, "'TO_BE', i.id", "journey i where type = 'AS_IS' and version % 20 = 0"));
            }
        }
        try (var owner = connect("quarkus.datasource.owner.")) {
            work(owner, "analyze journey");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"createdAt", "-createdAt", "name", "-name", "updatedAt", "-updatedAt"})
    void theOtherHalvesAreLookedUp(String sort) throws SQLException {
        var named = asApp("select paired_journey_id from journey where paired_journey_id is not null limit 1")
                .strip();
        var other = asApp("select id from journey where paired_journey_id = '" + named + "'")
                .strip();
        statements.sent.clear();

        WORKSPACE
                .viewer()
                .get("/v1/journeys?limit=1&sort=" + sort + "&pairedJourneyId=" + named)
                .then()
                .statusCode(200)
                .body("items.id", contains(other));

        assertThat(plan()).contains("Index Scan using journey_paired").doesNotContain("Seq Scan");
    }

    /** The plan for a value that is not known yet, as the service's own role is told. */
    private String plan() throws SQLException {
        var sql = statements.sent.stream()
                .filter(sent -> sent.startsWith("select id from journey"))
                .findFirst()
                .orElseThrow();
        for (int i = 1; sql.contains("?"); i++) {
            sql = sql.replaceFirst("\\?", "\\$" + i);
        }
        return asApp("explain (generic_plan) " + sql);
    }

    private static String asApp(String sql) throws SQLException {
        try (var app = connect("quarkus.datasource.")) {
            work(app, "select set_config('waymark.workspace', '" + WORKSPACE.name() + "', false)");
            return work(app, sql);
        }
    }

    private static String rows(String workspace, String typeAndPair, String from) {
        return """
                insert into journey (workspace, id, status, version, persona_id, name, type, paired_journey_id, content,
                    context, context_version, created_at, updated_at)
                select '%s', uuidv7(), 'DRAFT', row_number() over (), '01900000-0000-7000-8000-000000000001', 'Trip', %s,
                    '{"name": "Trip", "personaId": "01900000-0000-7000-8000-000000000001"}',
                    '{"persona": {"status": "UNRESOLVED"}, "stages": []}', 0, now(), now()
                from %s returning 1""".formatted(workspace, typeAndPair, from);
    }

    private static String work(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            var lines = new StringBuilder();
            if (statement.execute(sql)) {
                for (var rows = statement.getResultSet(); rows.next(); ) {
                    lines.append(rows.getString(1)).append('\n');
                }
            }
            return lines.toString();
        }
    }

    /** In simple mode, so that a {@code $1} that is to be explained gets to the server as it is. */
    private static Connection connect(String role) throws SQLException {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class) + "?preferQueryMode=simple",
                config.getValue(role + "username", String.class),
                config.getValue(role + "password", String.class));
    }
}
