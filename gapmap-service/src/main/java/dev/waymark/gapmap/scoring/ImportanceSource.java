package dev.waymark.gapmap.scoring;

/** Where the importance of a need comes from. */
public enum ImportanceSource {
    /** As the persona has it. */
    STATED,
    /** From the correlation of the need's ratings with the outcome. */
    DERIVED
}
