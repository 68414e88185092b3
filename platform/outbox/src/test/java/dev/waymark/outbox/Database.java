package dev.waymark.outbox;

import dev.waymark.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;

/** The database of these tests, and what they write and ask. One per test run; emptied by each test. */
final class Database extends TestDatabase {

    private static Database shared;

    private Database() {
        super("persona", "latest");
    }

    static synchronized Database empty() throws SQLException {
        if (shared == null) {
            shared = new Database();
        }
        shared.run("truncate revision, outbox");
        return shared;
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
            insert.setString(11, revision.traceParent());
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

    /**
     * What a test appends.
     *
     * @param traceParent null if its change was not traced
     */
    record Revision(String workspace, UUID id, int version, String kind, String verb, String data, String traceParent) {

        static Revision of(UUID id, int version) {
            return new Revision("acme", id, version, "persona", "updated", "{\"version\": " + version + "}", null);
        }

        Revision verb(String other) {
            return new Revision(workspace, id, version, kind, other, data, traceParent);
        }

        Revision data(String other) {
            return new Revision(workspace, id, version, kind, verb, other, traceParent);
        }

        Revision in(String other) {
            return new Revision(other, id, version, kind, verb, data, traceParent);
        }

        Revision kind(String other) {
            return new Revision(workspace, id, version, other, verb, data, traceParent);
        }

        Revision tracedAt(String other) {
            return new Revision(workspace, id, version, kind, verb, data, other);
        }
    }
}
