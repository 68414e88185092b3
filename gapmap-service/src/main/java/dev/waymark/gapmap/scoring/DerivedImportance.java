package dev.waymark.gapmap.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Importance from behaviour: how closely a need's ratings go with the outcome, over the responses of all providers.
 *
 * @param r Pearson's correlation of ratings and outcome, −1 to 1; null for n &lt; 2 or where one does not vary
 * @param n the number of responses that have both
 * @param value 10 · max(r, 0) / max r over the needs of the map, 0 to 10; null where r is null, and for every need if
 *     max r ≤ 0, because then there is nothing to measure the others against
 */
@JsonInclude(JsonInclude.Include.ALWAYS) // a figure that is undefined is shown as null
@Schema(description = "How closely a need's ratings go with the outcome, over all providers")
public record DerivedImportance(
        @Schema(required = true, nullable = true, description = "Pearson's correlation, −1 to 1")
        Double r,

        @Schema(required = true, description = "Responses that have both")
        long n,

        @Schema(required = true, nullable = true, description = "10 · max(r, 0) / the highest r, 0 to 10")
        Double value) {

    static DerivedImportance of(PairSums pairs, double highest) {
        Double r = pairs.correlation();
        // The quotient first, so that the highest gets 10 and not its neighbour.
        Double value = r == null || highest <= 0 ? null : (Double) (10 * (Math.max(r, 0) / highest));
        return new DerivedImportance(r, pairs.n(), value);
    }
}
