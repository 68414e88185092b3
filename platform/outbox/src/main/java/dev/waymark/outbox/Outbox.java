package dev.waymark.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.http.Problem;
import dev.waymark.traces.TraceParent;
import dev.waymark.workspace.CurrentCaller;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.UUID;

/** Keeps changes as revisions and queues them for Kafka, in the transaction of the change itself: both or neither. */
@ApplicationScoped
public class Outbox {

    /** The most a document may take, as JSON in bytes. */
    public static final int LARGEST_DOCUMENT = 512 * 1024;

    /** SQL: what is told of a row of {@code revision}, its document and the ids of what changed in it; null if blanked. */
    public static final String TOLD = """
            case when type like '%.deleted.v1' then data
            else data || jsonb_build_object('changedElements', to_jsonb(changed)) end""";

    static final String APPEND = """
            with kept as (
              insert into revision (workspace, aggregate_id, version, event_id, aggregate_type, type, data, changed, actor, occurred_at)
              values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
              returning position, workspace, aggregate_id)
            insert into outbox (position, workspace, aggregate_id, traceparent)
            select position, workspace, aggregate_id, ? from kept
            """;

    private final AgroalDataSource database;
    private final CurrentCaller caller;
    private final ObjectMapper json;
    private final InstantSource clock;
    private final TransactionSynchronizationRegistry transaction;
    private final Event<Committed> committed;

    Outbox(
            AgroalDataSource database,
            CurrentCaller caller,
            ObjectMapper json,
            InstantSource clock,
            TransactionSynchronizationRegistry transaction,
            Event<Committed> committed) {
        this.database = database;
        this.caller = caller;
        this.json = json;
        this.clock = clock;
        this.transaction = transaction;
        this.committed = committed;
    }

    /**
     * Keeps and queues a change. The aggregate's own row must have been written before in the same transaction, so that
     * two changes of one aggregate cannot pass each other.
     *
     * @throws Problem 413 if the document is larger than {@link #LARGEST_DOCUMENT}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(Change change) {
        var data = write(change.data());
        var who = caller.get();
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(APPEND)) {
            insert.setString(1, who.workspace());
            insert.setObject(2, change.aggregateId());
            insert.setInt(3, change.version());
            insert.setObject(4, UUID.randomUUID());
            insert.setString(5, change.aggregateType());
            insert.setString(6, change.type());
            insert.setString(7, data);
            insert.setArray(8, connection.createArrayOf("uuid", change.changed().toArray()));
            insert.setString(9, who.actor());
            insert.setTimestamp(10, Timestamp.from(clock.instant()));
            insert.setString(11, TraceParent.current().orElse(null));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("could not keep " + change.type() + " of " + change.aggregateId(), e);
        }
        transaction.registerInterposedSynchronization(new TellAfterCommit(committed));
    }

    private String write(Object data) {
        try {
            var text = json.writeValueAsString(data);
            if (text.getBytes(StandardCharsets.UTF_8).length > LARGEST_DOCUMENT) {
                throw Problem.tooLarge("A document", LARGEST_DOCUMENT);
            }
            return text;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a document that is not JSON", e);
        }
    }

    /** Fired after a commit of this instance that kept something; whoever observes it must be quick and not throw. */
    public record Committed() {}

    private record TellAfterCommit(Event<Committed> committed) implements Synchronization {
        @Override
        public void beforeCompletion() {
            // only the outcome matters
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                committed.fire(new Committed());
            }
        }
    }
}
