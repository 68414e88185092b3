package dev.waymark.gapmap.scoring;

/** Where the importance of a need comes from. */
public enum ImportanceSource {
    /** As the persona has it. */
    STATED,
    /** As respondents rate it. */
    SURVEYED,
    /** From the correlation of the need's ratings with the outcome. */
    DERIVED,
    /** From what the need contributes to explaining the outcome, where needs go together: Johnson's relative weights. */
    RELATIVE_WEIGHTS
}
