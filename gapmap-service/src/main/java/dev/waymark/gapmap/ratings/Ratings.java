package dev.waymark.gapmap.ratings;

import dev.waymark.workspace.CurrentCaller;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.UUID;

/** What was asked about a map, and where in the arrays of its responses the answers are. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Ratings {

    private static final String KEEP_SLOT =
            "insert into need_slot (workspace, gap_map_id, need_id, kind, of_need, slot) values (?, ?, ?, ?, ?, ?)";

    private static final String SLOTS =
            "select coalesce(of_need, need_id), kind, slot from need_slot where gap_map_id = ?";

    private final AgroalDataSource database;
    private final CurrentCaller caller;
    private final RatingsConfig config;

    Ratings(AgroalDataSource database, CurrentCaller caller, RatingsConfig config) {
        this.database = database;
        this.caller = caller;
        this.config = config;
    }

    public Connection connection() throws SQLException {
        return database.getConnection();
    }

    /** Of the caller's workspace. */
    public Pseudonyms pseudonyms() {
        return new Pseudonyms(config.respondentKey(), caller.get().workspace());
    }

    /** The slots of what a map's respondents were asked; nobody else assigns any until the transaction ends. */
    public Slots slots(Connection connection, UUID gapMapId) throws SQLException {
        var slots = new HashMap<Item, Integer>();
        try (var query = connection.prepareStatement(SLOTS)) {
            query.setObject(1, gapMapId);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    var item = new Item(rows.getObject(1, UUID.class), Kind.valueOf(rows.getString(2)));
                    slots.put(item, rows.getInt(3));
                }
            }
        }
        return new Slots(slots);
    }

    /** Keeps the slots that were assigned. */
    public void keep(Connection connection, UUID gapMapId, Slots slots) throws SQLException {
        try (var insert = connection.prepareStatement(KEEP_SLOT)) {
            for (var item : slots.assigned()) {
                insert.setString(1, caller.get().workspace());
                insert.setObject(2, gapMapId);
                insert.setObject(3, item.place());
                insert.setString(4, item.kind().name());
                insert.setObject(5, item.need());
                insert.setInt(6, slots.indexOf(item) + 1);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /**
     * Remembers where a touchpoint that is rated belongs to.
     *
     * @return whether that is news
     */
    public boolean place(Connection connection, UUID gapMapId, UUID touchpoint, UUID stage) throws SQLException {
        var sql = "insert into rated_touchpoint (workspace, gap_map_id, touchpoint_id, stage_id) values (?, ?, ?, ?)"
                + " on conflict (workspace, gap_map_id, touchpoint_id) do update set stage_id = excluded.stage_id"
                + " where rated_touchpoint.stage_id <> excluded.stage_id";
        try (var insert = connection.prepareStatement(sql)) {
            insert.setString(1, caller.get().workspace());
            insert.setObject(2, gapMapId);
            insert.setObject(3, touchpoint);
            insert.setObject(4, stage);
            return insert.executeUpdate() > 0;
        }
    }

    boolean hasImport(Connection connection, UUID gapMapId, UUID id) throws SQLException {
        var sql = "select from rating_import where gap_map_id = ? and id = ?";
        try (var query = connection.prepareStatement(sql)) {
            query.setObject(1, gapMapId);
            query.setObject(2, id);
            try (var row = query.executeQuery()) {
                return row.next();
            }
        }
    }
}
