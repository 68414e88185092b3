package dev.waymark.feed;

import dev.waymark.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The database of these tests, and what they write and read. One per test run; emptied by each test. */
final class Database extends TestDatabase {

    private static Database shared;

    private Database() {
        super("persona", "latest");
    }

    static synchronized Database empty() throws SQLException {
        if (shared == null) {
            shared = new Database();
        }
        shared.run("truncate revision, outbox, feed_head");
        return shared;
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
