package dev.waymark.gapmap.scores;

import dev.waymark.gapmap.scoring.Bootstrap.Standing;
import java.util.List;

/**
 * How sure the order of a map's value gaps is.
 *
 * @param responses how many were drawn from
 * @param standings per need, in the order of the scores; null for those without a value gap
 */
public record RankingConfidence(long responses, List<Standing> standings) {}
