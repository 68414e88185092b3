package dev.waymark.gapmap.scoring.method;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.waymark.gapmap.scoring.Interval;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The own performance as a share of the competitors', 100 being equal.
 *
 * @param score 100 · own mean / mean of the competitors' means; of a map the mean of its needs, weighted by importance
 * @param weight of a need: its share of all importance, 0 to 100; of a map 100
 * @param ci null where a mean has no standard error
 */
@Schema(description = "The own performance as a share of the competitors' mean, 100 being equal")
public record Quality(
        @Schema(required = true, description = "Above 100: better than they")
        double score,

        @Schema(required = true, description = "Of a need: its share of all importance; of a map 100")
        double weight,

        @JsonInclude(JsonInclude.Include.ALWAYS)
        @Schema(required = true, nullable = true, description = "By the delta method")
        Interval ci) {}
