package dev.waymark.gapmap.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The own provider and its competitors on one need. */
record Contest(ScoringInput.Need need, Cell own, List<Rival> rivals, ScoringSettings settings) {

    /** By text, as PostgreSQL and JSON clients order ids; {@link UUID#compareTo} compares signed halves. */
    private static final Comparator<Rival> BEST_FIRST = Comparator.comparing(Rival::mean, Comparator.reverseOrder())
            .thenComparing(rival -> rival.providerId().toString());

    static Contest of(ScoringInput input, ScoringInput.Need need) {
        Cell own = input.cell(input.ownProviderId(), need.id());
        List<Rival> rivals = new ArrayList<>();
        for (UUID competitor : input.competitorIds()) {
            Cell cell = input.cell(competitor, need.id());
            rivals.add(new Rival(
                    competitor, cell, Comparison.of(own, cell, input.settings().confidence())));
        }
        return new Contest(need, own, rivals, input.settings());
    }

    /** Whether a comparison takes part in the adjustment of p-values. */
    boolean adjusts(Rival rival) {
        return settings.enough(own)
                && settings.enough(rival.cell())
                && rival.comparison().p() != null;
    }

    Contest with(List<Rival> adjusted) {
        return new Contest(need, own, adjusted, settings);
    }

    List<Cell> cellsWithEnough() {
        return Stream.concat(Stream.of(own), rivals.stream().map(Rival::cell))
                .filter(settings::enough)
                .toList();
    }

    NeedScore score(Importances importances, Crosshair crosshair) {
        Importance importance = importances.byNeed().get(need.id());
        Double weight = importance.value();
        Optional<Rival> best = best();
        Optional<Rival> judged = best.filter(rival -> settings.enough(own));
        List<Warning> warnings = new ArrayList<>(importances.warningsOf(need.id()));
        judged.filter(rival -> !adjusts(rival))
                .ifPresent(rival -> warnings.add(Warning.of(Warning.Code.COMPARISON_UNDEFINED)));
        return new NeedScore(
                need.id(),
                need.dimension(),
                importance,
                own,
                expected(),
                rivals.stream()
                        .map(rival -> CompetitorScore.of(rival, valueGap(weight, rival.mean())))
                        .toList(),
                best.map(Rival::providerId).orElse(null),
                judged.map(rival -> Verdict.of(rival.comparison(), settings)).orElse(Verdict.INSUFFICIENT),
                judged.map(rival -> crosshair.classify(weight, own.mean(), rival.mean()))
                        .orElse(null),
                valueGap(weight, best.map(Rival::mean).orElse(null)),
                valueGap(weight, meanOfRivals()),
                need.asked().kano(),
                List.copyOf(warnings));
    }

    private Cell expected() {
        Frequencies level = need.asked().expected();
        return level == null ? Cell.EMPTY : level.cell(settings.confidence());
    }

    private Optional<Rival> best() {
        return rivals.stream().filter(rival -> settings.enough(rival.cell())).min(BEST_FIRST);
    }

    private Double meanOfRivals() {
        return ExactMean.of(rivals.stream()
                .filter(rival -> settings.enough(rival.cell()))
                .map(Rival::mean)
                .toList());
    }

    private Double valueGap(Double weight, Double competitorMean) {
        if (weight == null || competitorMean == null || own.mean() == null) {
            return null;
        }
        // Adding 0 turns the -0.0 of an unimportant need into 0.0.
        return weight * (competitorMean - own.mean()) + 0.0;
    }
}
