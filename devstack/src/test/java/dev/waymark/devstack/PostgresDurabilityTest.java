package dev.waymark.devstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresDurabilityTest {
    @TempDir
    private Path folder;

    @Test
    void dataSurvivesARestartAndEveryCommitReachesTheDisk() throws SQLException {
        try (var first = Postgres.start(data(), 0, true)) {
            for (var setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                assertThat(ask(first, "show " + setting)).as(setting).isEqualTo("on");
            }
            ask(first, "create table kept as select 42 as answer");
        }
        try (var second = Postgres.start(data(), 0, true)) {
            assertThat(ask(second, "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void aServerKilledWithoutWarningStartsAgainWithItsCommittedData() throws Exception {
        var killed = Postgres.start(data(), 0, true);
        ask(killed, "create table kept as select 42 as answer");
        var server = PostgresLeftover.in(data()).server().orElseThrow();
        server.destroyForcibly();
        server.onExit().get(20, TimeUnit.SECONDS);
        assertThat(data().resolve("postmaster.pid")).exists();
        killed.close();

        try (var second = Postgres.start(data(), 0, true)) {
            assertThat(ask(second, "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void aServerWhoseProgramWasKilledIsEndedAndReplaced() throws Exception {
        OrphaningProgram.run(data());
        var orphan = PostgresLeftover.in(data()).server().orElseThrow();

        try (var second = Postgres.start(data(), 0, true)) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(ask(second, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void aFolderInUseIsLeftAlone() throws SQLException {
        try (var first = Postgres.start(data(), 0, false)) {
            assertThatThrownBy(() -> Postgres.start(data(), 0, false))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasRootCauseMessage("another program is running PostgreSQL on " + data());
            assertThat(ask(first, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void aReusedProcessIdIsNotTakenForTheServer() throws IOException {
        Files.createDirectories(data());
        var ours = ProcessHandle.current();
        Files.writeString(data().resolve("postmaster.pid"), ours.pid() + "\n" + data() + "\n0\n");
        assertThat(PostgresLeftover.in(data()).clear()).isFalse();
        assertThat(data().resolve("postmaster.pid")).doesNotExist();
    }

    private Path data() {
        return folder.resolve("data");
    }

    private static String ask(Postgres postgres, String sql) throws SQLException {
        var password = StackSettings.load().get("PERSONA_OWNER_PASSWORD");
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl("persona"), "persona_owner", password);
                var statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            statement.getResultSet().next();
            return statement.getResultSet().getString(1);
        }
    }
}
