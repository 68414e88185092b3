package dev.waymark.gapmap.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.gapmap.gapmap.RatedMaps;
import dev.waymark.gapmap.ratings.Ratings;
import dev.waymark.http.Page;
import dev.waymark.http.PageRequest;
import dev.waymark.http.Problem;
import dev.waymark.workspace.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of imports that are done. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Imports {

    private final RatedMaps maps;
    private final Ratings ratings;
    private final CurrentCaller caller;
    private final ObjectMapper json;

    Imports(RatedMaps maps, Ratings ratings, CurrentCaller caller, ObjectMapper json) {
        this.maps = maps;
        this.ratings = ratings;
        this.caller = caller;
        this.json = json;
    }

    /** @throws Problem 404 */
    @Transactional
    ImportView get(UUID gapMapId, UUID id) {
        try (var connection = ratings.connection()) {
            return find(connection, "gap_map_id = ? and id = ?", gapMapId, id).stream()
                    .findFirst()
                    .map(Kept::view)
                    .orElseThrow(() -> Problem.notFound("import", id));
        } catch (SQLException e) {
            throw new IllegalStateException("could not read an import", e);
        }
    }

    /**
     * The latest first: their ids rise.
     *
     * @throws Problem 404
     */
    @Transactional
    Page<ImportView> list(UUID gapMapId, PageRequest request) {
        maps.scales(gapMapId); // 404 if it is another workspace's
        var where = "gap_map_id = ? and (?::uuid is null or id < ?) order by id desc limit ?";
        var after = request.after() == null ? null : request.id(request.after());
        try (var connection = ratings.connection()) {
            var found = find(connection, where, gapMapId, after, after, request.limit() + 1);
            return Page.of(found, request, kept -> kept.view().id().toString()).map(Kept::view);
        } catch (SQLException e) {
            throw new IllegalStateException("could not list imports", e);
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
