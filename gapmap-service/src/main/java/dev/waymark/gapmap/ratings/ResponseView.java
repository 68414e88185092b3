package dev.waymark.gapmap.ratings;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.waymark.http.EntityTag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What one respondent said of one provider; not who it was. */
@Schema(name = "Response", description = "What one respondent said of one provider; not who it was")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ResponseView(
        @Schema(required = true) long id,

        @Schema(required = true, description = "The import that brought it, or corrected it last")
        UUID importId,

        @Schema(description = "Absent from a response about none: importance, expected levels, Kano's questions")
        UUID providerId,

        LocalDate date,
        UUID stageId,

        @Schema(description = "In the stage; absent if none was named")
        UUID touchpointId,

        @Schema(required = true, description = "By the need's id; what was not rated is absent")
        Map<String, BigDecimal> ratings,

        @Schema(description = "What was concluded, on the outcome's range")
        BigDecimal outcome,

        @Schema(description = "How important each need is, by its id; absent if nothing was said")
        Map<String, BigDecimal> importance,

        @Schema(description = "Which level is expected, by the need's id; absent if nothing was said")
        Map<String, BigDecimal> expected,

        @Schema(
                description =
                        "Kano's functional answers, 1 (like) to 5 (dislike), by the need's id; absent if there are none")
        Map<String, BigDecimal> kanoFunctional,

        @Schema(description = "Kano's dysfunctional answers, likewise")
        Map<String, BigDecimal> kanoDysfunctional) {

    /** Its ETag. */
    String tag() {
        return EntityTag.of(toString());
    }
}
