package dev.waymark.gapmap.gapmap;

import dev.waymark.gapmap.gapmap.PrioritiesView.Confidence;
import dev.waymark.gapmap.gapmap.PrioritiesView.Priority;
import dev.waymark.gapmap.gapmap.PrioritiesView.Ranks;
import dev.waymark.gapmap.gapmap.PrioritiesView.Status;
import dev.waymark.gapmap.neighbour.KnownPersona;
import dev.waymark.gapmap.provider.ProviderView;
import dev.waymark.gapmap.scores.RankingConfidence;
import dev.waymark.gapmap.scoring.Bootstrap.Standing;
import dev.waymark.gapmap.scoring.NeedScore;
import dev.waymark.gapmap.scoring.Scale;
import dev.waymark.gapmap.scoring.ScoringResult;
import dev.waymark.gapmap.scoring.Verdict;
import dev.waymark.gapmap.scoring.method.Method;
import dev.waymark.gapmap.scoring.method.MethodScore;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;

/** Puts the needs of a scored map in order, and says so. */
record Priorities(ScoringResult scores, Scale scale, List<KnownPersona.Need> needs, List<ProviderView> providers) {

    boolean isEmpty() {
        return ranked().isEmpty();
    }

    /** @param known null while it is being computed, or there is nothing to compute */
    PrioritiesView view(UUID gapMapId, RankingConfidence known) {
        var ranked = ranked();
        var said = Method.GAP.score(scores, scale).needs();
        var priorities =
                ranked.stream().map(i -> priority(i, said.get(i), known)).toList();
        var status = ranked.isEmpty() ? Status.NONE : known == null ? Status.COMPUTING : Status.READY;
        return new PrioritiesView(
                gapMapId,
                scores.settings().importanceSource(),
                Confidence.of(
                        status,
                        known,
                        ranked.isEmpty() ? null : priorities.getFirst().firstShare()),
                priorities,
                IntStream.range(0, needs.size())
                        .filter(i -> !ranked.contains(i))
                        .mapToObj(i -> ScoresView.Need.of(needs.get(i)))
                        .toList());
    }

    /** The places of the needs that have a value gap, the highest first. */
    private List<Integer> ranked() {
        return IntStream.range(0, needs.size())
                .boxed()
                .filter(i -> scores.needs().get(i).valueGap() != null)
                .sorted(Comparator.comparing(i -> -scores.needs().get(i).valueGap()))
                .toList();
    }

    private Priority priority(int place, MethodScore said, RankingConfidence known) {
        var need = scores.needs().get(place);
        Standing standing = known == null ? null : known.standings().get(need.needId());
        var best = providers.stream()
                .filter(provider -> provider.id().equals(need.bestCompetitorId()))
                .findFirst()
                .orElseThrow();
        return new Priority(
                said.rank(),
                ScoresView.Need.of(needs.get(place)),
                words(place, need, best.content().name()),
                need.importance().value(),
                ScoresView.Provider.of(best),
                need.best().orElseThrow().comparison().gap(),
                need.valueGap(),
                said.ci(),
                need.verdict(),
                standing == null ? null : (Double) standing.first(),
                standing == null ? null : new Ranks(standing.low(), standing.high()));
    }

    private String words(int place, NeedScore need, String best) {
        var theirs = need.best().orElseThrow().mean();
        var ours = need.own().mean();
        var comparison = theirs > ours
                ? "%2$s does better (%3$.1f against our %4$.1f"
                : theirs < ours
                        ? "we do better than %2$s (%4$.1f against %3$.1f"
                        : "%2$s does as well as we do (%3$.1f";
        return String.format(
                Locale.ROOT,
                "“%1$s”: " + comparison + " on %5$s to %6$s); importance %7$.1f of 10. %8$s",
                needs.get(place).statement(),
                best,
                theirs,
                ours,
                scale.min().toPlainString(),
                scale.max().toPlainString(),
                need.importance().value(),
                sureness(need.verdict()));
    }

    private static String sureness(Verdict verdict) {
        return switch (verdict) {
            case GAP, EXCEL -> "The difference is significant.";
            case PARITY -> "The difference is too small to matter.";
            case UNCLEAR -> "Too few ratings to be sure of the difference.";
            case INSUFFICIENT -> "Too few ratings to judge.";
        };
    }
}
