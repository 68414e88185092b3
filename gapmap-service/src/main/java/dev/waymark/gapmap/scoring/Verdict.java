package dev.waymark.gapmap.scoring;

/** How the own provider stands on a need against the best competitor. */
public enum Verdict {
    /** Better: the adjusted p-value is at most α, however small the difference. */
    EXCEL,
    /** Worse: the adjusted p-value is at most α, however small the difference. */
    GAP,
    /** Known to be about equal: the interval of the difference lies within ± parityMargin. */
    PARITY,
    /** Not known well enough to say any of the others; that is not parity. */
    UNCLEAR,
    /** The own provider, or every competitor, has fewer responses than minResponses: a knowledge gap. */
    INSUFFICIENT;

    /** The verdict of a comparison that has enough responses on both sides. */
    static Verdict of(Comparison best, ScoringSettings settings) {
        if (best.pAdjusted() == null) {
            return UNCLEAR;
        }
        if (best.pAdjusted() <= settings.alpha()) {
            return best.gap() > 0 ? EXCEL : GAP;
        }
        return best.ci().liesWithin(settings.parityMargin()) ? PARITY : UNCLEAR;
    }
}
