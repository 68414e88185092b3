package dev.waymark.gapmap.scores;

import dev.waymark.gapmap.scoring.RatingTable;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads responses one by one, to draw from them. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class RatingTables {

    /** Of more, only a part is read, chosen by their ids: confidence is the less for it. */
    private static final int MOST = 200_000;

    private static final int AT_A_TIME = 10_000;

    private static final String READ = """
            select provider_id, %s from response
            where gap_map_id = ? and provider_id = any (?) and abs(hashint8(id)::bigint) %% ? = 0
            order by id
            """;
    private static final String COUNT = "select count(*) from response where gap_map_id = ? and provider_id = any (?)";

    private final AgroalDataSource database;

    RatingTables(AgroalDataSource database) {
        this.database = database;
    }

    /** Per provider that takes part. */
    Map<UUID, RatingTable> read(Ranking ranking) {
        var needs = ranking.needs();
        var tables = new HashMap<UUID, RatingTable>();
        ranking.contestants().all().forEach(provider -> tables.put(provider, new RatingTable(needs.size())));
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(READ.formatted(columns(connection, ranking)))) {
            var compared = connection.createArrayOf("uuid", tables.keySet().toArray());
            query.setFetchSize(AT_A_TIME);
            query.setObject(1, ranking.gapMapId());
            query.setArray(2, compared);
            query.setLong(3, 1 + count(connection, ranking.gapMapId(), compared) / MOST);
            try (var row = query.executeQuery()) {
                var response = new Integer[needs.size()];
                while (row.next()) {
                    for (var need = 0; need < response.length; need++) {
                        response[need] = row.getObject(need + 2, Integer.class);
                    }
                    tables.get(row.getObject(1, UUID.class)).add(response);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("could not read responses", e);
        }
        return tables;
    }

    private static long count(Connection connection, UUID gapMapId, Array compared) throws SQLException {
        try (var query = connection.prepareStatement(COUNT)) {
            query.setObject(1, gapMapId);
            query.setArray(2, compared);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** The places of the needs' ratings; nothing was said of a need that has none. */
    private static String columns(Connection connection, Ranking ranking) throws SQLException {
        var slots = new HashMap<UUID, Integer>();
        try (var query = connection.prepareStatement(
                "select need_id, slot from need_slot where gap_map_id = ? and kind = 'RATING'")) {
            query.setObject(1, ranking.gapMapId());
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    slots.put(row.getObject(1, UUID.class), row.getInt(2));
                }
            }
        }
        return ranking.needs().stream()
                .map(slots::get)
                .map(slot -> slot == null ? "null::int" : "ratings[" + slot + "]::int")
                .collect(Collectors.joining(", "));
    }
}
