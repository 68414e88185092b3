package dev.waymark.gapmap.scoring;

import java.util.UUID;

/** A competitor on one need, and how the own provider compares with it. */
record Rival(UUID providerId, Cell cell, Comparison comparison) {

    /** Null without ratings. */
    Double mean() {
        return cell.mean();
    }

    Rival adjusted(double p) {
        return new Rival(providerId, cell, comparison.adjusted(p));
    }
}
