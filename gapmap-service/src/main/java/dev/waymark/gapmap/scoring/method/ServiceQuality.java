package dev.waymark.gapmap.scoring.method;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What SERVQUAL says of a map.
 *
 * @param score mean of the dimensions' gaps, in scale units: below 0 where less is perceived than expected; null if there are none
 * @param weightedScore Σ weight · gap / Σ weight; null if no dimension with a gap has a weight above 0
 * @param dimensions those of the settings, in the order of their names, then each need that is in none of them as one of its own
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(
        description =
                "Perception − expectation of the whole, in scale units: below 0 where less is perceived than expected")
public record ServiceQuality(
        @Schema(required = true, nullable = true, description = "Mean of the dimensions' gaps")
        Double score,

        @Schema(required = true, nullable = true, description = "Σ weight · gap / Σ weight")
        Double weightedScore,

        @Schema(
                required = true,
                description =
                        "Those of the settings, in the order of their names, then each need that is in none as one of its own")
        List<Dimension> dimensions) {

    /**
     * Needs that are one thing to customers.
     *
     * @param name of a need that is in no dimension its id
     * @param needs how many of them have both perceptions and expectations
     * @param gap mean of the needs' perception − expectation; null if none has both
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "ServiceDimension", description = "Needs that are one thing to customers")
    public record Dimension(
            @Schema(required = true, description = "Of a need that is in no dimension its id")
            String name,

            @Schema(required = true) double weight,

            @Schema(required = true, description = "How many of its needs have both perceptions and expectations")
            int needs,

            @Schema(required = true, nullable = true, description = "Mean of their perception − expectation")
            Double gap) {}
}
