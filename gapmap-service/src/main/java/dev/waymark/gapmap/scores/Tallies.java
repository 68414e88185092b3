package dev.waymark.gapmap.scores;

import dev.waymark.gapmap.scoring.Frequencies;
import dev.waymark.gapmap.scoring.JointSums;
import dev.waymark.gapmap.scoring.Scale;
import dev.waymark.gapmap.scoring.ScoringInput.CellKey;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
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

/** Reads the counts and sums that are kept beside the responses: the same effort for a thousand or a hundred million. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Tallies {

    private static final String SLICE = """
            t.gap_map_id = ? and (?::uuid is null or t.stage_id = ? or t.stage_id in (
              select p.touchpoint_id from rated_touchpoint p where p.gap_map_id = ? and p.stage_id = ?))
            and (?::date is null or t.month >= ?)
            and (?::date is null or t.month <= ?)
            """;
    /** One statement, and so one state of the database: no import can be in the counts and not in the sums. */
    private static final String READ = """
            select 'RATING' as kind, t.provider_id, s.need_id, null::uuid as other_id, t.value, sum(t.count) as n, null::numeric as sum_x,
                   null::numeric as sum_y, null::numeric as sum_xx, null::numeric as sum_yy, null::numeric as sum_xy
            from frequency t join need_slot s on (s.gap_map_id, s.slot) = (t.gap_map_id, t.slot)
            where %1$s and t.provider_id = any (?) and s.kind = 'RATING'
            group by t.provider_id, s.need_id, t.value
            having sum(t.count) > 0 -- what is gone may have been on another scale
            union all
            select s.kind, null, s.of_need, null, t.value, sum(t.count), null, null, null, null, null
            from frequency t join need_slot s on (s.gap_map_id, s.slot) = (t.gap_map_id, t.slot)
            where %1$s and s.kind in ('IMPORTANCE', 'EXPECTED')
            group by s.kind, s.of_need, t.value
            having sum(t.count) > 0
            union all
            select 'KANO', null, t.need_id, null, 5 * t.functional + t.dysfunctional, sum(t.count), null, null, null, null, null
            from kano_count t
            where %1$s
            group by t.need_id, t.functional, t.dysfunctional
            having sum(t.count) > 0
            union all
            select 'PAIR', null, x.need_id, y.need_id, null, sum(t.n), sum(t.sum_x), sum(t.sum_y), sum(t.sum_xx), sum(t.sum_yy), sum(t.sum_xy)
            from pair_sum t join need_slot x on (x.gap_map_id, x.slot) = (t.gap_map_id, t.x_slot)
            left join need_slot y on (y.gap_map_id, y.slot) = (t.gap_map_id, t.y_slot) -- none for the outcome
            where %1$s
            group by x.need_id, y.need_id
            having sum(t.n) > 0
            union all
            select 'OUTCOME', t.provider_id, null, null, null, sum(t.count), t.value, null, null, null, null
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
            select 'PAIR', null, x.need_id, y.need_id, null, count(*), sum(a), sum(b), sum(a * a), sum(b * b), sum(a * b)
            from whole
            cross join wanted x
            left join lateral (select need_id, slot from wanted where slot > x.slot union all select null, 0) y on true
            cross join lateral (
              select ratings[x.slot]::numeric as a, case when y.slot = 0 then outcome else ratings[y.slot] end as b) both_of
            group by x.need_id, y.need_id
            """.formatted(SLICE);

    /** The level that is expected belongs to no provider. */
    private static final String PARTED = """
            select case when s.kind = 'RATING' then t.provider_id end as provider_id, coalesce(s.of_need, s.need_id), %1$s as part,
                   t.value, sum(t.count)
            from frequency t join need_slot s on (s.gap_map_id, s.slot) = (t.gap_map_id, t.slot)
            left join rated_touchpoint place on (place.gap_map_id, place.touchpoint_id) = (t.gap_map_id, t.stage_id)
            where %2$s and (s.kind = 'EXPECTED' or s.kind = 'RATING' and t.provider_id = any (?)) and %1$s is not null
            group by 1, 2, 3, 4
            having sum(t.count) > 0
            """;

    private static final String BY_STAGE = PARTED.formatted("coalesce(place.stage_id, t.stage_id)", SLICE);
    private static final String BY_TOUCHPOINT = PARTED.formatted("place.touchpoint_id", SLICE);
    private static final String MONTHLY = PARTED.formatted("t.month", SLICE);

    /** Counts only, so as cheap as the figures are. */
    static final String RATED = """
            select exists (select from frequency where gap_map_id = ? and stage_id = ? and count > 0)
                or exists (select from rated_touchpoint p join frequency f on (f.gap_map_id, f.stage_id) = (p.gap_map_id, p.touchpoint_id)
                           where p.gap_map_id = ? and p.stage_id = ? and f.count > 0)
            """;

    private final AgroalDataSource database;

    Tallies(AgroalDataSource database) {
        this.database = database;
    }

    /** @param providers whose ratings and outcomes are counted; the sums are those of all */
    Found.Tallied read(Slice slice, Scales scales, Collection<UUID> providers) {
        var found = new Found(scales);
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(READ)) {
            var compared = connection.createArrayOf("uuid", providers.toArray());
            var next = bind(query, 1, slice);
            query.setArray(next, compared);
            next = bind(query, next + 1, slice);
            next = bind(query, next, slice);
            next = bind(query, next, slice);
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

    /** How often each scale value was given in each month; responses without a date are in none. Expected levels are {@link #expected}. */
    Map<CellKey, SortedMap<YearMonth, Frequencies>> monthly(Slice slice, Scale scale, Collection<UUID> providers) {
        return parted(MONTHLY, slice, scale, providers, row -> YearMonth.from(row.getObject(3, LocalDate.class)));
    }

    /**
     * How often each scale value was given in each stage with its touchpoints, or in each touchpoint; responses without one are in none.
     * Expected levels are {@link #expected}.
     */
    Map<CellKey, SortedMap<UUID, Frequencies>> byPlace(
            Place place, Slice slice, Scale scale, Collection<UUID> providers) {
        var sql = place == Place.STAGE ? BY_STAGE : BY_TOUCHPOINT;
        return parted(sql, slice, scale, providers, row -> row.getObject(3, UUID.class));
    }

    /** Under which expected levels are: they are no provider's. */
    static CellKey expected(UUID need) {
        return new CellKey(null, need);
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
        var sums = Found.Sums.none();
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

    /** @param placeId a stage, with its touchpoints, or a touchpoint */
    boolean rated(UUID gapMapId, UUID placeId) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(RATED)) {
            query.setObject(1, gapMapId);
            query.setObject(2, placeId);
            query.setObject(3, gapMapId);
            query.setObject(4, placeId);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("could not look for ratings of a place", e);
        }
    }

    /** Fills the parameters of a slice, and says which one comes next. */
    private static int bind(PreparedStatement query, int first, Slice slice) throws SQLException {
        var next = first;
        query.setObject(next++, slice.gapMapId());
        query.setObject(next++, slice.placeId());
        query.setObject(next++, slice.placeId());
        query.setObject(next++, slice.gapMapId());
        query.setObject(next++, slice.placeId());
        for (var twice : new Object[] {slice.months().firstDay(), slice.months().lastFirst()}) {
            query.setObject(next++, twice);
            query.setObject(next++, twice);
        }
        return next;
    }
}
