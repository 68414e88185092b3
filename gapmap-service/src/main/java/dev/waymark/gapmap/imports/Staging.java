package dev.waymark.gapmap.imports;

import dev.waymark.gapmap.ratings.Slots;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * The way of answers into the database: copied into a temporary table (row-level security refuses COPY into a real one),
 * then merged with what is there, in sets. Lives in one transaction.
 */
final class Staging implements AutoCloseable {

    private final Connection connection;
    private final PGCopyOutputStream out;
    private long count;

    Staging(Connection connection) throws SQLException {
        this.connection = connection;
        try (var create = connection.createStatement()) {
            create.execute(StagingSql.CREATE_INCOMING);
        }
        this.out = new PGCopyOutputStream(connection.unwrap(PGConnection.class), StagingSql.COPY_INCOMING, 1 << 16);
    }

    /** @param slots of everything that is said */
    void add(Answer answer, Slots slots) throws IOException {
        var outcome = answer.outcome();
        var line = String.join(
                "\t",
                Long.toString(answer.line()),
                orNull(answer.provider()),
                answer.respondent() == null ? "\\N" : "\\\\x" + answer.respondent(),
                orNull(answer.date()),
                orNull(answer.place()),
                answer.indexes(slots),
                outcome == null ? "\\N" : outcome.toPlainString());
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        count += answer.provider() == null ? 0 : 1;
    }

    /** How many answers about a provider were added. */
    long count() {
        return count;
    }

    /** After the last answer, before anything else is done with the connection. */
    void end() throws IOException {
        out.close();
    }

    /** Stores what was added and brings counts and sums up to date. */
    Effect merge(UUID gapMapId, UUID importId) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var step : StagingSql.steps(gapMapId, importId)) {
                statement.execute(step);
            }
            try (var row = statement.executeQuery(StagingSql.EFFECT)) {
                row.next();
                return new Effect(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
            }
        }
    }

    /** How many answers in rows of one question each were replaced by a later row of the same respondent, provider, stage and date. */
    long repeated() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(StagingSql.REPEATED)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        if (out.isActive()) {
            out.cancelCopy();
        }
    }

    private static String orNull(Object value) {
        return value == null ? "\\N" : value.toString();
    }

    /** How many responses are new, were there with other values, and were there with the same; and how many are about a provider. */
    record Effect(long imported, long corrected, long unchanged, long ofProviders) {}
}
