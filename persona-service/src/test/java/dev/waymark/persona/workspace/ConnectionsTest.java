package dev.waymark.persona.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.testing.TestWorkspace;
import dev.waymark.workspace.Caller;
import dev.waymark.workspace.CurrentCaller;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every connection knows its workspace, and PostgreSQL shows it no other. */
@QuarkusTest
class ConnectionsTest {

    private static final int MORE_THAN_THE_POOL_HOLDS = 25;

    @Inject
    AgroalDataSource database;

    @Inject
    @DataSource("relay")
    AgroalDataSource relay;

    @Inject
    CurrentCaller caller;

    @ConfigProperty(name = "quarkus.datasource.relay.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.relay.password")
    String relayPassword;

    private final TestWorkspace mine = TestWorkspace.fresh();
    private final TestWorkspace theirs = TestWorkspace.fresh();

    @Test
    void acquiringWithoutAWorkspaceThrowsAndLosesNoConnection() {
        for (int i = 0; i < MORE_THAN_THE_POOL_HOLDS; i++) {
            assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> ask("select 1")))
                    .hasStackTraceContaining("no workspace");
        }
        assertThat(as(mine, "select 'alive'")).isEqualTo("alive");
    }

    @Test
    void acquiringOutsideATransactionThrowsAndLosesNoConnection() {
        for (int i = 0; i < MORE_THAN_THE_POOL_HOLDS; i++) {
            assertThatThrownBy(() -> caller.runAs(service(mine), () -> ask("select 1")))
                    .hasStackTraceContaining("outside a transaction");
        }
        assertThat(as(mine, "select 'alive'")).isEqualTo("alive");
    }

    @Test
    void whoIsHaltedInATransactionLosesItAfterAWhile() throws SQLException {
        var asked = "show idle_in_transaction_session_timeout";
        assertThat(as(mine, asked)).isEqualTo("1min");
        try (var connection = relay.getConnection();
                var query = connection.createStatement();
                var row = query.executeQuery(asked)) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("30s");
        }
    }

    @Test
    void workspaceEndsWithTheTransaction() {
        for (int i = 0; i < MORE_THAN_THE_POOL_HOLDS; i++) {
            assertThat(as(mine, "select current_setting('waymark.workspace')")).isEqualTo(mine.name());
            assertThat(as(theirs, "select current_setting('waymark.workspace')"))
                    .isEqualTo(theirs.name());
        }
    }

    @Test
    void nativeSqlSeesAndChangesOnlyItsWorkspace() {
        mine.editor().body("{\"name\": \"Mine\"}").post("/v1/personas").then().statusCode(201);
        var where = " where workspace = '" + mine.name() + "'";

        assertThat(as(mine, "select count(*) from persona")).isEqualTo("1");
        assertThat(as(theirs, "select count(*) from persona")).isEqualTo("0");
        assertThat(as(theirs, "select count(*) from persona" + where)).isEqualTo("0");
        assertThat(as(theirs, "select count(*) from revision" + where)).isEqualTo("0");
        assertThat(as(
                        theirs,
                        "with u as (update persona set name = 'x'" + where + " returning 1) select count(*) from u"))
                .isEqualTo("0");
        assertThat(as(theirs, "with d as (delete from persona" + where + " returning 1) select count(*) from d"))
                .isEqualTo("0");
        mine.viewer().get("/v1/personas").then().body("items[0].name", org.hamcrest.Matchers.equalTo("Mine"));
    }

    @Test
    void nativeSqlCannotWriteIntoAnotherWorkspace() {
        var insert = "insert into neighbour (workspace, kind, id, version) values ('" + mine.name()
                + "', 'journey', gen_random_uuid(), 1) returning kind";
        assertThatThrownBy(() -> as(theirs, insert)).hasStackTraceContaining("row-level security");
    }

    @ParameterizedTest
    @ValueSource(strings = {"persona", "neighbour", "flyway_schema_history"})
    void relayReadsNothingButRevisionsAndTheirQueue(String table) throws SQLException {
        try (var relay = DriverManager.getConnection(url, "persona_relay", relayPassword);
                var query = relay.createStatement()) {
            query.execute("select 1 from revision, outbox limit 1");
            assertThatThrownBy(() -> query.execute("select 1 from " + table)).hasMessageContaining("permission denied");
        }
    }

    private String as(TestWorkspace workspace, String sql) {
        var answer = new AtomicReference<String>();
        caller.runAs(service(workspace), () -> QuarkusTransaction.requiringNew().run(() -> answer.set(ask(sql))));
        return answer.get();
    }

    private String ask(String sql) {
        try (var connection = database.getConnection();
                var query = connection.createStatement();
                var row = query.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Caller service(TestWorkspace workspace) {
        return Caller.service(workspace.name(), "test");
    }
}
