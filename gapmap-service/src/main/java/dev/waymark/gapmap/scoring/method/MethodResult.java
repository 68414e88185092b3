package dev.waymark.gapmap.scoring.method;

import java.util.List;
import java.util.Objects;

/**
 * What a method says of a map.
 *
 * @param needs one entry per need, in the order of the scores; none if the method is about providers
 * @param outcomes one entry per provider, the own one first; none if the method is about needs
 * @param serviceQuality of SERVQUAL only; else null
 * @param quality of CVA only: the own quality against the competitors' mean, 100 being equal; else null
 */
public record MethodResult(
        List<MethodScore> needs, List<OutcomeScore> outcomes, Quality quality, ServiceQuality serviceQuality) {

    static MethodResult of(List<MethodScore> needs) {
        return new MethodResult(needs, List.of(), null, null);
    }

    static MethodResult ofOutcomes(List<OutcomeScore> outcomes) {
        return new MethodResult(List.of(), outcomes, null, null);
    }

    MethodResult with(Quality whole) {
        return new MethodResult(needs, outcomes, whole, serviceQuality);
    }

    MethodResult with(ServiceQuality whole) {
        return new MethodResult(needs, outcomes, quality, whole);
    }

    MethodResult ranked() {
        var scores =
                needs.stream().map(MethodScore::score).filter(Objects::nonNull).toList();
        return new MethodResult(
                needs.stream()
                        .map(need -> need.score() == null
                                ? need
                                : need.ranked(1
                                        + (int) scores.stream()
                                                .filter(other -> other > need.score())
                                                .count()))
                        .toList(),
                outcomes,
                quality,
                serviceQuality);
    }
}
