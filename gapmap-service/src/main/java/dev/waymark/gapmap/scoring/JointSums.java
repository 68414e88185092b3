package dev.waymark.gapmap.scoring;

import java.util.Map;
import java.util.UUID;

/**
 * Sums of each two needs, and of each need (x) with the outcome (y), over the responses of all providers.
 *
 * @param needs by the two; which of them is x does not matter
 * @param outcome by need
 * @param complete whether all sums are over the same responses, those that have every rating and the outcome; else each is over those
 *     that have the two
 */
public record JointSums(Map<Pair, PairSums> needs, Map<UUID, PairSums> outcome, boolean complete) {

    public static final JointSums NONE = new JointSums(Map.of(), Map.of(), false);

    public JointSums {
        needs = Map.copyOf(needs);
        outcome = Map.copyOf(outcome);
    }

    PairSums of(UUID one, UUID other) {
        var sums = needs.get(new Pair(one, other));
        return sums == null ? needs.getOrDefault(new Pair(other, one), PairSums.none()) : sums;
    }

    PairSums withOutcome(UUID need) {
        return outcome.getOrDefault(need, PairSums.none());
    }

    /** Two needs. */
    public record Pair(UUID x, UUID y) {}
}
