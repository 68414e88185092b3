package dev.waymark.gapmap.ratings;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the columns of a wide file mean: a row per response, a column per need. Columns that are not named are ignored.
 *
 * @param provider column with the provider's external key (or id)
 * @param respondent column with the respondent's id; stored as a keyed hash only
 * @param date column with the day, {@code YYYY-MM-DD}
 * @param stage column with the id or key of a journey's stage
 * @param needs need per column: its id, or {@code key:} and its key
 * @param outcome column with the map's outcome
 * @param missing per column the codes that mean "not rated"; blank always does
 * @param where only rows with these values count
 */
@Schema(name = "ImportMapping", description = "What the columns of a wide ratings file mean")
public record Mapping(
        @NotBlank @Schema(description = "Column with the provider's external key, or its id", examples = "airline")
        String provider,

        @Schema(
                description = "Column with the respondent's id, stored as a keyed hash only; with it, a later row of"
                        + " the same respondent, provider, date and stage corrects an earlier one")
        String respondent,

        @Schema(description = "Column with the day, YYYY-MM-DD")
        String date,

        @Schema(description = "Column with the id of a journey's stage, or its key if no other has it")
        String stage,

        @NotEmpty @Size(max = 200) @Schema(description = "Per column the need: its id, or key: and its key")
        Map<@NotBlank String, @NotBlank String> needs,

        @Schema(description = "Column with the map's outcome")
        String outcome,

        @Schema(
                description =
                        "Per column the codes that mean: not rated. Blank always does; those of the map's settings"
                                + " hold for every need column, but not for the outcome")
        @Size(max = 200)
        Map<@NotBlank String, @NotNull List<@NotNull String>> missing,

        @Schema(description = "Only rows with these values count") @Size(max = 50)
        Map<@NotBlank String, @NotNull String> where) {

    public Mapping {
        missing = missing == null ? Map.of() : missing;
        where = where == null ? Map.of() : where;
    }

    /** Every column that is named, by the pointer to where. */
    Map<String, String> columns() {
        var named = new LinkedHashMap<String, String>();
        named.put("/provider", provider);
        named.put("/respondent", respondent);
        named.put("/date", date);
        named.put("/stage", stage);
        named.put("/outcome", outcome);
        needs.keySet().forEach(column -> named.put(pointer("needs", column), column));
        missing.keySet().forEach(column -> named.put(pointer("missing", column), column));
        where.keySet().forEach(column -> named.put(pointer("where", column), column));
        named.values().removeIf(Objects::isNull);
        return named;
    }

    static String pointer(String map, String column) {
        return "/" + map + "/" + column.replace("~", "~0").replace("/", "~1");
    }
}
