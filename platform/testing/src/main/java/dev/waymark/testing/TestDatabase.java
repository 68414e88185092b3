package dev.waymark.testing;

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
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A service's database as the migrations on the class path make it, with its three roles, on a PostgreSQL of its own. */
public class TestDatabase implements AutoCloseable {

    private final Postgres postgres;
    private final String url;
    private final AgroalDataSource owner;
    private final AgroalDataSource app;
    private final AgroalDataSource relay;

    /** @param target the last migration, as Flyway understands it: {@code latest} for all of them */
    public TestDatabase(String service, String target) {
        postgres = start();
        url = postgres.jdbcUrl(service);
        owner = login(url, service, "owner");
        app = login(url, service, "app");
        relay = login(url, service, "relay");
        Flyway.configure()
                .dataSource(owner)
                .locations("db/platform", "db/migration")
                .placeholders(Map.of("app", service + "_app", "relay", service + "_relay"))
                .target(target)
                .load()
                .migrate();
    }

    private static Postgres start() {
        try {
            return Postgres.start(Files.createTempDirectory("waymark-database").resolve("postgres"), 0, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A pool as the service has it: it gives up a connection after a fatal error. */
    private static AgroalDataSource login(String url, String service, String role) {
        var key = (service + "_" + role + "_password").toUpperCase(Locale.ROOT);
        var settings = new AgroalDataSourceConfigurationSupplier()
                .metricsEnabled(false)
                .connectionPoolConfiguration(pool -> pool.maxSize(10)
                        .acquisitionTimeout(Duration.ofSeconds(30))
                        .exceptionSorter(new PostgreSQLExceptionSorter())
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(url)
                                .principal(new NamePrincipal(service + "_" + role))
                                .credential(
                                        new SimplePassword(StackSettings.load().get(key)))));
        try {
            return AgroalDataSource.from(settings);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public String url() {
        return url;
    }

    public DataSource owner() {
        return owner;
    }

    public DataSource app() {
        return app;
    }

    public DataSource relay() {
        return relay;
    }

    /** A transaction as the service's own requests have them; the caller commits. */
    public Connection transactionOf(String workspace) throws SQLException {
        var connection = app.getConnection();
        connection.setAutoCommit(false);
        try (var set = connection.prepareStatement("select set_config('waymark.workspace', ?, true)")) {
            set.setString(1, workspace);
            set.execute();
        }
        return connection;
    }

    /** Runs a statement as the owner, who sees all workspaces. */
    public void run(String sql) throws SQLException {
        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column, as the owner. */
    public List<Object> ask(String sql) throws SQLException {
        try (var connection = owner.getConnection();
                var query = connection.createStatement();
                var rows = query.executeQuery(sql)) {
            var answers = new ArrayList<>();
            while (rows.next()) {
                answers.add(rows.getObject(1));
            }
            return answers;
        }
    }

    @Override
    public void close() {
        List.of(owner, app, relay).forEach(AgroalDataSource::close);
        postgres.close();
    }
}
