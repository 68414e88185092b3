package dev.waymark.gapmap.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How much a need matters: the value that is used, and every value that is known.
 *
 * @param value the one used, 0 to 10; null if the source does not know it
 * @param source where value comes from
 * @param stated 0 to 10 as the persona has it; null if the persona does not say
 * @param surveyed as respondents rate it, whichever source is used
 * @param derived from the ratings, whichever source is used
 * @param relativeWeight from the ratings, whichever source is used
 */
@JsonInclude(JsonInclude.Include.ALWAYS) // a figure that is undefined is shown as null
@Schema(description = "How much a need matters")
public record Importance(
        @Schema(required = true, nullable = true, description = "The one used, 0 to 10")
        Double value,

        @Schema(required = true, description = "Where value comes from")
        ImportanceSource source,

        @Schema(required = true, nullable = true, description = "0 to 10, as the persona has it")
        Double stated,

        @Schema(required = true, description = "As respondents rate it, whichever source is used")
        SurveyedImportance surveyed,

        @Schema(required = true, description = "From the ratings, whichever source is used")
        DerivedImportance derived,

        @Schema(required = true, description = "From the ratings of all needs together, whichever source is used")
        RelativeWeight relativeWeight) {

    static Importance of(
            ImportanceSource source,
            Double stated,
            SurveyedImportance surveyed,
            DerivedImportance derived,
            RelativeWeight relative) {
        Double value =
                switch (source) {
                    case STATED -> stated;
                    case SURVEYED -> surveyed.value();
                    case DERIVED -> derived.value();
                    case RELATIVE_WEIGHTS -> relative.value();
                };
        return new Importance(value, source, stated, surveyed, derived, relative);
    }
}
