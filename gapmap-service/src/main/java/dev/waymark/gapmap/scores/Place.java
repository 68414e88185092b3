package dev.waymark.gapmap.scores;

/** Where on a journey something is rated. */
public enum Place {
    STAGE,
    TOUCHPOINT
}
