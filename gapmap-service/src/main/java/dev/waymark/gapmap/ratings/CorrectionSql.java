package dev.waymark.gapmap.ratings;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The statements by which responses of a map that are there change or go, together with counts and sums. What shall become of each is
 * put in a table {@code answer}, like that of an import.
 */
final class CorrectionSql {

    /** How many responses go. */
    static final String EFFECT = "select count(*) from answer where gone";

    private static final String CREATE_ANSWER = """
            create temporary table answer on commit drop as
            select r.id as response_id, r.provider_id, r.stage_id, r.answered_on, r.ratings as old_ratings, r.outcome as old_outcome,
                   %s, true as changed
            from response r %s
            where r.gap_map_id = '${map}' and %s
            """;

    private static final String GOES =
            "null::smallint[] as ratings, null::numeric as outcome, r.import_id as import_id, true as gone";

    /** What the other imports say, in their order. */
    private static final String OTHERS = """
            cross join lateral (
              select latest_ratings(ratings order by position) as ratings,
                     (array_agg(outcome order by position desc) filter (where outcome is not null))[1] as outcome,
                     (array_agg(import_id order by position desc))[1] as import_id
              from response_layer where response_id = r.id and import_id <> '${import}') others
            """;

    private static final String FORGET_LAYERS =
            "delete from response_layer where gap_map_id = '${map}' and import_id = '${import}'";

    private static final String FORGET_IMPORT =
            "delete from rating_import where gap_map_id = '${map}' and id = '${import}'";

    private static final String DELETE_RESPONSES =
            "delete from response r using answer a where r.gap_map_id = '${map}' and r.id = a.response_id and a.gone";

    private static final String CHANGE_RESPONSES = """
            update response r set ratings = a.ratings, outcome = a.outcome, import_id = a.import_id
            from answer a where r.gap_map_id = '${map}' and r.id = a.response_id and not a.gone
            """;

    /** What is corrected by hand is no longer made of what several imports say. */
    private static final String FORGET_LAYERS_OF_CORRECTED =
            "delete from response_layer l using answer a where l.gap_map_id = '${map}' and l.response_id = a.response_id";

    private CorrectionSql() {}

    /** All that an import brought into effect. */
    static List<String> takeBack(UUID gapMapId, UUID importId) {
        var becomes = "others.ratings, others.outcome, others.import_id, others.ratings is null as gone";
        var which = "(r.import_id = '${import}' or r.id in (select l.response_id from response_layer l where"
                + " l.gap_map_id = '${map}' and l.import_id = '${import}'))";
        var answer = CREATE_ANSWER.formatted(becomes, OTHERS, which);
        return steps(gapMapId, answer, FORGET_LAYERS, FORGET_IMPORT).stream()
                .map(sql -> sql.replace("${import}", importId.toString()))
                .toList();
    }

    /** @param respondent keyed hash in hexadecimal */
    static List<String> forget(UUID gapMapId, String respondent) {
        return steps(gapMapId, CREATE_ANSWER.formatted(GOES, "", "r.respondent = '\\x" + respondent + "'"));
    }

    static List<String> delete(UUID gapMapId, long response) {
        return steps(gapMapId, CREATE_ANSWER.formatted(GOES, "", "r.id = " + response));
    }

    /**
     * @param ratings as PostgreSQL writes an array
     * @param outcome as PostgreSQL writes a number, or null
     */
    static List<String> replace(UUID gapMapId, long response, String ratings, String outcome) {
        var becomes = "'" + ratings + "'::smallint[] as ratings, " + outcome
                + "::numeric as outcome, r.import_id as import_id, false as gone";
        return steps(gapMapId, CREATE_ANSWER.formatted(becomes, "", "r.id = " + response), FORGET_LAYERS_OF_CORRECTED);
    }

    private static List<String> steps(UUID gapMapId, String createAnswer, String... more) {
        return Stream.of(
                        Stream.of(createAnswer, DELETE_RESPONSES, CHANGE_RESPONSES),
                        CountSql.STEPS.stream(),
                        Stream.of(more))
                .flatMap(steps -> steps)
                .map(sql -> sql.replace("${map}", gapMapId.toString()))
                .toList();
    }
}
