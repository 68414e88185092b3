package dev.waymark.gapmap.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.apache.commons.statistics.descriptive.Median;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where the classes are parted. A value exactly on the line counts as high, or good.
 *
 * @param importance the threshold of the settings, else the mean importance of the needs whose importance is known, or their median if
 *     the setting is MEDIAN, 0 to 10; null if none is
 * @param performance in scale units; null if it is the grand mean or the median and no cell has enough responses
 */
@JsonInclude(JsonInclude.Include.ALWAYS) // a figure that is undefined is shown as null
@Schema(description = "What parts high from low; a value on the line is high")
public record Crosshair(
        @Schema(
                required = true,
                nullable = true,
                description =
                        "The threshold of the settings, else the mean of the known importances, or their median if crosshair is MEDIAN; 0 to 10")
        Double importance,

        @Schema(required = true, nullable = true, description = "In scale units")
        Double performance) {

    static Crosshair of(ScoringInput input, Importances importances, List<Contest> contests) {
        List<Double> means = contests.stream()
                .flatMap(contest -> contest.cellsWithEnough().stream())
                .map(Cell::mean)
                .toList();
        Crosshair lines =
                switch (input.settings().crosshair()) {
                    case SCALE_MIDPOINT ->
                        new Crosshair(
                                importances.mean(), input.scale().midpoint().doubleValue());
                    case GRAND_MEAN -> new Crosshair(importances.mean(), ExactMean.of(means));
                    case MEDIAN -> new Crosshair(importances.median(), median(means));
                };
        Double threshold = input.settings().importanceThreshold();
        return threshold == null ? lines : new Crosshair(threshold, lines.performance());
    }

    /** The median of the values that are not null; null if there is none. */
    static Double median(List<Double> values) {
        double median = Median.withDefaults()
                .evaluate(values.stream()
                        .filter(Objects::nonNull)
                        .mapToDouble(Double::doubleValue)
                        .toArray());
        return Double.isNaN(median) ? null : (Double) median;
    }

    /** Whether an importance is high. */
    public boolean isImportant(double need) {
        return need >= importance;
    }

    /** Whether a mean is good. */
    public boolean isGood(double mean) {
        return mean >= performance;
    }

    /** The class of a need whose performances are known; null if its importance is not. */
    BurnsClass classify(Double need, double own, double competitor) {
        if (need == null) {
            return null;
        }
        return BurnsClass.of(isImportant(need), isGood(own), isGood(competitor));
    }
}
