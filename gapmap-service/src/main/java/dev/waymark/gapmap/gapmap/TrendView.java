package dev.waymark.gapmap.gapmap;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.waymark.gapmap.scores.Slice;
import dev.waymark.gapmap.scoring.Scale;
import dev.waymark.gapmap.scoring.Trend;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A gap map month by month. */
@JsonInclude(JsonInclude.Include.ALWAYS) // what was not asked for is shown as null
@Schema(name = "GapMapTrend", description = "A gap map month by month")
public record TrendView(
        @Schema(required = true) UUID gapMapId,

        @Schema(required = true, nullable = true, description = "Only ratings of this stage; null for all")
        UUID stageId,

        @Schema(required = true, nullable = true, description = "Only ratings of this touchpoint; null for all")
        UUID touchpointId,

        @Schema(
                required = true,
                implementation = String.class,
                nullable = true,
                description = "The first month after something was done; null if nothing was asked about that",
                examples = "2026-04")
        YearMonth since,

        @Schema(required = true, description = "Of the ratings")
        Scale scale,

        @Schema(required = true, description = "Of every interval")
        double confidence,

        @Schema(required = true, description = "Ratings a month needs to begin or end a change")
        int minResponses,

        @Schema(required = true, description = "Those that take part, the own one first")
        List<ScoresView.Provider> providers,

        @Schema(required = true) List<NeedTrend> needs) {

    /** What is asked of a map: of which ratings, and since when something has been different. */
    record Question(Slice slice, YearMonth since) {}

    /** A need and how it has been delivered. */
    @Schema(name = "NeedTrend", description = "A need and how it has been delivered")
    public record NeedTrend(
            @Schema(required = true) ScoresView.Need need,

            @Schema(required = true, description = "One entry per provider, in their order")
            List<Trend> trends) {}
}
