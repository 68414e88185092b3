package dev.waymark.feed;

import dev.waymark.worker.LeaderLock;
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

    private final LeaderLock lock;

    Sequencer(DataSource database) {
        this.lock = new LeaderLock(database, "waymark.feed");
    }

    /**
     * Gives positions to one batch, in one short transaction.
     *
     * @return the workspaces that have news; none also when another instance is at it
     */
    Set<String> round() throws SQLException {
        try {
            return lock.call(Sequencer::assign).orElse(Set.of());
        } catch (SQLException e) {
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                return Set.of();
            }
            throw e;
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
