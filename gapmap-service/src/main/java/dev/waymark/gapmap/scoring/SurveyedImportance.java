package dev.waymark.gapmap.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Importance as respondents rate it, over all responses, whichever the provider.
 *
 * @param n how many rate it
 * @param value 10 · (mean − min) / (max − min) on the scale of importance, 0 to 10; null for n = 0
 * @param ci that of the mean, rescaled alike; null for n &lt; 2
 * @param topBox share of the top two points; null for n = 0
 */
@JsonInclude(JsonInclude.Include.ALWAYS) // a figure that is undefined is shown as null
@Schema(description = "Importance as respondents rate it, over all providers")
public record SurveyedImportance(
        @Schema(required = true, description = "How many rate it")
        long n,

        @Schema(required = true, nullable = true, description = "10 · (mean − min) / (max − min), 0 to 10")
        Double value,

        @Schema(required = true, nullable = true, description = "Student interval of the mean, rescaled alike")
        Interval ci,

        @Schema(required = true, nullable = true, description = "Share of the top two points of their scale")
        TopBox topBox) {

    private static final SurveyedImportance NONE = new SurveyedImportance(0, null, null, null);

    /** @param ratings null if nobody was asked */
    static SurveyedImportance of(Frequencies ratings, double confidence) {
        if (ratings == null) {
            return NONE;
        }
        var scale = ratings.scale();
        var cell = ratings.cell(confidence);
        var ci = cell.ci() == null
                ? null
                : new Interval(
                        scale.onTen(cell.ci().low()), scale.onTen(cell.ci().high()));
        return new SurveyedImportance(
                cell.n(), cell.mean() == null ? null : (Double) scale.onTen(cell.mean()), ci, cell.topBox());
    }
}
