package dev.waymark.worker;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Lets one instance of all on a database work at a time: the one that holds an advisory lock, until the end of its
 * transaction. A crash frees the lock.
 */
public final class LeaderLock {

    private final DataSource database;
    private final String name;

    /** @param name the same in each instance, and nowhere else in the database */
    public LeaderLock(DataSource database, String name) {
        this.database = database;
        this.name = name;
    }

    /**
     * Does the work in a transaction of its own, unless another instance is at it. The lock is taken by a statement before
     * the work: what the last holder committed is seen only by statements that begin after it.
     *
     * @return empty if another instance is at it
     */
    public <T> Optional<T> call(Work<T> work) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var done = take(connection) ? Optional.of(work.call(connection)) : Optional.<T>empty();
                connection.commit();
                return done;
            } catch (SQLException | RuntimeException | Error e) {
                rollback(connection, e);
                throw e;
            }
        }
    }

    private boolean take(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("select pg_try_advisory_xact_lock(hashtext(?))")) {
            query.setString(1, name);
            try (var answer = query.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    /** What went wrong first is what counts: a dead connection cannot be rolled back either. */
    private static void rollback(Connection connection, Throwable reason) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    /** What the leader does. */
    public interface Work<T> {
        T call(Connection transaction) throws SQLException;
    }
}
