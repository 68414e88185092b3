package dev.waymark.outbox;

import dev.waymark.worker.LeaderLock;
import io.quarkus.logging.Log;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Queue;
import javax.sql.DataSource;

/**
 * Moves committed revisions to the broker, in order per aggregate. Of all replicas on one database only the one that holds
 * the advisory lock works; a crash frees the lock. A revision leaves the queue only after its acknowledgement, so it may
 * arrive twice but is never lost.
 */
class Relay implements AutoCloseable {

    private static final int BATCH = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final LeaderLock lock;
    private final Publisher publisher;
    private final InstantSource clock;

    Relay(DataSource database, Publisher publisher, InstantSource clock) {
        this.lock = new LeaderLock(database, "waymark.outbox");
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * Sends one batch of what is queued.
     *
     * @return how many revisions left the queue; 0 also when another replica is at it
     */
    int drain() throws SQLException {
        return lock.call(this::send).map(List::size).orElse(0);
    }

    @Override
    public void close() {
        publisher.close();
    }

    private List<QueuedRevision> send(Connection connection) throws SQLException {
        var deadline = clock.instant().plus(PATIENCE);
        var lanes = lanes(queued(connection));
        var done = new ArrayList<QueuedRevision>();
        while (!lanes.isEmpty() && clock.instant().isBefore(deadline)) {
            var heads = lanes.stream().map(Queue::peek).toList();
            var outcomes = publisher.publish(heads, Duration.between(clock.instant(), deadline));
            for (int i = 0; i < heads.size(); i++) {
                advance(connection, lanes.get(i), outcomes.get(i), done);
            }
            lanes.removeIf(Queue::isEmpty);
        }
        if (!done.isEmpty()) {
            remove(connection, done);
            blank(connection, done.stream().filter(QueuedRevision::deletes).toList());
        }
        return done;
    }

    /** The next of a lane goes only after the one before is acknowledged; the lane stops at its first failure. */
    private static void advance(
            Connection connection, Queue<QueuedRevision> lane, Publisher.Outcome outcome, List<QueuedRevision> done)
            throws SQLException {
        switch (outcome) {
            case Publisher.Outcome.Acknowledged() -> done.add(lane.remove());
            case Publisher.Outcome.TryAgain(var why) -> {
                Log.debugf("Not sent yet event=%s why=%s", lane.peek().eventId(), why);
                lane.clear();
            }
            case Publisher.Outcome.Refused(var why) -> {
                park(connection, lane.peek(), why);
                lane.clear();
            }
        }
    }

    private static List<QueuedRevision> queued(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement(QueuedRevision.SELECT)) {
            query.setInt(1, BATCH);
            var revisions = new ArrayList<QueuedRevision>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    revisions.add(QueuedRevision.read(rows));
                }
            }
            return revisions;
        }
    }

    private static List<Queue<QueuedRevision>> lanes(Collection<QueuedRevision> revisions) {
        var lanes = new LinkedHashMap<String, Queue<QueuedRevision>>();
        revisions.forEach(
                r -> lanes.computeIfAbsent(r.key(), key -> new ArrayDeque<>()).add(r));
        return new ArrayList<>(lanes.values());
    }

    private static void remove(Connection connection, List<QueuedRevision> done) throws SQLException {
        var positions = done.stream().map(QueuedRevision::position).toArray();
        try (var delete = connection.prepareStatement("delete from outbox where position = any (?)")) {
            delete.setArray(1, connection.createArrayOf("bigint", positions));
            delete.executeUpdate();
        }
    }

    /** Up to its deletion only: should the same id come to life again, what follows is not yet sent. */
    private static void blank(Connection connection, List<QueuedRevision> deletions) throws SQLException {
        var sql = "update revision set data = null where workspace = ? and aggregate_id = ? and position <= ?";
        try (var update = connection.prepareStatement(sql)) {
            for (var deletion : deletions) {
                update.setString(1, deletion.workspace());
                update.setObject(2, deletion.aggregateId());
                update.setLong(3, deletion.position());
                update.executeUpdate();
            }
        }
    }

    private static void park(Connection connection, QueuedRevision revision, String why) throws SQLException {
        Log.errorf("Parked event=%s aggregate=%s why=%s", revision.eventId(), revision.aggregateId(), why);
        var sql = "update outbox set parked_at = now(), parked_why = ? where position = ?";
        try (var update = connection.prepareStatement(sql)) {
            update.setString(1, why);
            update.setLong(2, revision.position());
            update.executeUpdate();
        }
    }
}
