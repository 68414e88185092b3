package dev.waymark.gapmap.scoring;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many respondents make each of a need by Kano's evaluation table: from what they say of it being met (functional) and not being
 * met (dysfunctional). N. Kano et al., "Attractive quality and must-be quality" (1984); the table after E. Sauerwein et al., "The Kano
 * model: how to delight your customers" (1996).
 */
@Schema(description = "How many respondents make each of the need by Kano's evaluation table, over all providers")
public record KanoCounts(
        @Schema(required = true, description = "A: liked if met, not missed if not")
        long attractive,

        @Schema(required = true, description = "O: liked if met, disliked if not")
        long oneDimensional,

        @Schema(required = true, description = "M: taken for granted if met, disliked if not")
        long mustBe,

        @Schema(required = true, description = "I: neither") long indifferent,

        @Schema(required = true, description = "R: rather not met")
        long reverse,

        @Schema(required = true, description = "Q: answers that contradict each other")
        long questionable) {

    /** Like, must be, neutral, can live with it, dislike. */
    public static final int ANSWERS = 5;

    /** By functional answer the rows, by dysfunctional answer the columns. */
    private static final String[] TABLE = {"QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ"};

    /**
     * Counts from those of each two answers.
     *
     * @param counts at 5 · functional + dysfunctional, each an index from 0 (like) to 4 (dislike)
     */
    public static KanoCounts of(long... counts) {
        var of = new long['Z'];
        for (var i = 0; i < counts.length; i++) {
            of[TABLE[i / ANSWERS].charAt(i % ANSWERS)] += counts[i];
        }
        return new KanoCounts(of['A'], of['O'], of['M'], of['I'], of['R'], of['Q']);
    }

    /** A + O + M + I: those whose satisfaction the need can change, or not, in the usual direction. */
    public long usual() {
        return attractive + oneDimensional + mustBe + indifferent;
    }
}
