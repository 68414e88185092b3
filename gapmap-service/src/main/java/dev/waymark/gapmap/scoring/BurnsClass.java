package dev.waymark.gapmap.scoring;

/**
 * What a need is for competition, from its importance, the own performance and that of the best competitor: A. C.
 * Burns, "Generating marketing strategy priorities based on relative competitive position", Journal of Consumer
 * Marketing 3 (1986).
 */
public enum BurnsClass {
    /** High importance, own poor, competitor poor. */
    NEGLECTED_OPPORTUNITY,
    /** High importance, own poor, competitor good. */
    COMPETITIVE_DISADVANTAGE,
    /** High importance, own good, competitor poor. */
    COMPETITIVE_ADVANTAGE,
    /** High importance, own good, competitor good. */
    HEAD_TO_HEAD,
    /** Low importance, own poor, competitor poor. */
    NULL_OPPORTUNITY,
    /** Low importance, own poor, competitor good. */
    FALSE_ALARM,
    /** Low importance, own good, competitor poor. */
    FALSE_ADVANTAGE,
    /** Low importance, own good, competitor good. */
    FALSE_COMPETITION;

    static BurnsClass of(boolean important, boolean ownGood, boolean competitorGood) {
        if (important) {
            return ownGood
                    ? competitorGood ? HEAD_TO_HEAD : COMPETITIVE_ADVANTAGE
                    : competitorGood ? COMPETITIVE_DISADVANTAGE : NEGLECTED_OPPORTUNITY;
        }
        return ownGood
                ? competitorGood ? FALSE_COMPETITION : FALSE_ADVANTAGE
                : competitorGood ? FALSE_ALARM : NULL_OPPORTUNITY;
    }
}
