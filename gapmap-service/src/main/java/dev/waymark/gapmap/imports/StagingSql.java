package dev.waymark.gapmap.imports;

import dev.waymark.gapmap.ratings.CountSql;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The statements by which staged answers become responses. */
final class StagingSql {

    static final String CREATE_INCOMING = """
            create temporary table incoming (
              line bigint, provider_id uuid, respondent bytea, answered_on date, stage_id uuid,
              ratings smallint[], outcome numeric) on commit drop
            """;

    static final String COPY_INCOMING = "copy incoming from stdin";

    static final String EFFECT = """
            select count(*) filter (where response_id is null),
                   count(*) filter (where response_id is not null and changed),
                   count(*) filter (where response_id is not null and not changed),
                   count(*) filter (where provider_id is not null)
            from answer
            """;

    /** Rows of one question each: the length of their arrays tells which. */
    static final String REPEATED = """
            select count(*) - count(distinct
              (provider_id, respondent, answered_on, stage_id, array_length(ratings, 1), outcome is null))
            from incoming where respondent is not null
            """;

    /** Respondents of whom several lines say something of the same: few as a rule, and merging lines takes its time. */
    private static final String CREATE_REPEATED = """
            create temporary table repeated on commit drop as
            select distinct respondent from incoming where respondent is not null
            group by provider_id, respondent, answered_on, stage_id having count(*) > 1
            """;

    /**
     * What comes of each answer. With a respondent, (respondent, provider, stage, date) is its identity, need by need: the
     * last line says what holds, and what it leaves open stays. Without one, every row is a new response.
     */
    private static final String CREATE_ANSWER = """
            create temporary table answer on commit drop as
            select a.provider_id, a.respondent, a.answered_on, a.stage_id,
                   r.id as response_id, r.import_id as old_import_id, r.ratings as old_ratings, r.outcome as old_outcome,
                   overlay_ratings(r.ratings, a.ratings) as ratings, coalesce(a.outcome, r.outcome) as outcome,
                   (r.id is null or coalesce(a.outcome, r.outcome) is distinct from r.outcome
                     or exists (select from unnest(a.ratings, r.ratings) as both_of(later, earlier)
                                where later is not null and later is distinct from earlier)) as changed
            from (
              select provider_id, respondent, answered_on, stage_id, ratings, outcome from incoming i
              where not exists (select from repeated where respondent = i.respondent)
              union all
              select provider_id, respondent, answered_on, stage_id,
                     latest_ratings(ratings order by line),
                     (array_agg(outcome order by line desc) filter (where outcome is not null))[1]
              from incoming i where exists (select from repeated where respondent = i.respondent)
              group by provider_id, respondent, answered_on, stage_id
            ) a
            left join response r
              on r.gap_map_id = '${map}' and r.respondent = a.respondent
              and (r.provider_id = a.provider_id or r.provider_id is null and a.provider_id is null)
              and r.answered_on is not distinct from a.answered_on and r.stage_id is not distinct from a.stage_id
            """;

    private static final String INSERT_RESPONSES = """
            insert into response (workspace, gap_map_id, import_id, provider_id, respondent, answered_on, stage_id, ratings, outcome)
            select current_setting('waymark.workspace'), '${map}', '${import}', provider_id, respondent, answered_on, stage_id,
                   ratings, outcome
            from answer where response_id is null
            """;

    /** What was there before the first correction, so that each can be taken back. */
    private static final String KEEP_FIRST_LAYERS = """
            insert into response_layer (workspace, gap_map_id, response_id, import_id, ratings, outcome)
            select current_setting('waymark.workspace'), '${map}', response_id, old_import_id, old_ratings, old_outcome
            from answer a
            where changed and response_id is not null
              and not exists (select from response_layer l where l.response_id = a.response_id)
            """;

    private static final String KEEP_LAYERS = """
            insert into response_layer (workspace, gap_map_id, response_id, import_id, ratings, outcome)
            select current_setting('waymark.workspace'), '${map}', response_id, '${import}',
                   changed_ratings(old_ratings, ratings), case when outcome is distinct from old_outcome then outcome end
            from answer where changed and response_id is not null
            """;

    private static final String CORRECT_RESPONSES = """
            update response r set ratings = a.ratings, outcome = a.outcome, import_id = '${import}'
            from answer a where r.gap_map_id = '${map}' and r.id = a.response_id and a.changed
            """;

    /** Enough to bring a hundred thousand responses together without a file. */
    private static final String GIVE_MEMORY = "set local work_mem = '64MB'";

    private StagingSql() {}

    /** In this order, in one transaction, after the answers are in {@code incoming}. */
    static List<String> steps(UUID gapMapId, UUID importId) {
        return Stream.concat(
                        Stream.of(
                                GIVE_MEMORY,
                                CREATE_REPEATED,
                                CREATE_ANSWER,
                                INSERT_RESPONSES,
                                KEEP_FIRST_LAYERS,
                                KEEP_LAYERS,
                                CORRECT_RESPONSES),
                        CountSql.STEPS.stream())
                .map(sql -> sql.replace("${map}", gapMapId.toString()).replace("${import}", importId.toString()))
                .toList();
    }
}
