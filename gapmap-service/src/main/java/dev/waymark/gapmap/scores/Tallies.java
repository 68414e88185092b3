package dev.waymark.gapmap.scores;

import dev.waymark.gapmap.scoring.Frequencies;
import dev.waymark.gapmap.scoring.OutcomeCounts;
import dev.waymark.gapmap.scoring.PairSums;
import dev.waymark.gapmap.scoring.Scale;
import dev.waymark.gapmap.scoring.ScoringInput.CellKey;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
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
            union all
            select t.provider_id, null, null, sum(t.count), t.value, null, null, null, null
            from outcome_count t
            where %1$s and t.provider_id = any (?)
            group by t.provider_id, t.value
            """.formatted(SLICE);

    /** Counts only, so as cheap as the figures are. */
    static final String RATED =
            "select exists (select from frequency where gap_map_id = ? and stage_id = ? and count > 0)";

    private final AgroalDataSource database;

    Tallies(AgroalDataSource database) {
        this.database = database;
    }

    /** @param providers whose ratings and outcomes are counted; the sums are those of all */
    Tallied read(Slice slice, Scale scale, Collection<UUID> providers) {
        var found = new Found(scale, new HashMap<>(), new HashMap<>(), new HashMap<>());
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(READ)) {
            var compared = connection.createArrayOf("uuid", providers.toArray());
            var next = bind(query, 1, slice);
            query.setArray(next, compared);
            next = bind(query, next + 1, slice);
            next = bind(query, next, slice);
            query.setArray(next, compared);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.take(rows);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("could not read tallies", e);
        }
        return found.tallied();
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
     * @param outcomes how often each outcome was given, per provider
     */
    record Tallied(
            Map<CellKey, Frequencies> frequencies,
            Map<UUID, PairSums> outcomePairs,
            Map<UUID, OutcomeCounts> outcomes) {}

    /** Collects the rows of {@link #READ}. */
    private record Found(
            Scale scale,
            Map<CellKey, long[]> counts,
            Map<UUID, PairSums> pairs,
            Map<UUID, Map<BigDecimal, Long>> outcomes) {

        void take(ResultSet row) throws SQLException {
            var provider = row.getObject(1, UUID.class);
            var need = row.getObject(2, UUID.class);
            if (provider == null) {
                pairs.put(need, pairSums(row));
            } else if (need == null) {
                outcomes.computeIfAbsent(provider, p -> new HashMap<>()).put(row.getBigDecimal(5), row.getLong(4));
            } else {
                var cell = counts.computeIfAbsent(new CellKey(provider, need), c -> new long[scale.size()]);
                cell[row.getInt(3)] = row.getLong(4);
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

        Tallied tallied() {
            return new Tallied(
                    mapped(counts, each -> Frequencies.of(scale, each)), pairs, mapped(outcomes, OutcomeCounts::new));
        }

        private static <K, A, B> Map<K, B> mapped(Map<K, A> map, Function<A, B> change) {
            return map.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, e -> change.apply(e.getValue())));
        }
    }
}
