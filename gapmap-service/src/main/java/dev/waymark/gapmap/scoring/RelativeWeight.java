package dev.waymark.gapmap.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a need contributes to explaining the outcome, where needs go together.
 *
 * @param weight the part of R² that is this need's, 0 to 1; those of a map add up to R². Null if there are none, or the need takes no part
 * @param n the fewest responses that a correlation of this need rests on; 0 if it takes no part
 * @param complete whether they rest on the responses that have every rating and the outcome, since those with two of them each contradict
 *     each other; only looked for where the map's importance is this
 * @param value 10 · weight / the highest weight, 0 to 10
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(
        description =
                "What a need contributes to explaining the outcome, over all providers: Johnson's relative weight")
public record RelativeWeight(
        @Schema(
                required = true,
                nullable = true,
                description = "Its part of R², 0 to 1; those of all needs add up to R²")
        Double weight,

        @Schema(required = true, description = "The fewest responses that a correlation of this need rests on")
        long n,

        @Schema(required = true, description = "Whether only responses with every rating and the outcome count")
        boolean complete,

        @Schema(required = true, nullable = true, description = "10 · weight / the highest weight, 0 to 10")
        Double value) {

    static final RelativeWeight NONE = new RelativeWeight(null, 0, false, null);
}
