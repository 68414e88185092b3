package dev.waymark.gapmap.gapmap;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.waymark.gapmap.scores.Place;
import dev.waymark.gapmap.scoring.Cell;
import dev.waymark.gapmap.scoring.CompetitorScore;
import dev.waymark.gapmap.scoring.NeedScore;
import dev.waymark.gapmap.scoring.Scale;
import dev.waymark.gapmap.scoring.Verdict;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Need by stage or touchpoint. */
@Schema(name = "Heatmap", description = "How each need is delivered in each stage or touchpoint")
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

        @Schema(required = true, description = "What the columns are")
        Place by,

        @Schema(
                required = true,
                description =
                        "Stages or touchpoints with ratings, in the order of their journeys; those that have left them last")
        List<Column> columns,

        @Schema(required = true, description = "One row per need")
        List<Row> rows) {

    /** A stage or touchpoint with ratings; what is not known after it has left its journey is null. */
    @Schema(name = "HeatmapColumn", description = "A stage or touchpoint with ratings")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Column(
            @Schema(required = true) UUID id,

            @Schema(required = true, nullable = true, description = "Null if it has left its journey")
            String name,

            @Schema(
                    required = true,
                    nullable = true,
                    description = "The stage that it is or belongs to; null if it has left its journey")
            UUID stageId,

            @Schema(
                    required = true,
                    nullable = true,
                    description = "Of the stage; null if it has left its journey, or has none")
            String phase) {}

    /** A need in all columns. */
    @Schema(name = "HeatmapRow", description = "A need in all columns")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Row(
            @Schema(required = true) ScoresView.Need need,

            @Schema(required = true, nullable = true, description = "The map's, 0 to 10; null if not known")
            Double importance,

            @Schema(required = true, description = "One per column, in their order")
            List<Figures> cells) {}

    /** A need in one stage; each figure is that of scores. */
    @Schema(name = "HeatmapCell", description = "A need in one stage or touchpoint; each figure is that of scores")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Figures(
            @Schema(required = true, description = "The own provider")
            Cell own,

            @Schema(required = true, description = "The level that respondents expect of anybody")
            Cell expected,

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
                    score.own(),
                    score.expected(),
                    score.competitors(),
                    score.bestCompetitorId(),
                    score.verdict(),
                    score.valueGap());
        }
    }
}
