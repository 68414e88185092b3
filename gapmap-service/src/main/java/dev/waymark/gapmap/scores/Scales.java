package dev.waymark.gapmap.scores;

import dev.waymark.gapmap.scoring.Scale;

/** What the figures of a map are on. */
public record Scales(Scale ratings, Scale importance) {}
