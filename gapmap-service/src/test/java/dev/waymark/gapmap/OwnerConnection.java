package dev.waymark.gapmap;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.ConfigProvider;

/** A transaction of the tables' owner beside the service: what it locks makes requests wait at a chosen place. */
public final class OwnerConnection implements AutoCloseable {

    private final Connection connection;

    public OwnerConnection() throws SQLException {
        var settings = ConfigProvider.getConfig();
        connection = DriverManager.getConnection(
                settings.getValue("quarkus.datasource.owner.jdbc.url", String.class),
                settings.getValue("quarkus.datasource.owner.username", String.class),
                settings.getValue("quarkus.datasource.owner.password", String.class));
        connection.setAutoCommit(false);
    }

    public void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Begins a request, and returns when it waits for a lock of this transaction. */
    public <T> CompletableFuture<T> until(Callable<T> request) {
        var answer = CompletableFuture.supplyAsync(() -> {
            try {
                return request.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        await().atMost(GapMapFixture.SOON).until(() -> answer.isDone() || somebodyWaits());
        return answer;
    }

    public void commit() throws SQLException {
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }

    private boolean somebodyWaits() throws SQLException {
        var sql = "select exists (select from pg_stat_activity where pg_backend_pid() = any (pg_blocking_pids(pid)))";
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getBoolean(1);
        }
    }
}
