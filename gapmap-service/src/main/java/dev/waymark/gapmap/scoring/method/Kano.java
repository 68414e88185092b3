package dev.waymark.gapmap.scoring.method;

import dev.waymark.gapmap.scoring.Interval;
import dev.waymark.gapmap.scoring.KanoCounts;
import dev.waymark.gapmap.scoring.TopBox;
import java.util.Comparator;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a need is to satisfaction, and by how much: the coefficients of C. Berger et al., "Kano's methods for understanding
 * customer-defined quality", Center for Quality Management Journal 2 (1993).
 *
 * @param category the most frequent; of equally frequent ones the one that weighs more: M, O, A, I, R, Q
 * @param better (A + O) / (A + O + M + I), 0 to 1: how many are more satisfied if it is met
 * @param worse −(O + M) / (A + O + M + I), −1 to 0: how many are dissatisfied if it is not
 */
@Schema(description = "What the need is to satisfaction: Kano's category and coefficients")
public record Kano(
        @Schema(required = true, description = "The most frequent")
        Category category,

        @Schema(required = true, description = "(A + O) / (A + O + M + I), 0 to 1")
        double better,

        @Schema(required = true, description = "Wilson interval")
        Interval betterCi,

        @Schema(required = true, description = "−(O + M) / (A + O + M + I), −1 to 0")
        double worse,

        @Schema(required = true, description = "Wilson interval")
        Interval worseCi) {

    /** In the order of their weight, where they are equally frequent. */
    public enum Category {
        MUST_BE,
        ONE_DIMENSIONAL,
        ATTRACTIVE,
        INDIFFERENT,
        REVERSE,
        QUESTIONABLE;

        private long in(KanoCounts counts) {
            return switch (this) {
                case MUST_BE -> counts.mustBe();
                case ONE_DIMENSIONAL -> counts.oneDimensional();
                case ATTRACTIVE -> counts.attractive();
                case INDIFFERENT -> counts.indifferent();
                case REVERSE -> counts.reverse();
                case QUESTIONABLE -> counts.questionable();
            };
        }
    }

    /** @return null if nobody's satisfaction can be said to depend on the need or not */
    static Kano of(KanoCounts counts, double confidence) {
        var n = counts == null ? 0 : counts.usual();
        if (n == 0) {
            return null;
        }
        var better = TopBox.of(counts.attractive() + counts.oneDimensional(), n, confidence);
        var missed = TopBox.of(counts.oneDimensional() + counts.mustBe(), n, confidence);
        return new Kano(
                Stream.of(Category.values())
                        .max(Comparator.<Category>comparingLong(category -> category.in(counts))
                                .thenComparing(Comparator.reverseOrder()))
                        .orElseThrow(),
                better.share(),
                new Interval(better.low(), better.high()),
                0.0 - missed.share(),
                new Interval(0.0 - missed.high(), 0.0 - missed.low()));
    }
}
