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

        @Schema(required = true) UUID providerId,
        LocalDate date,
        UUID stageId,

        @Schema(required = true, description = "By the need's id; what was not rated is absent")
        Map<String, BigDecimal> ratings,

        @Schema(description = "What was concluded, on the outcome's range")
        BigDecimal outcome) {

    /** Its ETag. */
    String tag() {
        return EntityTag.of(toString());
    }
}
