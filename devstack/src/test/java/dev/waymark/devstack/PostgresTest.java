package dev.waymark.devstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresTest {
    @TempDir
    private static Path folder;

    private static Postgres postgres;

    @BeforeAll
    static void start() {
        postgres = Postgres.start(folder.resolve("data"), 0, false);
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void theServerIsThePinnedVersion() throws SQLException {
        assertThat(ask("persona", "persona_app", "show server_version")).startsWith(setting("POSTGRES_VERSION") + ".");
    }

    @Test
    void ownersMayCreateTablesAndOthersMayNot() throws SQLException {
        try (var owner = connect("persona", "persona_owner")) {
            owner.createStatement().execute("create table mine (id int)");
        }
        try (var app = connect("persona", "persona_app")) {
            var statement = app.createStatement();
            statement.execute("create temporary table theirs (id int)");
            assertThatThrownBy(() -> statement.execute("create table public.theirs (id int)"))
                    .hasMessageContaining("permission denied for schema public");
            assertThatThrownBy(() -> statement.execute("select * from mine"))
                    .hasMessageContaining("permission denied for table mine");
        }
    }

    @Test
    void noRoleIsSuperuserOrGetsPastRowLevelSecurity() throws SQLException {
        for (var service : List.of("persona", "journey", "gapmap")) {
            for (var kind : List.of("owner", "app", "relay")) {
                var privileges = "select (rolsuper or rolcreatedb or rolcreaterole or rolbypassrls or rolreplication)"
                        + " from pg_roles where rolname = current_user";
                assertThat(ask(service, service + "_" + kind, privileges)).isEqualTo("f");
            }
        }
    }

    @Test
    void aServiceCannotConnectToItsNeighboursDatabase() {
        assertThatThrownBy(() -> connect("journey", "persona_app"))
                .hasMessageContaining("permission denied for database");
    }

    @Test
    void aWrongPasswordIsRefusedEvenForTheSuperuser() {
        for (var user : List.of("postgres", "persona_app")) {
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl("persona"), user, "wrong"))
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void sortingDoesNotDependOnTheMachine() throws SQLException {
        var query = "select string_agg(x, ' ' order by x) || upper('é') from unnest(array['b','a','C','é']) x";
        assertThat(ask("persona", "persona_app", query)).isEqualTo("C a b éÉ");
    }

    @Test
    void unitTestsDoNotWaitForTheDisk() throws SQLException {
        assertThat(ask("persona", "persona_app", "show fsync")).isEqualTo("off");
    }

    private static String ask(String database, String role, String query) throws SQLException {
        try (var connection = connect(database, role);
                var result = connection.createStatement().executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    private static Connection connect(String database, String role) throws SQLException {
        var password = setting(role.toUpperCase(Locale.ROOT) + "_PASSWORD");
        return DriverManager.getConnection(postgres.jdbcUrl(database), role, password);
    }

    private static String setting(String key) {
        return StackSettings.load().get(key);
    }
}
