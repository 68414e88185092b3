package dev.waymark.gapmap.scoring;

import java.util.Optional;
import org.apache.commons.statistics.inference.TTest;

/**
 * Welch's two-sided t test of own mean − competitor mean, for unequal variances: B. L. Welch, "The generalization of
 * 'Student's' problem when several different population variances are involved", Biometrika 34 (1947).
 *
 * @param t the statistic, positive where the own mean is higher
 * @param df degrees of freedom by Welch–Satterthwaite, not rounded
 * @param p two-sided p-value, 0 to 1
 * @param ci the interval of the difference, in scale units
 */
record Welch(double t, double df, double p, Interval ci) {

    private static final TTest TEST = TTest.withDefaults();

    /**
     * Tests one cell against another. Empty where the test is undefined: fewer than two ratings on a side, or no
     * variance on both (a sample without variance says nothing about how far its mean may be off).
     */
    static Optional<Welch> of(Cell own, Cell competitor, double confidence) {
        if (own.sd() == null || competitor.sd() == null || own.sd() + competitor.sd() == 0) {
            return Optional.empty();
        }
        TTest.Result result = TEST.test(
                own.mean(), square(own.sd()), own.n(), competitor.mean(), square(competitor.sd()), competitor.n());
        double standardError = Math.hypot(own.standardError(), competitor.standardError());
        double df = result.getDegreesOfFreedom();
        Interval ci = Interval.student(own.mean() - competitor.mean(), standardError, df, confidence);
        return Optional.of(new Welch(result.getStatistic(), df, result.getPValue(), ci));
    }

    private static double square(double sd) {
        return sd * sd;
    }
}
