package dev.waymark.gapmap.gapmap;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.waymark.gapmap.scoring.RollUp;
import dev.waymark.gapmap.scoring.Verdict;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What all maps say together, need by need. */
@Schema(name = "Portfolio", description = "What all gap maps say together, need by need")
public record PortfolioView(
        @Schema(required = true, description = "Of every interval")
        double confidence,

        @Schema(required = true, description = "Whether there are more maps than are taken together")
        boolean truncated,

        @Schema(required = true, description = "The largest gap first; those without one last")
        List<Need> needs) {

    /** A need of one or several personas: they mean the same if they have the same key. */
    @Schema(
            name = "PortfolioNeed",
            description = "A need of one or several personas: they mean the same if they have the same key")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Need(
            @Schema(required = true, nullable = true, description = "Null if it has none: then it stands for itself")
            String key,

            @Schema(
                    required = true,
                    description =
                            "Of the parts' gaps, weighted by the business importance of their personas; of those with enough"
                                    + " ratings. The maps of one persona share its weight")
            RollUp gap,

            @Schema(required = true, description = "One per map")
            List<Part> parts) {}

    /** What one map says of a need. */
    @Schema(name = "PortfolioPart", description = "What one map says of a need")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Part(
            @Schema(required = true) UUID gapMapId,
            @Schema(required = true) String gapMapName,
            @Schema(required = true) UUID personaId,
            @Schema(required = true) String personaName,

            @Schema(
                    required = true,
                    nullable = true,
                    description = "0 to 10; null if not known: then it does not count")
            Double businessImportance,

            @Schema(required = true) UUID needId,
            @Schema(required = true) String statement,

            @Schema(required = true, nullable = true, description = "0 to 10, the one the map's settings choose")
            Double importance,

            @Schema(required = true, description = "Against the best competitor")
            Verdict verdict,

            @Schema(
                    required = true,
                    nullable = true,
                    description =
                            "Importance · (best competitor's mean − own mean) as a share of the scale: −10 to 10; null if one"
                                    + " of the three is not known")
            Double gap,

            @Schema(required = true, nullable = true) Double standardError) {}
}
