package dev.waymark.gapmap.gapmap;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.waymark.gapmap.scoring.Cell;
import dev.waymark.gapmap.scoring.CompetitorScore;
import dev.waymark.gapmap.scoring.NeedScore;
import dev.waymark.gapmap.scoring.Scale;
import dev.waymark.gapmap.scoring.Verdict;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Need by stage. */
@Schema(name = "Heatmap", description = "How each need is delivered in each stage")
@JsonInclude(JsonInclude.Include.ALWAYS) // what is open or not defined is shown as null
public record HeatmapView(
        @Schema(required = true) UUID gapMapId,

        @Schema(
                required = true,
                implementation = String.class,
                nullable = true,
                description = "The first month that counts; null if open",
                examples = "2026-01")
        YearMonth from,

        @Schema(
                required = true,
                implementation = String.class,
                nullable = true,
                description = "The last month that counts; null if open",
                examples = "2026-06")
        YearMonth to,

        @Schema(required = true, description = "Of the ratings")
        Scale scale,

        @Schema(required = true, description = "Those that take part, the own one first")
        List<ScoresView.Provider> providers,

        @Schema(
                required = true,
                description = "Those with ratings, in the order of their journeys; those that have left them last")
        List<Stage> stages,

        @Schema(required = true, description = "One row per need")
        List<Row> rows) {

    /** A stage with ratings. */
    @Schema(name = "HeatmapStage", description = "A stage with ratings")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Stage(
            @Schema(required = true) UUID id,

            @Schema(required = true, nullable = true, description = "Null if it has left its journey")
            String name,

            @Schema(required = true, nullable = true, description = "Null if it has left its journey")
            String phase) {}

    /** A need in all stages. */
    @Schema(name = "HeatmapRow", description = "A need in all stages")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Row(
            @Schema(required = true) ScoresView.Need need,

            @Schema(required = true, nullable = true, description = "The map's, 0 to 10; null if not known")
            Double importance,

            @Schema(required = true, description = "One per stage, in their order")
            List<Figures> cells) {}

    /** A need in one stage; each figure is that of scores. */
    @Schema(name = "HeatmapCell", description = "A need in one stage; each figure is that of scores")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Figures(
            @Schema(required = true, description = "The own provider")
            Cell own,

            @Schema(required = true, description = "In the map's order")
            List<CompetitorScore> competitors,

            @Schema(required = true, nullable = true, description = "The highest mean among those with enough ratings")
            UUID bestCompetitorId,

            @Schema(required = true, description = "Against the best competitor")
            Verdict verdict,

            @Schema(
                    required = true,
                    nullable = true,
                    description = "Importance (0–10) · (best competitor − own mean), in importance times scale units")
            Double valueGap) {

        static Figures of(NeedScore score) {
            return new Figures(
                    score.own(), score.competitors(), score.bestCompetitorId(), score.verdict(), score.valueGap());
        }
    }
}
