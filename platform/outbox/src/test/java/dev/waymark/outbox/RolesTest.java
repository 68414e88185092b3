package dev.waymark.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.outbox.Database.Revision;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What PostgreSQL itself lets each role see and do. */
class RolesTest {

    private Database database;

    @BeforeEach
    void twoWorkspaces() throws SQLException {
        database = Database.empty();
        var id = UUID.randomUUID();
        database.append(
                Revision.of(id, 1), Revision.of(id, 2), Revision.of(id, 1).in("globex"));
    }

    @Test
    void appSeesTheRevisionsOfItsWorkspaceOnly() throws SQLException {
        try (var acme = database.transactionOf("acme");
                var globex = database.transactionOf("globex")) {
            assertThat(count(acme, "select count(*) from revision")).isEqualTo(2);
            assertThat(count(acme, "select count(*) from revision where workspace = 'globex'"))
                    .isZero();
            assertThat(count(globex, "select count(*) from revision")).isEqualTo(1);
        }
    }

    @Test
    void appWithoutAWorkspaceSeesNothing() throws SQLException {
        try (var connection = database.app().getConnection()) {
            assertThat(count(connection, "select count(*) from revision")).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1 from outbox",
                "update outbox set parked_at = now()",
                "delete from outbox",
                "update revision set data = null",
                "delete from revision",
                "truncate revision cascade"
            })
    void appNeitherReadsTheQueueNorChangesHistory(String sql) {
        assertThatThrownBy(() -> execute(database.app(), sql)).hasMessageContaining("permission denied");
    }

    @Test
    void appCannotWriteIntoAnotherWorkspace() throws SQLException {
        try (var acme = database.transactionOf("acme")) {
            var foreign = Revision.of(UUID.randomUUID(), 1).in("globex");
            assertThatThrownBy(() -> Database.append(acme, foreign)).hasMessageContaining("row-level security");
        }
    }

    @Test
    void relaySeesAllWorkspaces() throws SQLException {
        try (var connection = database.relay().getConnection()) {
            assertThat(count(connection, "select count(*) from revision")).isEqualTo(3);
            assertThat(count(connection, "select count(*) from outbox")).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update revision set version = 7",
                "update revision set workspace = 'acme'",
                "delete from revision",
                "insert into outbox (position, workspace, aggregate_id) values (1, 'acme', gen_random_uuid())",
                "update outbox set aggregate_id = gen_random_uuid()",
                "select 1 from flyway_schema_history",
                "create table mine (id int)"
            })
    void relayDoesNothingButBlankParkAndRemove(String sql) {
        assertThatThrownBy(() -> execute(database.relay(), sql)).hasMessageContaining("permission denied");
    }

    private static long count(Connection connection, String sql) throws SQLException {
        try (var query = connection.createStatement();
                var row = query.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void execute(DataSource role, String sql) throws SQLException {
        try (var connection = role.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
