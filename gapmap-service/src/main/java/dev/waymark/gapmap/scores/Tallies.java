package dev.waymark.gapmap.scores;

import dev.waymark.gapmap.scoring.Frequencies;
import dev.waymark.gapmap.scoring.JointSums;
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
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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
            select t.provider_id, s.need_id, null::uuid as other_id, t.value, sum(t.count) as n, null::numeric as sum_x,
                   null::numeric as sum_y, null::numeric as sum_xx, null::numeric as sum_yy, null::numeric as sum_xy
            from frequency t join need_slot s on (s.gap_map_id, s.slot) = (t.gap_map_id, t.slot)
            where %1$s and t.provider_id = any (?)
            group by t.provider_id, s.need_id, t.value
            having sum(t.count) > 0 -- what is gone may have been on another scale
            union all
            select null, x.need_id, y.need_id, null, sum(t.n), sum(t.sum_x), sum(t.sum_y), sum(t.sum_xx), sum(t.sum_yy), sum(t.sum_xy)
            from pair_sum t join need_slot x on (x.gap_map_id, x.slot) = (t.gap_map_id, t.x_slot)
            left join need_slot y on (y.gap_map_id, y.slot) = (t.gap_map_id, t.y_slot) -- none for the outcome
            where %1$s
            group by x.need_id, y.need_id
            having sum(t.n) > 0
            union all
            select t.provider_id, null, null, null, sum(t.count), t.value, null, null, null, null
            from outcome_count t
            where %1$s and t.provider_id = any (?)
            group by t.provider_id, t.value
            having sum(t.count) > 0
            """.formatted(SLICE);

    /** In the columns of {@link #READ}. The months of a response are not stored, so they are made of its day. */
    private static final String COMPLETE = """
            with wanted as (select need_id, slot from need_slot where gap_map_id = ? and need_id = any (?)),
            counted as (select *, date_trunc('month', answered_on)::date as month from response),
            whole as (
              select t.id, t.ratings, t.outcome from counted t
              where %s and t.outcome is not null and not exists (select from wanted where t.ratings[slot] is null))
            select null, x.need_id, y.need_id, null, count(*), sum(a), sum(b), sum(a * a), sum(b * b), sum(a * b)
            from whole
            cross join wanted x
            left join lateral (select need_id, slot from wanted where slot > x.slot union all select null, 0) y on true
            cross join lateral (
              select ratings[x.slot]::numeric as a, case when y.slot = 0 then outcome else ratings[y.slot] end as b) both_of
            group by x.need_id, y.need_id
            """.formatted(SLICE);

    private static final String PARTED = """
            select t.provider_id, s.need_id, t.%1$s, t.value, sum(t.count) as n
            from frequency t join need_slot s on (s.gap_map_id, s.slot) = (t.gap_map_id, t.slot)
            where %2$s and t.provider_id = any (?) and t.%1$s is not null
            group by t.provider_id, s.need_id, t.%1$s, t.value
            having sum(t.count) > 0
            """;

    private static final String BY_STAGE = PARTED.formatted("stage_id", SLICE);
    private static final String MONTHLY = PARTED.formatted("month", SLICE);

    /** Counts only, so as cheap as the figures are. */
    static final String RATED =
            "select exists (select from frequency where gap_map_id = ? and stage_id = ? and count > 0)";

    private final AgroalDataSource database;

    Tallies(AgroalDataSource database) {
        this.database = database;
    }

    /** @param providers whose ratings and outcomes are counted; the sums are those of all */
    Tallied read(Slice slice, Scale scale, Collection<UUID> providers) {
        var found = new Found(scale, new HashMap<>(), Sums.none(), new HashMap<>());
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

    /** How often each scale value was given in each month; responses without a date are in none. */
    Map<CellKey, SortedMap<YearMonth, Frequencies>> monthly(Slice slice, Scale scale, Collection<UUID> providers) {
        return parted(MONTHLY, slice, scale, providers, row -> YearMonth.from(row.getObject(3, LocalDate.class)));
    }

    /** How often each scale value was given in each stage; responses without one are in none. */
    Map<CellKey, SortedMap<UUID, Frequencies>> byStage(Slice slice, Scale scale, Collection<UUID> providers) {
        return parted(BY_STAGE, slice, scale, providers, row -> row.getObject(3, UUID.class));
    }

    private <P> Map<CellKey, SortedMap<P, Frequencies>> parted(
            String sql, Slice slice, Scale scale, Collection<UUID> providers, Part<P> part) {
        var counts = new HashMap<CellKey, SortedMap<P, long[]>>();
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            var next = bind(query, 1, slice);
            query.setArray(next, connection.createArrayOf("uuid", providers.toArray()));
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    var cell = new CellKey(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
                    counts.computeIfAbsent(cell, c -> new TreeMap<>())
                                    .computeIfAbsent(part.of(row), p -> new long[scale.size()])[row.getInt(4)] =
                            row.getLong(5);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("could not read tallies in parts", e);
        }
        return Found.mapped(counts, parts -> new TreeMap<>(Found.mapped(parts, each -> Frequencies.of(scale, each))));
    }

    /** What a row is counted under besides its provider and need. */
    @FunctionalInterface
    private interface Part<P> {
        P of(ResultSet row) throws SQLException;
    }

    /** The same sums over those responses only that have the outcome and a rating of each of the needs: reads them one by one. */
    JointSums complete(Slice slice, Collection<UUID> needs) {
        var sums = Sums.none();
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(COMPLETE)) {
            query.setObject(1, slice.gapMapId());
            query.setArray(2, connection.createArrayOf("uuid", needs.toArray()));
            bind(query, 3, slice);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    sums.take(rows);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("could not read complete responses", e);
        }
        return sums.joint(true);
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
     * @param sums of each two needs, and of each need and the outcome, over the responses of all providers
     * @param outcomes how often each outcome was given, per provider
     */
    record Tallied(Map<CellKey, Frequencies> frequencies, JointSums sums, Map<UUID, OutcomeCounts> outcomes) {}

    /** Collects the rows of {@link #READ}. */
    private record Found(
            Scale scale, Map<CellKey, long[]> counts, Sums sums, Map<UUID, Map<BigDecimal, Long>> outcomes) {

        void take(ResultSet row) throws SQLException {
            var provider = row.getObject(1, UUID.class);
            var need = row.getObject(2, UUID.class);
            if (provider == null) {
                sums.take(row);
            } else if (need == null) {
                outcomes.computeIfAbsent(provider, p -> new HashMap<>()).put(row.getBigDecimal(6), row.getLong(5));
            } else {
                var cell = counts.computeIfAbsent(new CellKey(provider, need), c -> new long[scale.size()]);
                cell[row.getInt(4)] = row.getLong(5);
            }
        }

        Tallied tallied() {
            return new Tallied(
                    mapped(counts, each -> Frequencies.of(scale, each)),
                    sums.joint(false),
                    mapped(outcomes, OutcomeCounts::new));
        }

        static <K, A, B> Map<K, B> mapped(Map<K, A> map, Function<A, B> change) {
            return map.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, e -> change.apply(e.getValue())));
        }
    }

    /** Collects the rows that are of no provider: of two needs, or of a need and the outcome. */
    private record Sums(Map<JointSums.Pair, PairSums> needs, Map<UUID, PairSums> outcome) {

        static Sums none() {
            return new Sums(new HashMap<>(), new HashMap<>());
        }

        void take(ResultSet row) throws SQLException {
            var need = row.getObject(2, UUID.class);
            var other = row.getObject(3, UUID.class);
            var sums = new PairSums(
                    row.getLong(5),
                    row.getBigDecimal(6),
                    row.getBigDecimal(7),
                    row.getBigDecimal(8),
                    row.getBigDecimal(9),
                    row.getBigDecimal(10));
            if (other == null) {
                outcome.put(need, sums);
            } else {
                needs.put(new JointSums.Pair(need, other), sums);
            }
        }

        JointSums joint(boolean complete) {
            return new JointSums(needs, outcome, complete);
        }
    }
}
