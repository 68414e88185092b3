package dev.waymark.history;

import dev.waymark.http.Page;
import dev.waymark.http.PageRequest;
import dev.waymark.http.Problem;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * Reads what {@code platform/outbox} keeps of every change. Of a deleted aggregate it is still told who changed it, when and
 * how; what it said is gone. All methods belong into the transaction of the caller and see its workspace only.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Revisions {

    private static final String DELETED = ".deleted.v1";

    private static final String PAGE = """
            select version, type, actor, occurred_at, changed from revision
            where aggregate_id = ? and aggregate_type = ? and version < ?
            order by version desc limit ?
            """;

    /** With the type of the last revision: an aggregate is deleted before the relay has blanked its data. */
    private static final String ONE = """
            select version, type, actor, occurred_at, changed, data,
              (select last.type from revision last where last.aggregate_id = r.aggregate_id order by last.version desc limit 1)
            from revision r
            where aggregate_id = ? and aggregate_type = ? and version = ?
            """;

    private final AgroalDataSource database;

    Revisions(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * The changes of an aggregate, the newest first.
     *
     * @param aggregateType as in {@code Change}, {@code persona} say; also the word for it in problems
     * @throws Problem 404 if there never was such an aggregate in this workspace, 400 for a cursor of somebody else's making
     */
    public Page<RevisionSummary> page(String aggregateType, UUID id, PageRequest page) {
        var before = page.after() == null ? Integer.MAX_VALUE : version(page.after());
        var found = new ArrayList<RevisionSummary>();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(PAGE)) {
            select.setObject(1, id);
            select.setString(2, aggregateType);
            select.setInt(3, before);
            select.setInt(4, page.limit() + 1);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(summary(rows));
                }
            }
        } catch (SQLException e) {
            throw unreadable(id, e);
        }
        if (found.isEmpty()) {
            throw Problem.notFound(aggregateType, id); // a cursor of ours always has something after it
        }
        return Page.of(found, page, revision -> String.valueOf(revision.version()));
    }

    /** @throws Problem 404 if there is no such version, or the aggregate has been deleted */
    public Revision require(String aggregateType, UUID id, int version) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(ONE)) {
            select.setObject(1, id);
            select.setString(2, aggregateType);
            select.setInt(3, version);
            try (var rows = select.executeQuery()) {
                if (!rows.next()) {
                    throw Problem.notFound("version " + version + " of " + aggregateType, id);
                }
                var data = rows.getString(6);
                if (data == null || rows.getString(7).endsWith(DELETED)) {
                    throw Problem.notFound("The " + aggregateType + " " + id
                            + " has been deleted: who changed it and when is kept, what it said is not.");
                }
                var at = summary(rows);
                return new Revision(at.version(), at.type(), at.actor(), at.occurredAt(), at.changedElements(), data);
            }
        } catch (SQLException e) {
            throw unreadable(id, e);
        }
    }

    /**
     * What turns one version into another, {@code version} and {@code updatedAt} included; {@code from} may be the later one.
     *
     * @return a JSON Patch (RFC 6902) as JSON text, {@code []} between a version and itself
     * @throws Problem as {@link #require}
     */
    public String diff(String aggregateType, UUID id, int from, int to) {
        var before = require(aggregateType, id, from);
        var after = require(aggregateType, id, to);
        return Difference.between(before.data(), after.data());
    }

    private static int version(String cursor) {
        try {
            return Integer.parseInt(cursor);
        } catch (NumberFormatException forged) {
            throw Problem.invalid("cursor", "is not a cursor of this list with this sort and these filters");
        }
    }

    private static RevisionSummary summary(ResultSet row) throws SQLException {
        return new RevisionSummary(
                row.getInt("version"),
                row.getString("type"),
                row.getString("actor"),
                row.getTimestamp("occurred_at").toInstant(),
                changed(row));
    }

    private static List<UUID> changed(ResultSet row) throws SQLException {
        return Arrays.asList((UUID[]) row.getArray("changed").getArray());
    }

    private static IllegalStateException unreadable(UUID id, SQLException e) {
        return new IllegalStateException("could not read revisions of " + id, e);
    }
}
