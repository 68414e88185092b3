package dev.waymark.gapmap.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where the classes are parted. A value exactly on the line counts as high, or good.
 *
 * @param importance the threshold of the settings, else the mean importance of the needs whose importance is known, 0 to
 *     10; null if none is
 * @param performance in scale units; null if it is the grand mean and no cell has enough responses
 */
@JsonInclude(JsonInclude.Include.ALWAYS) // a figure that is undefined is shown as null
@Schema(description = "What parts high from low; a value on the line is high")
public record Crosshair(
        @Schema(
                required = true,
                nullable = true,
                description = "The threshold of the settings, else the mean of the known importances; 0 to 10")
        Double importance,

        @Schema(required = true, nullable = true, description = "In scale units")
        Double performance) {

    static Crosshair of(ScoringInput input, Importances importances, List<Contest> contests) {
        Double performance =
                switch (input.settings().crosshair()) {
                    case SCALE_MIDPOINT -> input.scale().midpoint().doubleValue();
                    case GRAND_MEAN ->
                        ExactMean.of(contests.stream()
                                .flatMap(contest -> contest.cellsWithEnough().stream())
                                .map(Cell::mean)
                                .toList());
                };
        Double threshold = input.settings().importanceThreshold();
        return new Crosshair(threshold == null ? importances.mean() : threshold, performance);
    }

    /** The class of a need whose performances are known; null if its importance is not. */
    BurnsClass classify(Double need, double own, double competitor) {
        if (need == null) {
            return null;
        }
        return BurnsClass.of(need >= importance, own >= performance, competitor >= performance);
    }
}
