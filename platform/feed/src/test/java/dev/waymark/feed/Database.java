package dev.waymark.feed;

import dev.waymark.devstack.Postgres;
import dev.waymark.devstack.StackSettings;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A service's database as the migrations make it, with its three roles. One per test run; emptied by each test. */
record Database(DataSource owner, DataSource app, DataSource relay) {

    private static Database shared;

    static synchronized Database empty() throws SQLException {
        if (shared == null) {
            shared = migrated(start().jdbcUrl("persona"));
        }
        try (var connection = shared.owner.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("truncate revision, outbox, feed_head");
        }
        return shared;
    }

    private static Postgres start() {
        try {
            return Postgres.start(Files.createTempDirectory("waymark-feed").resolve("postgres"), 0, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Database migrated(String url) {
        var database = new Database(login(url, "owner"), login(url, "app"), login(url, "relay"));
        Flyway.configure()
                .dataSource(database.owner)
                .locations("classpath:db/platform")
                .placeholders(Map.of("app", "persona_app", "relay", "persona_relay"))
                .load()
                .migrate();
        return database;
    }

    private static DataSource login(String url, String role) {
        var password = StackSettings.load().get("PERSONA_" + role.toUpperCase(Locale.ROOT) + "_PASSWORD");
        var settings = new AgroalDataSourceConfigurationSupplier()
                .metricsEnabled(false)
                .connectionPoolConfiguration(pool -> pool.maxSize(10)
                        .acquisitionTimeout(Duration.ofSeconds(30))
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(url)
                                .principal(new NamePrincipal("persona_" + role))
                                .credential(new SimplePassword(password))));
        try {
            return AgroalDataSource.from(settings);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
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

    /** As the outbox does; the relay's queue does not matter here. */
    static void append(Connection transaction, String workspace, UUID id, int version) throws SQLException {
        var sql = """
                insert into revision (workspace, aggregate_id, version, event_id, aggregate_type, type, data, changed,
                  actor, occurred_at)
                values (?, ?, ?, gen_random_uuid(), 'persona', 'persona.updated.v1', '{}', '{}', 'tester', now())
                """;
        try (var insert = transaction.prepareStatement(sql)) {
            insert.setString(1, workspace);
            insert.setObject(2, id);
            insert.setInt(3, version);
            insert.executeUpdate();
        }
    }

    UUID committed(String workspace) throws SQLException {
        var id = UUID.randomUUID();
        try (var transaction = transactionOf(workspace)) {
            append(transaction, workspace, id, 1);
            transaction.commit();
        }
        return id;
    }

    /** What the workspace sees behind a position, as the service reads it. */
    List<Told> after(String workspace, long position, int limit) throws SQLException {
        try (var transaction = transactionOf(workspace);
                var query = transaction.prepareStatement(Feed.SELECT)) {
            query.setLong(1, position);
            query.setInt(2, limit);
            var all = new ArrayList<Told>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    var event = FeedEvent.read(rows, "persona");
                    all.add(new Told(event.position(), event.subject(), event.aggregateversion()));
                }
            }
            transaction.commit();
            return all;
        }
    }

    List<Told> all(String workspace) throws SQLException {
        return after(workspace, 0, Integer.MAX_VALUE);
    }

    record Told(long position, UUID id, int version) {}
}
