package dev.waymark.gapmap.scoring.method;

/**
 * Where a need lies on the grid of importance and own performance; what lies on a line is high. The names are those of J. A.
 * Martilla and J. C. James, "Importance-Performance Analysis", Journal of Marketing 41 (1977).
 */
public enum Quadrant {
    /** High importance, low performance. */
    CONCENTRATE_HERE,
    /** High importance, high performance. */
    KEEP_UP_THE_GOOD_WORK,
    /** Low importance, low performance. */
    LOW_PRIORITY,
    /** Low importance, high performance. */
    POSSIBLE_OVERKILL;

    static Quadrant of(boolean important, boolean good) {
        if (important) {
            return good ? KEEP_UP_THE_GOOD_WORK : CONCENTRATE_HERE;
        }
        return good ? POSSIBLE_OVERKILL : LOW_PRIORITY;
    }
}
