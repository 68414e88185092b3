package dev.waymark.gapmap.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an outcome says of whoever gave it, in its own units.
 *
 * @param promoter from which on somebody is a promoter (NPS); null, as detractor is, where the outcome cannot reach both
 * @param detractor up to which somebody is a detractor (NPS), below promoter
 * @param satisfied from which on somebody is satisfied (CSAT)
 * @param easy from which on somebody found it easy (CES)
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(description = "What an outcome says of whoever gave it, in its own units")
public record OutcomeThresholds(
        @Schema(
                required = true,
                nullable = true,
                description = "From which on somebody is a promoter (NPS); null where the outcome cannot reach both")
        BigDecimal promoter,

        @Schema(required = true, nullable = true, description = "Up to which somebody is a detractor (NPS)")
        BigDecimal detractor,

        @Schema(required = true, description = "From which on somebody is satisfied (CSAT)")
        BigDecimal satisfied,

        @Schema(required = true, description = "From which on somebody found it easy (CES)")
        BigDecimal easy) {}
