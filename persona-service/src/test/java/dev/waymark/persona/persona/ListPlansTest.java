package dev.waymark.persona.persona;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.testing.ServiceRole;
import dev.waymark.testing.TestWorkspace;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Under row-level security, too, every list reads an index, as its own role is told by EXPLAIN. */
@QuarkusTest
class ListPlansTest {

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

    @BeforeAll
    static void fill() throws SQLException {
        for (var name : new String[] {WORKSPACE.name(), "plans-2", "plans-3", "plans-4"}) {
            fill(name, "persona", "context,", "'{\"journeys\": [], \"unmetNeeds\": []}',");
            fill(name, "segment", "", "");
        }
        ServiceRole.OWNER.run(WORKSPACE.name(), "analyze persona");
        ServiceRole.OWNER.run(WORKSPACE.name(), "analyze segment");
    }

    @ParameterizedTest(name = "{0} by {1}")
    @CsvSource({
        "persona, createdAt",
        "persona, -createdAt",
        "persona, name",
        "persona, -name",
        "persona, updatedAt",
        "persona, -updatedAt",
        "segment, createdAt",
        "segment, name",
        "segment, -updatedAt"
    })
    void everyOrderIsThatOfAnIndex(String table, String sort) throws SQLException {
        for (var filter : new String[] {"", "&status=DRAFT"}) {
            var first = ask(table, "sort=" + sort + filter);
            assertThat(plan(table)).contains("Index").doesNotContain("Seq Scan", "Sort");

            ask(table, "sort=" + sort + filter + "&cursor=" + first.path("next"));
            assertThat(plan(table))
                    .containsPattern("Index Cond: .*" + (sort.contains("created") ? "\\(id [<>] " : "ROW\\("))
                    .doesNotContain("Seq Scan", "Sort");
        }
    }

    @ParameterizedTest(name = "{0}?{1}")
    @CsvSource({
        "persona, q=ferry",
        "persona, q=ferry w17",
        "persona, tag=t7",
        "persona, owner=o3",
        "persona, segmentId=ID",
        "persona, q=w17&tag=t7&owner=o3&status=DRAFT&segmentId=ID",
        "segment, q=w17",
        "segment, tag=t7&owner=o3"
    })
    void everyFilterReadsIndexesInEveryOrder(String table, String filter) throws SQLException {
        for (var sort : new String[] {"createdAt", "-createdAt", "name", "-name", "updatedAt", "-updatedAt"}) {
            var query = "limit=1&sort=" + sort + "&"
                    + filter.replace("ID", new UUID(0, 0).toString()).replace(" ", "%20");
            var first = ask(table, query);
            assertThat(plan(table)).contains("Index", table + "_found").doesNotContain("Seq Scan");

            if (first.path("next") != null) {
                ask(table, query + "&cursor=" + first.path("next"));
                assertThat(plan(table)).contains("Index", table + "_found").doesNotContain("Seq Scan");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"persona", "segment"})
    void wordsAndTermsAreLookedUpInTheirIndex(String table) throws SQLException {
        var name = WORKSPACE.name();
        var body = ServiceRole.OWNER
                .run(name, "select pg_get_function_sqlbody('" + table + "_found'::regproc)")
                .replaceAll("(?s)BEGIN ATOMIC|;\\s*END", "");
        var unknown = body.replace(table + "_found.words", "$1").replace(table + "_found.terms", "$2");
        var rare = body.replace(table + "_found.words", "'w17'").replace(table + "_found.terms", "'{}'::text[]");

        assertThat(ServiceRole.OWNER.plan(name, unknown)).contains("Bitmap Index Scan on " + table + "_words");
        assertThat(ServiceRole.OWNER.run(name, "explain " + rare)).contains("Bitmap Index Scan on " + table + "_words");
    }

    private Response ask(String table, String query) {
        statements.sent.clear();
        var answer = WORKSPACE.viewer().urlEncodingEnabled(false).get("/v1/" + table + "s?" + query);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer;
    }

    /** The plan of the one query by which the last list was made. */
    private String plan(String table) throws SQLException {
        assertThat(statements.sent)
                .filteredOn(sql -> sql.startsWith("select id from " + table))
                .hasSize(1);
        var sql = statements.sent.stream()
                .filter(sent -> sent.startsWith("select id from " + table))
                .findFirst()
                .orElseThrow();
        return ServiceRole.APP.plan(WORKSPACE.name(), sql);
    }

    private static void fill(String workspace, String table, String column, String value) throws SQLException {
        ServiceRole.APP.run(workspace, """
                insert into %s (workspace, id, status, version, name, content, %s context_version, terms, created_at,
                    updated_at)
                select '%s', uuidv7(), case i %% 10 when 0 then 'PUBLISHED' else 'DRAFT' end, 1, 'Name ' || i %% 100,
                    jsonb_build_object('name', 'Name ' || i %% 100, 'headline', 'early ferry w' || i), %s 0,
                    array['tag:t' || i %% 50, 'owner:o' || i %% 20, 'segment:' || uuidv7()], now(),
                    now() + i * interval '1 s'
                from generate_series(1, %d) i returning 1""".formatted(table, column, workspace, value, ROWS));
    }
}
