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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tables of ratings and imports. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Ratings {

    /** In the order of the needs, whichever plan the database chooses. */
    private static final String ASSIGN_SLOTS = """
            insert into need_slot (workspace, gap_map_id, need_id, slot)
            select ?, ?, need_id,
                   (select coalesce(max(slot), 0) from need_slot where gap_map_id = ?) + row_number() over (order by place)
            from unnest(?::uuid[]) with ordinality as wanted(need_id, place)
            where not exists (select from need_slot s where s.gap_map_id = ? and s.need_id = wanted.need_id)
            """;

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

    /** The slots of a map's needs, assigned now to those that have none yet. */
    Slots slots(Connection connection, UUID gapMapId, Collection<UUID> needs) throws SQLException {
        try (var assign = connection.prepareStatement(ASSIGN_SLOTS)) {
            assign.setString(1, caller.get().workspace());
            assign.setObject(2, gapMapId);
            assign.setObject(3, gapMapId);
            assign.setArray(4, connection.createArrayOf("uuid", needs.toArray()));
            assign.setObject(5, gapMapId);
            assign.executeUpdate();
        }
        var slots = new HashMap<UUID, Integer>();
        try (var query = connection.prepareStatement("select need_id, slot from need_slot where gap_map_id = ?")) {
            query.setObject(1, gapMapId);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    slots.put(rows.getObject(1, UUID.class), rows.getInt(2));
                }
            }
        }
        return new Slots(slots);
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
