package dev.waymark.feed;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Gives committed revisions their place in the feed of their workspace.
 *
 * <p>Nothing is skipped and nothing appears below what was read: only who holds the advisory lock gives positions, in one
 * statement that sees one snapshot, and the next holder begins after the commit. What commits later gets higher positions.
 *
 * <p>Versions of one aggregate keep their order: its row is locked from before a revision is written until the commit. So
 * whoever sees a version sees those before it, and their {@code position} is lower.
 */
class Sequencer {

    static final String LOCK = "select pg_try_advisory_xact_lock(hashtext('waymark.feed'))";

    /** Never waits while it holds rows: the relay may just be blanking some of them, and would wait for others. */
    private static final String ASSIGN = """
            with batch as (
              select position, workspace from revision where feed_position is null
              order by position limit ? for no key update nowait),
            fresh as (
              select position, workspace, count(*) over (partition by workspace) as many,
                row_number() over (partition by workspace order by position) as nth
              from batch),
            head as (
              insert into feed_head as known (workspace, position)
              select workspace, count(*) from fresh group by workspace
              on conflict (workspace) do update set position = known.position + excluded.position
              returning workspace, position)
            update revision set feed_position = head.position - fresh.many + fresh.nth
            from fresh join head using (workspace)
            where revision.position = fresh.position
            returning revision.workspace
            """;

    private static final int BATCH = 1000;
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final DataSource database;

    Sequencer(DataSource database) {
        this.database = database;
    }

    /**
     * Gives positions to one batch, in one short transaction.
     *
     * @return the workspaces that have news; none also when another instance is at it
     */
    Set<String> round() throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var workspaces = isLeader(connection) ? assign(connection) : Set.<String>of();
                connection.commit();
                return workspaces;
            } catch (SQLException | RuntimeException | Error e) {
                rollback(connection, e);
                if (e instanceof SQLException sql && LOCK_NOT_AVAILABLE.equals(sql.getSQLState())) {
                    return Set.of();
                }
                throw e;
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

    /** A statement of its own: what the last holder committed is seen only by statements that begin after the lock. */
    private static boolean isLeader(Connection connection) throws SQLException {
        try (var query = connection.createStatement();
                var answer = query.executeQuery(LOCK)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private static Set<String> assign(Connection connection) throws SQLException {
        try (var update = connection.prepareStatement(ASSIGN)) {
            update.setInt(1, BATCH);
            var workspaces = new HashSet<String>();
            try (var rows = update.executeQuery()) {
                while (rows.next()) {
                    workspaces.add(rows.getString(1));
                }
            }
            return workspaces;
        }
    }
}
