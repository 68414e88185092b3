package dev.waymark.gapmap.scoring;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Everything a map is scored from.
 *
 * @param scale of the ratings
 * @param settings how to score
 * @param needs in the order of the answer
 * @param ownProviderId the provider whose map it is
 * @param competitorIds whom it is compared with, in the order of the answer; may be empty
 * @param frequencies of the ratings, on the scale; a missing cell has no ratings, other cells are ignored
 * @param outcomePairs per need id the sums of its ratings (x) and the outcome (y), over all providers; a missing need
 *     has no responses with both
 * @param jointSums from which relative weights follow
 * @param outcomes how often each was given, per provider id; a missing provider has none
 */
public record ScoringInput(
        Scale scale,
        ScoringSettings settings,
        List<Need> needs,
        UUID ownProviderId,
        List<UUID> competitorIds,
        Map<CellKey, Frequencies> frequencies,
        Map<UUID, PairSums> outcomePairs,
        JointSums jointSums,
        Map<UUID, OutcomeCounts> outcomes) {

    /**
     * @throws IllegalArgumentException if a need or a provider occurs twice, or frequencies refer to another scale
     * @throws NullPointerException if anything is null
     */
    public ScoringInput {
        needs = List.copyOf(needs);
        competitorIds = List.copyOf(competitorIds);
        frequencies = Map.copyOf(frequencies);
        outcomePairs = Map.copyOf(outcomePairs);
        outcomes = Map.copyOf(outcomes);
        if (needs.stream().map(Need::id).distinct().count() < needs.size()) {
            throw new IllegalArgumentException("a need occurs twice");
        }
        Set<UUID> providers = new HashSet<>(competitorIds);
        if (!providers.add(ownProviderId) || providers.size() <= competitorIds.size()) {
            throw new IllegalArgumentException("a provider occurs twice");
        }
        for (Frequencies cell : frequencies.values()) {
            if (!cell.scale().equals(scale)) {
                throw new IllegalArgumentException("frequencies refer to another scale");
            }
        }
    }

    /**
     * A need that is rated.
     *
     * @param id of the need
     * @param statedImportance 0 to 10 as the persona has it; null if the persona does not say
     */
    public record Need(UUID id, Double statedImportance, String dimension, SurveyAnswers asked) {

        /** A need of no dimension, of which nothing was asked. */
        public Need(UUID id, Double statedImportance) {
            this(id, statedImportance, null, SurveyAnswers.NONE);
        }

        /** The same with what was asked about it. */
        public Need asked(SurveyAnswers answers) {
            return new Need(id, statedImportance, dimension, answers);
        }

        /** @throws IllegalArgumentException if the importance is not in [0, 10] */
        public Need {
            Objects.requireNonNull(asked, "asked");
            if (statedImportance != null && !(statedImportance >= 0 && statedImportance <= 10)) {
                throw new IllegalArgumentException("statedImportance must be between 0 and 10");
            }
        }
    }

    /** Which ratings: those of one provider on one need. */
    public record CellKey(UUID providerId, UUID needId) {}

    /** The same with every setting filled in. */
    ScoringInput resolved() {
        return new ScoringInput(
                scale,
                settings.on(scale),
                needs,
                ownProviderId,
                competitorIds,
                frequencies,
                outcomePairs,
                jointSums,
                outcomes);
    }

    Cell cell(UUID providerId, UUID needId) {
        Frequencies ratings = frequencies.get(new CellKey(providerId, needId));
        return (ratings == null ? Frequencies.none(scale) : ratings).cell(settings.confidence());
    }

    /** The own provider first. */
    List<ProviderOutcome> providerOutcomes() {
        return Stream.concat(Stream.of(ownProviderId), competitorIds.stream())
                .map(id -> new ProviderOutcome(id, outcomes.getOrDefault(id, OutcomeCounts.NONE)))
                .toList();
    }

    PairSums outcomePairs(UUID needId) {
        return outcomePairs.getOrDefault(needId, PairSums.none());
    }
}
