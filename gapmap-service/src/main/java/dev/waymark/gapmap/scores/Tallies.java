package dev.waymark.gapmap.scores;

import dev.waymark.gapmap.scoring.Frequencies;
import dev.waymark.gapmap.scoring.PairSums;
import dev.waymark.gapmap.scoring.Scale;
import dev.waymark.gapmap.scoring.ScoringInput.CellKey;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads the counts and sums that are kept beside the responses: the same effort for a thousand or a hundred million. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Tallies {

    private static final String SLICE = """
            t.gap_map_id = ? and (?::uuid is null or t.stage_id = ?) and (?::date is null or t.month >= ?)
            and (?::date is null or t.month <= ?)
            """;
    private static final String FREQUENCIES = """
            select t.provider_id, s.need_id, t.value, sum(t.count)
            from frequency t join need_slot s on (s.gap_map_id, s.slot) = (t.gap_map_id, t.slot)
            where %s and t.provider_id = any (?)
            group by t.provider_id, s.need_id, t.value
            """.formatted(SLICE);
    private static final String OUTCOME_PAIRS = """
            select s.need_id, sum(t.n), sum(t.sum_x), sum(t.sum_y), sum(t.sum_xx), sum(t.sum_yy), sum(t.sum_xy)
            from pair_sum t join need_slot s on (s.gap_map_id, s.slot) = (t.gap_map_id, t.x_slot)
            where %s and t.y_slot = 0
            group by s.need_id
            """.formatted(SLICE);

    private final AgroalDataSource database;

    Tallies(AgroalDataSource database) {
        this.database = database;
    }

    /** How often each scale value was given, per provider and need. */
    Map<CellKey, Frequencies> frequencies(Slice slice, Scale scale, Collection<UUID> providers) {
        var counts = new HashMap<CellKey, long[]>();
        try (var connection = database.getConnection();
                var query = prepare(connection, FREQUENCIES, slice)) {
            query.setArray(8, connection.createArrayOf("uuid", providers.toArray()));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    var cell = new CellKey(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class));
                    counts.computeIfAbsent(cell, c -> new long[scale.size()])[rows.getInt(3)] = rows.getLong(4);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("could not read frequencies", e);
        }
        return counts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> Frequencies.of(scale, e.getValue())));
    }

    /** Per need the sums of its ratings and the outcome, over the responses of all providers. */
    Map<UUID, PairSums> outcomePairs(Slice slice) {
        var pairs = new HashMap<UUID, PairSums>();
        try (var connection = database.getConnection();
                var query = prepare(connection, OUTCOME_PAIRS, slice);
                var rows = query.executeQuery()) {
            while (rows.next()) {
                pairs.put(
                        rows.getObject(1, UUID.class),
                        new PairSums(
                                rows.getLong(2),
                                rows.getBigDecimal(3),
                                rows.getBigDecimal(4),
                                rows.getBigDecimal(5),
                                rows.getBigDecimal(6),
                                rows.getBigDecimal(7)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("could not read pair sums", e);
        }
        return pairs;
    }

    private static PreparedStatement prepare(Connection connection, String sql, Slice slice) throws SQLException {
        var query = connection.prepareStatement(sql);
        query.setObject(1, slice.gapMapId());
        query.setObject(2, slice.stageId());
        query.setObject(3, slice.stageId());
        query.setObject(4, slice.months().firstDay());
        query.setObject(5, slice.months().firstDay());
        query.setObject(6, slice.months().lastFirst());
        query.setObject(7, slice.months().lastFirst());
        return query;
    }
}
