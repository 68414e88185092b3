package dev.waymark.gapmap.ratings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.http.Page;
import dev.waymark.http.PageRequest;
import dev.waymark.workspace.CurrentCaller;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tables of ratings and imports. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Ratings {

    private static final String KEEP_SLOT =
            "insert into need_slot (workspace, gap_map_id, need_id, kind, of_need, slot) values (?, ?, ?, ?, ?, ?)";

    private static final String SLOTS =
            "select coalesce(of_need, need_id), kind, slot from need_slot where gap_map_id = ?";

    private final AgroalDataSource database;
    private final CurrentCaller caller;
    private final ObjectMapper json;

    Ratings(AgroalDataSource database, CurrentCaller caller, ObjectMapper json) {
        this.database = database;
        this.caller = caller;
        this.json = json;
    }

    Connection connection() throws SQLException {
        return database.getConnection();
    }

    /** The slots of what a map's respondents were asked; nobody else assigns any until the transaction ends. */
    Slots slots(Connection connection, UUID gapMapId) throws SQLException {
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
    void keep(Connection connection, UUID gapMapId, Slots slots) throws SQLException {
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
    boolean place(Connection connection, UUID gapMapId, UUID touchpoint, UUID stage) throws SQLException {
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

    void keep(Connection connection, ImportView done, Fingerprint of) throws SQLException, JsonProcessingException {
        var sql = "insert into rating_import (workspace, gap_map_id, id, idempotency_key, content_hash, report)"
                + " values (?, ?, ?, ?, ?, ?::jsonb)";
        try (var insert = connection.prepareStatement(sql)) {
            insert.setString(1, caller.get().workspace());
            insert.setObject(2, done.gapMapId());
            insert.setObject(3, done.id());
            insert.setString(4, of.key());
            insert.setString(5, of.hash());
            insert.setString(6, json.writeValueAsString(done.report()));
            insert.executeUpdate();
        }
    }

    Optional<Kept> findByKey(Connection connection, UUID gapMapId, String key) throws SQLException {
        return find(connection, "gap_map_id = ? and idempotency_key = ?", gapMapId, key).stream()
                .findFirst();
    }

    Optional<Kept> find(Connection connection, UUID gapMapId, UUID id) throws SQLException {
        return find(connection, "gap_map_id = ? and id = ?", gapMapId, id).stream()
                .findFirst();
    }

    /** The latest first: their ids rise. */
    Page<ImportView> page(Connection connection, UUID gapMapId, PageRequest request) throws SQLException {
        var where = "gap_map_id = ? and (?::uuid is null or id < ?) order by id desc limit ?";
        var after = request.after() == null ? null : request.id(request.after());
        var found = find(connection, where, gapMapId, after, after, request.limit() + 1);
        return Page.of(found, request, kept -> kept.view().id().toString()).map(Kept::view);
    }

    private List<Kept> find(Connection connection, String where, Object... values) throws SQLException {
        var sql = "select id, gap_map_id, content_hash, report from rating_import where " + where;
        try (var query = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                query.setObject(i + 1, values[i]);
            }
            try (var rows = query.executeQuery()) {
                var found = new ArrayList<Kept>();
                while (rows.next()) {
                    found.add(read(rows));
                }
                return found;
            }
        }
    }

    private Kept read(ResultSet row) throws SQLException {
        try {
            var report = json.readValue(row.getString("report"), Report.class);
            var view = new ImportView(
                    row.getObject("id", UUID.class),
                    row.getObject("gap_map_id", UUID.class),
                    ImportView.Status.COMPLETED,
                    report);
            return new Kept(view, row.getString("content_hash"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report that is not JSON", e);
        }
    }

    /** An import that is done, and the hash of what it was made of. */
    record Kept(ImportView view, String hash) {}
}
