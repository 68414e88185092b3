package dev.waymark.gapmap.ratings;

import java.util.List;

/** The statements that keep frequencies and sums exact when responses come, change or go. */
public final class CountSql {

    /** What the counts and sums gain and lose: equal responses together, since of many there are few that differ. */
    private static final String CREATE_DELTA = """
            create temporary table delta on commit drop as
            select sum(sign) as times, provider_id, stage_id, month, ratings, outcome
            from (
              select 1 as sign, provider_id, stage_id, date_trunc('month', answered_on)::date as month, ratings, outcome
              from answer where changed
              union all
              select -1, provider_id, stage_id, date_trunc('month', answered_on)::date, old_ratings, old_outcome
              from answer where changed and response_id is not null
            ) changes
            group by provider_id, stage_id, month, ratings, outcome
            having sum(sign) <> 0
            """;

    private static final String COUNT_FREQUENCIES = """
            insert into frequency (workspace, gap_map_id, provider_id, slot, stage_id, month, value, count)
            select current_setting('waymark.workspace'), '${map}', coalesce(provider_id, '00000000-0000-0000-0000-000000000000'),
                   slot, stage_id, month, value, sum(times)
            from delta cross join unnest(ratings) with ordinality as rated(value, slot)
            where value is not null
            group by provider_id, slot, stage_id, month, value
            on conflict on constraint frequency_cell do update set count = frequency.count + excluded.count
            """;

    /**
     * Of what is asked beside ratings there are none: nothing follows from them. Those of ratings are counted by their values first: of
     * these there are few.
     */
    private static final String SUM_PAIRS = """
            with rated as (select slot from need_slot where gap_map_id = '${map}' and kind = 'RATING'),
            pair as (select x.slot as x_slot, y.slot as y_slot from rated x join rated y on x.slot < y.slot)
            insert into pair_sum (workspace, gap_map_id, x_slot, y_slot, stage_id, month, n, sum_x, sum_y, sum_xx, sum_yy, sum_xy)
            select current_setting('waymark.workspace'), '${map}', sums.*
            from (
              select x_slot, y_slot, stage_id, month, sum(n), sum(n * x), sum(n * y), sum(n * x * x), sum(n * y * y), sum(n * x * y)
              from (
                select x_slot, y_slot, stage_id, month, ratings[x_slot] as x, ratings[y_slot] as y, sum(times)::bigint as n
                from delta cross join pair
                where ratings[x_slot] is not null and ratings[y_slot] is not null
                group by x_slot, y_slot, stage_id, month, ratings[x_slot], ratings[y_slot]
              ) together
              group by x_slot, y_slot, stage_id, month
              union all
              select slot, 0, stage_id, month, sum(times), sum(times * x), sum(times * outcome),
                     sum(times * x * x), sum(times * outcome * outcome), sum(times * x * outcome)
              from delta cross join lateral (select slot, ratings[slot] as x from rated) one
              where x is not null and outcome is not null
              group by slot, stage_id, month
            ) sums
            on conflict on constraint pair_sum_cell do update
            set n = pair_sum.n + excluded.n, sum_x = pair_sum.sum_x + excluded.sum_x, sum_y = pair_sum.sum_y + excluded.sum_y,
                sum_xx = pair_sum.sum_xx + excluded.sum_xx, sum_yy = pair_sum.sum_yy + excluded.sum_yy,
                sum_xy = pair_sum.sum_xy + excluded.sum_xy
            """;

    private static final String COUNT_KANO = """
            insert into kano_count (workspace, gap_map_id, need_id, stage_id, month, functional, dysfunctional, count)
            select current_setting('waymark.workspace'), '${map}', f.of_need, stage_id, month, ratings[f.slot], ratings[d.slot],
                   sum(times)
            from delta
            join need_slot f on f.gap_map_id = '${map}' and f.kind = 'KANO_F'
            join need_slot d on d.gap_map_id = '${map}' and d.kind = 'KANO_D' and d.of_need = f.of_need
            where ratings[f.slot] is not null and ratings[d.slot] is not null
            group by f.of_need, stage_id, month, ratings[f.slot], ratings[d.slot]
            on conflict on constraint kano_count_cell do update set count = kano_count.count + excluded.count
            """;

    /**
     * In this order, in the transaction that changes the responses. They read the table {@code answer}: of each response what it says,
     * what it said, and whether that {@code changed}. {@code ${map}} is the map's id.
     */
    public static final List<String> STEPS = List.of(CREATE_DELTA, COUNT_FREQUENCIES, SUM_PAIRS, COUNT_KANO);

    private CountSql() {}
}
