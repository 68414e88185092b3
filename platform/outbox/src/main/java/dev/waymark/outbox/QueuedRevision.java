package dev.waymark.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/** A revision the broker has not acknowledged yet. */
record QueuedRevision(
        long position,
        String workspace,
        UUID aggregateId,
        int version,
        UUID eventId,
        String aggregateType,
        String type,
        String data,
        Instant occurredAt,
        String traceParent) {

    static final String SELECT = """
            select r.position, r.workspace, r.aggregate_id, r.version, r.event_id, r.aggregate_type, r.type,
              %s as data, r.occurred_at, o.traceparent
            from outbox o join revision r using (position)
            where not exists (
              select from outbox parked
              where parked.workspace = o.workspace and parked.aggregate_id = o.aggregate_id
                and parked.parked_at is not null and parked.position <= o.position)
            order by o.position limit ?
            """.formatted(Outbox.TOLD);

    static QueuedRevision read(ResultSet row) throws SQLException {
        return new QueuedRevision(
                row.getLong("position"),
                row.getString("workspace"),
                row.getObject("aggregate_id", UUID.class),
                row.getInt("version"),
                row.getObject("event_id", UUID.class),
                row.getString("aggregate_type"),
                row.getString("type"),
                row.getString("data"),
                row.getTimestamp("occurred_at").toInstant(),
                row.getString("traceparent"));
    }

    /** Kafka's key: everything about one aggregate lands in one partition, in order. */
    String key() {
        return workspace + "/" + aggregateId;
    }

    boolean deletes() {
        return type.endsWith(".deleted.v1");
    }
}
