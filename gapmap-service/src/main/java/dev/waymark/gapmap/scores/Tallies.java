package dev.waymark.gapmap.scores;

import dev.waymark.gapmap.scoring.Frequencies;
import dev.waymark.gapmap.scoring.PairSums;
import dev.waymark.gapmap.scoring.Scale;
import dev.waymark.gapmap.scoring.ScoringInput.CellKey;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
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
    /** One statement, and so one state of the database: no import can be in the counts and not in the sums. */
    private static final String READ = """
            select t.provider_id, s.need_id, t.value, sum(t.count) as n, null::numeric as sum_x, null::numeric as sum_y,
                   null::numeric as sum_xx, null::numeric as sum_yy, null::numeric as sum_xy
            from frequency t join need_slot s on (s.gap_map_id, s.slot) = (t.gap_map_id, t.slot)
            where %1$s and t.provider_id = any (?)
            group by t.provider_id, s.need_id, t.value
            union all
            select null, s.need_id, null, sum(t.n), sum(t.sum_x), sum(t.sum_y), sum(t.sum_xx), sum(t.sum_yy), sum(t.sum_xy)
            from pair_sum t join need_slot s on (s.gap_map_id, s.slot) = (t.gap_map_id, t.x_slot)
            where %1$s and t.y_slot = 0
            group by s.need_id
            """.formatted(SLICE);

    /** Counts only, so as cheap as the figures are. */
    static final String RATED =
            "select exists (select from frequency where gap_map_id = ? and stage_id = ? and count > 0)";

    private final AgroalDataSource database;

    Tallies(AgroalDataSource database) {
        this.database = database;
    }

    /** @param providers whose ratings are counted; the sums are those of all */
    Tallied read(Slice slice, Scale scale, Collection<UUID> providers) {
        var counts = new HashMap<CellKey, long[]>();
        var pairs = new HashMap<UUID, PairSums>();
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(READ)) {
            var next = bind(query, 1, slice);
            query.setArray(next, connection.createArrayOf("uuid", providers.toArray()));
            bind(query, next + 1, slice);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    var provider = rows.getObject(1, UUID.class);
                    var need = rows.getObject(2, UUID.class);
                    if (provider == null) {
                        pairs.put(need, pairSums(rows));
                    } else {
                        var cell = new CellKey(provider, need);
                        counts.computeIfAbsent(cell, c -> new long[scale.size()])[rows.getInt(3)] = rows.getLong(4);
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("could not read tallies", e);
        }
        var frequencies = counts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> Frequencies.of(scale, e.getValue())));
        return new Tallied(frequencies, pairs);
    }

    boolean rated(UUID gapMapId, UUID stageId) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(RATED)) {
            query.setObject(1, gapMapId);
            query.setObject(2, stageId);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("could not look for ratings of a stage", e);
        }
    }

    private static PairSums pairSums(ResultSet row) throws SQLException {
        return new PairSums(
                row.getLong(4),
                row.getBigDecimal(5),
                row.getBigDecimal(6),
                row.getBigDecimal(7),
                row.getBigDecimal(8),
                row.getBigDecimal(9));
    }

    /** Fills the parameters of a slice, and says which one comes next. */
    private static int bind(PreparedStatement query, int first, Slice slice) throws SQLException {
        var next = first;
        query.setObject(next++, slice.gapMapId());
        for (var twice : new Object[] {
            slice.stageId(), slice.months().firstDay(), slice.months().lastFirst()
        }) {
            query.setObject(next++, twice);
            query.setObject(next++, twice);
        }
        return next;
    }

    /**
     * What there is of a slice, at one moment.
     *
     * @param frequencies how often each scale value was given, per provider and need
     * @param outcomePairs per need the sums of its ratings and the outcome, over the responses of all providers
     */
    record Tallied(Map<CellKey, Frequencies> frequencies, Map<UUID, PairSums> outcomePairs) {}
}
