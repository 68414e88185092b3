package dev.waymark.gapmap.gapmap;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.waymark.gapmap.scores.RankingConfidence;
import dev.waymark.gapmap.scoring.Bootstrap;
import dev.waymark.gapmap.scoring.ImportanceSource;
import dev.waymark.gapmap.scoring.Interval;
import dev.waymark.gapmap.scoring.Verdict;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What to close first. */
@Schema(name = "Priorities", description = "What to close first: needs in the order of their value gaps")
@JsonInclude(JsonInclude.Include.ALWAYS) // what is not known is shown as null
public record PrioritiesView(
        @Schema(required = true) UUID gapMapId,

        @Schema(required = true, description = "Which importance weighs the gaps")
        ImportanceSource importanceSource,

        @Schema(required = true, description = "How sure the order is")
        Confidence confidence,

        @Schema(required = true, description = "The highest value gap first")
        List<Priority> priorities,

        @Schema(
                required = true,
                description = "Needs without a value gap: importance, own ratings or a competitor's are missing")
        List<ScoresView.Need> unranked) {

    /** How far the confidence is. */
    @Schema(name = "ConfidenceStatus")
    public enum Status {
        READY,
        /** Ask again soon. */
        COMPUTING,
        /** There is no order to be sure of. */
        NONE
    }

    /**
     * How sure the order is.
     *
     * @param responses how many were drawn from; like value null until it is ready
     */
    @Schema(
            name = "RankingConfidence",
            description = "How sure the order is: by samples of the responses, drawn with replacement")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Confidence(
            @Schema(required = true) Status status,
            @Schema(required = true) int samples,

            @Schema(
                    required = true,
                    description = "Of the generator of random numbers: the same responses give the same figures")
            long seed,

            @Schema(required = true, nullable = true, description = "How many were drawn from")
            Long responses,

            @Schema(
                    required = true,
                    nullable = true,
                    description = "Share of the samples in which the first need stays first, 0 to 1")
            Double value) {

        static Confidence of(Status status, RankingConfidence known, Double value) {
            var responses = known == null ? null : (Long) known.responses();
            return new Confidence(status, Bootstrap.SAMPLES, Bootstrap.SEED, responses, value);
        }
    }

    /** A need. */
    @Schema(name = "Priority", description = "A need, in words and in numbers")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Priority(
            @Schema(required = true, description = "1 for the highest value gap; equal ones share one")
            int rank,

            @Schema(required = true) ScoresView.Need need,

            @Schema(required = true, description = "What the figures say, as a sentence")
            String words,

            @Schema(required = true, description = "0 to 10")
            double importance,

            @Schema(required = true, description = "The highest mean among those with enough ratings")
            ScoresView.Provider bestCompetitor,

            @Schema(required = true, description = "Own mean − best competitor's mean, in scale units")
            double gap,

            @Schema(required = true, description = "Importance · (best competitor − own mean)")
            double valueGap,

            @Schema(required = true, nullable = true, description = "Of the value gap, importance being taken as known")
            Interval ci,

            @Schema(required = true, description = "Against the best competitor")
            Verdict verdict,

            @Schema(
                    required = true,
                    nullable = true,
                    description = "Share of the samples in which it is first, 0 to 1; null until ready")
            Double firstShare,

            @Schema(
                    required = true,
                    nullable = true,
                    description = "Interval of its rank over the samples; null until ready")
            Ranks ranks) {}

    /** An interval of ranks. */
    @Schema(name = "Ranks", description = "An interval of ranks, at the map's confidence")
    public record Ranks(
            @Schema(required = true) int low,
            @Schema(required = true) int high) {}
}
