package dev.waymark.feed;

import dev.waymark.http.Problem;
import dev.waymark.outbox.Outbox;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads the feed of the caller's workspace; row-level security leaves no other. */
@ApplicationScoped
class Feed {

    /** Documents may be large: so much data ends a page early. In characters. */
    static final int LARGEST_PAGE = 2 * 1024 * 1024;

    /** A deletion names what was deleted, whether it has been blanked yet or not. */
    static final String SELECT = """
            select feed_position, event_id, workspace, aggregate_id, version, type, occurred_at,
              coalesce(%s, case when type like '%%.deleted.v1' then jsonb_build_object('id', aggregate_id) end) as data
            from revision where feed_position > ? order by feed_position limit ?
            """.formatted(Outbox.TOLD);

    private static final int ROWS_AT_ONCE = 10;

    private final AgroalDataSource database;
    private final FeedConfig config;

    Feed(AgroalDataSource database, FeedConfig config) {
        this.database = database;
        this.config = config;
    }

    /** What follows a position, at most {@code limit}; fewer if they are large, none only at the end. */
    @Transactional
    List<FeedEvent> after(long position, int limit) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(SELECT)) {
            query.setLong(1, position);
            query.setInt(2, limit);
            query.setFetchSize(ROWS_AT_ONCE);
            return page(query);
        } catch (SQLException e) {
            throw new IllegalStateException("could not read the feed", e);
        }
    }

    /**
     * Makes sure that a position has been given: one of another workspace, or of a database that was set back, would
     * silently skip what comes until then. Where something follows a position, it has been given.
     *
     * @throws Problem 400
     */
    @Transactional
    void requireGiven(String name, long position) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select coalesce(max(feed_position), 0) from revision");
                var last = query.executeQuery()) {
            if (last.next() && position > last.getLong(1)) {
                throw Problem.invalid(name, "is beyond the last position, " + last.getLong(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("could not read the feed", e);
        }
    }

    private List<FeedEvent> page(PreparedStatement query) throws SQLException {
        var events = new ArrayList<FeedEvent>();
        var length = 0L;
        try (var rows = query.executeQuery()) {
            while (length < LARGEST_PAGE && rows.next()) {
                var event = FeedEvent.read(rows, config.service());
                length += event.data() == null ? 0 : event.data().length();
                events.add(event);
            }
        }
        return events;
    }
}
