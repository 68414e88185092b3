package dev.waymark.gapmap.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * How sure the order of value gaps is: the responses of each provider are drawn anew, as many as there are, with replacement, and the needs
 * put in order by what these say. B. Efron, "Bootstrap methods: another look at the jackknife", Annals of Statistics 7 (1979).
 *
 * <p>Importance is taken as known, and so is who takes part: of each need the competitors that have enough ratings.
 *
 * @param importances per need, 0 to 10; null if not known
 * @param own the own provider's ratings
 * @param rivals those of competitors
 */
public record Bootstrap(List<Double> importances, RatingTable own, List<Contender> rivals) {

    public static final int SAMPLES = 1000;
    public static final long SEED = 1;

    private static final String GENERATOR = "L64X128MixRandom";

    /**
     * A competitor.
     *
     * @param needs on which it has enough ratings, by their places
     */
    public record Contender(RatingTable ratings, Set<Integer> needs) {}

    /**
     * Where a need stands in the samples.
     *
     * @param first share of the samples in which no other need has a higher value gap, 0 to 1
     * @param low its rank at the lower end of the central interval
     * @param high its rank at the upper end
     */
    public record Standing(double first, int low, int high) {}

    /**
     * The same for the same input.
     *
     * @param settings with the confidence of the intervals of ranks
     * @return per need; null for those without a value gap
     * @throws CancellationException if the thread is interrupted
     */
    public List<Standing> standings(ScoringSettings settings) {
        RandomGenerator random = RandomGeneratorFactory.of(GENERATOR).create(SEED);
        int[][] times = new int[importances.size()][importances.size() + 1];
        for (int sample = 0; sample < SAMPLES; sample++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("interrupted");
            }
            double[] gaps = gaps(random);
            for (int need = 0; need < gaps.length; need++) {
                double gap = gaps[need];
                times[need][
                        1
                                + (int) Arrays.stream(gaps)
                                        .filter(other -> other > gap)
                                        .count()]++;
            }
        }
        List<Standing> standings = new ArrayList<>();
        for (int need = 0; need < times.length; need++) {
            standings.add(takesPart(need) ? standing(times[need], settings.alpha()) : null);
        }
        return standings;
    }

    private boolean takesPart(int need) {
        return importances.get(need) != null
                && rivals.stream().anyMatch(rival -> rival.needs().contains(need));
    }

    /** Without a gap a need comes last. */
    private double[] gaps(RandomGenerator random) {
        double[] gaps = new double[importances.size()];
        Arrays.fill(gaps, Double.NEGATIVE_INFINITY);
        double[] ofOwn = own.drawMeans(random);
        for (Contender rival : rivals) {
            double[] means = rival.ratings().drawMeans(random);
            for (int need : rival.needs()) {
                if (importances.get(need) != null && !Double.isNaN(means[need]) && !Double.isNaN(ofOwn[need])) {
                    gaps[need] = Math.max(gaps[need], importances.get(need) * (means[need] - ofOwn[need]));
                }
            }
        }
        return gaps;
    }

    private static Standing standing(int[] times, double alpha) {
        return new Standing((double) times[1] / SAMPLES, quantile(times, alpha / 2), quantile(times, 1 - alpha / 2));
    }

    /** The lowest rank that at least a share of the samples reaches. */
    private static int quantile(int[] times, double share) {
        int rank = 0;
        for (double reached = 0; reached < share * SAMPLES || reached == 0; reached += times[rank]) {
            rank++;
        }
        return rank;
    }
}
