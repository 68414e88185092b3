package dev.waymark.gapmap.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.waymark.gapmap.ratings.Kind;
import dev.waymark.http.Problem;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the columns of a file mean. Wide: a row per response, a column per question, named under {@code needs} and its like. Long: a row per
 * answer, in {@code item}, {@code kind} and {@code value}. Columns that are not named are ignored.
 *
 * @param provider column with the provider's external key (or id)
 * @param respondent column with the respondent's id; stored as a keyed hash only
 * @param date column with the day, {@code YYYY-MM-DD}
 * @param stage column with the id or key of a journey's stage
 * @param needs need per column of ratings: its id, or {@code key:} and its key
 * @param outcome column with the map's outcome
 * @param missing per column, or item of a long file with its kind unless that is RATING, the codes that mean "not answered"; blank always does
 * @param where only rows with these values count
 * @param importance need per column that says how important it is; like the others below null if there is none
 * @param expected need per column that says which level is expected
 * @param kanoFunctional need per column with Kano's functional answers
 * @param kanoDysfunctional need per column with Kano's dysfunctional answers
 * @param touchpoint column with the id or key of a stage's touchpoint
 * @param item column of a long file with what is answered
 * @param kind column of a long file with the kind of answer; null if all are ratings
 * @param value column of a long file with the answer
 * @param items need per item of a long file; null if items are needs' ids or keys
 */
@Schema(
        name = "ImportMapping",
        description =
                "What the columns of a ratings file mean. Wide: a row per response, a column per question (needs and its like). Long:"
                        + " a row per answer (item, kind, value)")
public record Mapping(
        @NotBlank
        @Schema(
                description =
                        "Column with the provider's external key, or its id; in a long file blank for what is asked of no provider",
                examples = "airline")
        String provider,

        @Schema(
                description = "Column with the respondent's id, stored as a keyed hash only; with it, a later row of"
                        + " the same respondent, provider, date and stage corrects an earlier one")
        String respondent,

        @Schema(description = "Column with the day, YYYY-MM-DD")
        String date,

        @Schema(description = "Column with the id of a journey's stage, or its key if no other has it")
        String stage,

        @Size(max = 200) @Schema(description = "Wide: per column of ratings the need, its id, or key: and its key")
        Map<@NotBlank String, @NotBlank String> needs,

        @Schema(description = "Wide: column with the map's outcome")
        String outcome,

        @Schema(
                description =
                        "Per column (long: per item, with its kind unless that is RATING: wifi EXPECTED) the codes that mean: not"
                                + " answered. Blank always does; those of the map's settings hold for ratings and expected levels")
        @Size(max = 200)
        Map<@NotBlank String, @NotNull List<@NotNull String>> missing,

        @Schema(description = "Only rows with these values count") @Size(max = 50)
        Map<@NotBlank String, @NotNull String> where,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Size(max = 200)
        @Schema(description = "Wide: per column the need of which it says how important it is")
        Map<@NotBlank String, @NotBlank String> importance,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Size(max = 200)
        @Schema(description = "Wide: per column the need of which it says which level is expected")
        Map<@NotBlank String, @NotBlank String> expected,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Size(max = 200)
        @Schema(
                description =
                        "Wide: per column the need if met, by Kano: 1 (LIKE), 2 (MUST_BE), 3 (NEUTRAL), 4 (LIVE_WITH), 5 (DISLIKE)")
        Map<@NotBlank String, @NotBlank String> kanoFunctional,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Size(max = 200) @Schema(description = "Wide: the same if not met")
        Map<@NotBlank String, @NotBlank String> kanoDysfunctional,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description =
                        "Column with the id of a stage's touchpoint, or its key if no other has it; the stage need not be named then")
        String touchpoint,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "Long: column with what is answered")
        String item,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description =
                        "Long: column with RATING (also if blank), IMPORTANCE, EXPECTED, KANO_F, KANO_D or OUTCOME; without it all are ratings")
        String kind,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "Long: column with the answer")
        String value,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Size(max = 200)
        @Schema(
                description =
                        "Long: per item the need, its id, or key: and its key; without it items are needs' ids or keys")
        Map<@NotBlank String, @NotBlank String> items) {

    public Mapping {
        needs = needs == null ? Map.of() : needs;
        missing = missing == null ? Map.of() : missing;
        where = where == null ? Map.of() : where;
    }

    /** Whether it is of a file with a row per answer. */
    boolean isLong() {
        return Stream.of(item, kind, value, items).anyMatch(Objects::nonNull);
    }

    /** @throws Problem 400 unless it is that of a wide or of a long file, and something is answered */
    void requireForm() {
        if (!isLong()) {
            if (wide().isEmpty()) {
                throw Problem.invalid(
                        "/needs", "must not be empty, unless the file has columns of other questions or is long");
            }
            return;
        }
        if (respondent == null) {
            throw Problem.invalid("/respondent", "must be given: by it the answers of one response are known");
        }
        if (item == null || value == null) {
            throw Problem.invalid(item == null ? "/item" : "/value", "must be given: a long file has item and value");
        }
        wide().values().stream().findFirst().ifPresent(columns -> {
            throw Problem.invalid("/" + columns.field(), "must be empty: a long file has no columns of needs");
        });
        if (outcome != null) {
            throw Problem.invalid("/outcome", "must not be given: in a long file outcomes are rows of kind OUTCOME");
        }
    }

    /** The columns of a wide file by what they ask of a need, without kinds that have none. */
    Map<Kind, NeedColumns> wide() {
        var byKind = new EnumMap<Kind, NeedColumns>(Kind.class);
        byKind.put(Kind.RATING, new NeedColumns("needs", needs));
        byKind.put(Kind.IMPORTANCE, new NeedColumns("importance", importance));
        byKind.put(Kind.EXPECTED, new NeedColumns("expected", expected));
        byKind.put(Kind.KANO_F, new NeedColumns("kanoFunctional", kanoFunctional));
        byKind.put(Kind.KANO_D, new NeedColumns("kanoDysfunctional", kanoDysfunctional));
        byKind.values().removeIf(of -> of.columns() == null || of.columns().isEmpty());
        return byKind;
    }

    /** Every column that is named, by the pointer to where. */
    Map<String, String> columns() {
        var named = new LinkedHashMap<String, String>();
        named.put("/provider", provider);
        named.put("/respondent", respondent);
        named.put("/date", date);
        named.put("/stage", stage);
        named.put("/touchpoint", touchpoint);
        named.put("/outcome", outcome);
        named.put("/item", item);
        named.put("/kind", kind);
        named.put("/value", value);
        wide().values()
                .forEach(of -> of.columns().keySet().forEach(column -> named.put(pointer(of.field(), column), column)));
        if (!isLong()) {
            missing.keySet().forEach(column -> named.put(pointer("missing", column), column));
        }
        where.keySet().forEach(column -> named.put(pointer("where", column), column));
        named.values().removeIf(Objects::isNull);
        return named;
    }

    static String pointer(String map, String column) {
        return "/" + map + "/" + column.replace("~", "~0").replace("/", "~1");
    }

    /**
     * Columns that ask the same of several needs.
     *
     * @param field of the mapping
     */
    record NeedColumns(String field, Map<String, String> columns) {}
}
