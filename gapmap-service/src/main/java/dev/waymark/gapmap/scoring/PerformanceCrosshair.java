package dev.waymark.gapmap.scoring;

/** What a mean rating must reach to count as good. */
public enum PerformanceCrosshair {
    /** Half way between the ends of the scale. */
    SCALE_MIDPOINT,
    /**
     * The mean of the means of all cells of the answer (own provider and competitors, all needs) that have enough
     * responses. Each cell counts once, so a provider with many ratings does not move the line towards itself.
     */
    GRAND_MEAN,
    /** The median of the same means. Importance is parted at its median then, if no threshold says otherwise. */
    MEDIAN
}
