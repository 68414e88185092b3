package dev.waymark.gapmap.scoring;

import java.util.ArrayList;
import java.util.List;

/** From ratings to value gaps: a pure function, the same answer for the same input. */
public final class Scoring {

    private Scoring() {}

    /** Scores a map. The time it takes depends on needs, competitors and scale points, not on how many rated. */
    public static ScoringResult score(ScoringInput input) {
        ScoringInput resolved = input.resolved();
        Importances importances = Importances.of(resolved);
        List<Contest> contests = adjusted(resolved.needs().stream()
                .map(need -> Contest.of(resolved, need))
                .toList());
        Crosshair crosshair = Crosshair.of(resolved, importances, contests);
        List<NeedScore> needs = contests.stream()
                .map(contest -> contest.score(importances, crosshair))
                .toList();
        return new ScoringResult(
                resolved.settings(), crosshair, needs, resolved.providerOutcomes(), importances.warnings());
    }

    /** Adjusts p-values over all needs and competitors at once. */
    private static List<Contest> adjusted(List<Contest> contests) {
        double[] adjusted = BenjaminiHochberg.adjust(contests.stream()
                .flatMap(contest -> contest.rivals().stream().filter(contest::adjusts))
                .map(rival -> rival.comparison().p())
                .toList());
        int next = 0;
        List<Contest> result = new ArrayList<>();
        for (Contest contest : contests) {
            List<Rival> rivals = new ArrayList<>();
            for (Rival rival : contest.rivals()) {
                rivals.add(contest.adjusts(rival) ? rival.adjusted(adjusted[next++]) : rival);
            }
            result.add(contest.with(rivals));
        }
        return result;
    }
}
