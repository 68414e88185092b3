package dev.waymark.journey.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import dev.waymark.testing.ServiceRole;
import dev.waymark.testing.TestWorkspace;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
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
        for (var workspace : new String[] {WORKSPACE.name(), "plans-2", "plans-3"}) {
            ServiceRole.APP.run(workspace, rows(workspace, "'AS_IS', null", "generate_series(1, " + ROWS + ") i"));
            ServiceRole.APP.run(
                    workspace, rows(workspace, "'TO_BE', i.id", "journey i where type = 'AS_IS' and version % 20 = 0"));
        }
        ServiceRole.OWNER.run(WORKSPACE.name(), "analyze journey");
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
        return ServiceRole.APP.plan(WORKSPACE.name(), sql);
    }

    private static String asApp(String sql) throws SQLException {
        return ServiceRole.APP.run(WORKSPACE.name(), sql);
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
}
