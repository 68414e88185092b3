package dev.waymark.outbox;

import dev.waymark.devstack.Postgres;
import dev.waymark.devstack.StackSettings;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A service's database as the module's migrations make it, with its three roles. One per test run; emptied by each test. */
record Database(DataSource owner, DataSource app, DataSource relay) {

    private static Database shared;

    static synchronized Database empty() throws SQLException {
        if (shared == null) {
            shared = migrated(Postgres.start(temporary("postgres"), 0, false).jdbcUrl("persona"));
        }
        shared.asOwner("truncate revision, outbox");
        return shared;
    }

    private static Database migrated(String url) {
        var database = new Database(login(url, "owner"), login(url, "app"), login(url, "relay"));
        var flyway = Flyway.configure()
                .dataSource(database.owner)
                .locations("classpath:db/platform")
                .placeholders(java.util.Map.of("app", "persona_app", "relay", "persona_relay"))
                .load();
        flyway.migrate();
        return database;
    }

    /** A pool as the service has it: it gives up a connection after a fatal error. */
    private static DataSource login(String url, String role) {
        var password = StackSettings.load().get("PERSONA_" + role.toUpperCase(Locale.ROOT) + "_PASSWORD");
        var settings = new AgroalDataSourceConfigurationSupplier()
                .metricsEnabled(false)
                .connectionPoolConfiguration(pool -> pool.maxSize(10)
                        .acquisitionTimeout(Duration.ofSeconds(5))
                        .exceptionSorter(new PostgreSQLExceptionSorter())
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(url)
                                .principal(new NamePrincipal("persona_" + role))
                                .credential(new SimplePassword(password))));
        try {
            return AgroalDataSource.from(settings);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static Path temporary(String name) {
        try {
            return Files.createTempDirectory("waymark-outbox").resolve(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A transaction as the service's own requests have them; the caller commits. */
    Connection transactionOf(String workspace) throws SQLException {
        var connection = app.getConnection();
        connection.setAutoCommit(false);
        try (var set = connection.prepareStatement("select set_config('waymark.workspace', ?, true)")) {
            set.setString(1, workspace);
            set.execute();
        }
        return connection;
    }

    /** Keeps and queues one revision with the statement of {@link Outbox}. */
    static void append(Connection transaction, Revision revision) throws SQLException {
        try (var insert = transaction.prepareStatement(Outbox.APPEND)) {
            insert.setString(1, revision.workspace());
            insert.setObject(2, revision.id());
            insert.setInt(3, revision.version());
            insert.setObject(4, UUID.randomUUID());
            insert.setString(5, revision.kind());
            insert.setString(6, revision.kind() + "." + revision.verb() + ".v1");
            insert.setString(7, revision.data());
            insert.setArray(8, transaction.createArrayOf("uuid", new Object[0]));
            insert.setString(9, "tester");
            insert.setTimestamp(10, Timestamp.from(Instant.now()));
            insert.executeUpdate();
        }
    }

    void append(Revision... revisions) throws SQLException {
        for (var revision : revisions) {
            try (var transaction = transactionOf(revision.workspace())) {
                append(transaction, revision);
                transaction.commit();
            }
        }
    }

    int queued() throws SQLException {
        return ((Number) ask("select count(*) from outbox").getFirst()).intValue();
    }

    int parked() throws SQLException {
        return ((Number) ask("select count(*) from outbox where parked_at is not null")
                        .getFirst())
                .intValue();
    }

    /** The first column, as the owner. */
    List<Object> ask(String sql) throws SQLException {
        try (var connection = owner.getConnection();
                var query = connection.createStatement();
                var rows = query.executeQuery(sql)) {
            var answers = new java.util.ArrayList<>();
            while (rows.next()) {
                answers.add(rows.getObject(1));
            }
            return answers;
        }
    }

    void asOwner(String sql) throws SQLException {
        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What a test appends. */
    record Revision(String workspace, UUID id, int version, String kind, String verb, String data) {

        static Revision of(UUID id, int version) {
            return new Revision("acme", id, version, "persona", "updated", "{\"version\": " + version + "}");
        }

        Revision verb(String other) {
            return new Revision(workspace, id, version, kind, other, data);
        }

        Revision data(String other) {
            return new Revision(workspace, id, version, kind, verb, other);
        }

        Revision in(String other) {
            return new Revision(other, id, version, kind, verb, data);
        }

        Revision kind(String other) {
            return new Revision(workspace, id, version, other, verb, data);
        }
    }
}
