package dev.waymark.gapmap.scores;

import dev.waymark.gapmap.scoring.Bootstrap.Standing;
import java.util.Map;
import java.util.UUID;

/**
 * How sure the order of a map's value gaps is.
 *
 * @param responses how many were drawn from
 * @param standings by need; those without a value gap are absent
 */
public record RankingConfidence(long responses, Map<UUID, Standing> standings) {}
