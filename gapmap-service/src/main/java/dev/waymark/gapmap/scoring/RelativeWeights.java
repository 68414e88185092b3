package dev.waymark.gapmap.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * Relative weights: what each need contributes to explaining the outcome by all of them, shared out fairly where needs go together. With
 * the correlations R of the needs and r with the outcome, Λ the symmetric square root of R and β = Λ⁻¹r, the weight of need j is
 * Σₖ Λⱼₖ² · βₖ². J. W. Johnson, "A Heuristic Method for Estimating the Relative Weight of Predictor Variables in Multiple Regression",
 * Multivariate Behavioral Research 35 (2000).
 */
public final class RelativeWeights {

    /** Of the highest eigenvalue: below it another is 0 or negative, but for rounding. */
    private static final double NOTHING = 1e-10;

    private static final int FULL = 10;

    private final List<UUID> needs;
    private final JointSums sums;
    /** In the order of the needs; empty if there are none, or nothing follows from their correlations. */
    private final double[] weights;

    private RelativeWeights(List<UUID> needs, JointSums sums) {
        this.needs = needs;
        this.sums = sums;
        this.weights = needs.isEmpty() ? new double[0] : weights(needs, sums);
    }

    /**
     * @param minResponses that each correlation must rest on. A need that has fewer with the outcome takes no part, nor does one that has
     *     fewer with another need which has more with the outcome
     */
    public static RelativeWeights of(List<UUID> needs, JointSums sums, int minResponses) {
        Predicate<PairSums> enough = pair -> pair.n() >= minResponses && pair.correlation() != null;
        var chosen = new ArrayList<UUID>();
        needs.stream()
                .filter(need -> enough.test(sums.withOutcome(need)))
                .sorted(Comparator.comparing(need -> -sums.withOutcome(need).n()))
                .filter(need -> chosen.stream().allMatch(other -> enough.test(sums.of(need, other))))
                .forEach(chosen::add);
        return new RelativeWeights(needs.stream().filter(chosen::contains).toList(), sums);
    }

    private static RealMatrix correlations(List<UUID> needs, JointSums sums) {
        var matrix = MatrixUtils.createRealIdentityMatrix(needs.size());
        for (var i = 0; i < needs.size(); i++) {
            for (var j = 0; j < i; j++) {
                double r = sums.of(needs.get(i), needs.get(j)).correlation();
                matrix.setEntry(i, j, r);
                matrix.setEntry(j, i, r);
            }
        }
        return matrix;
    }

    /** Those that take part, in the order of the map. */
    public List<UUID> needs() {
        return needs;
    }

    /**
     * Whether no responses at all can have these correlations, with each other and with the outcome, since each is over others; or needs
     * go together so closely that nothing tells them apart.
     */
    public boolean contradict() {
        return weights.length < needs.size();
    }

    /** Of the needs that take part, if their correlations do not contradict each other. */
    Map<UUID, RelativeWeight> byNeed() {
        var highest = Arrays.stream(weights).max().orElse(0);
        var byNeed = new HashMap<UUID, RelativeWeight>();
        for (var i = 0; i < weights.length; i++) {
            var value = highest == 0 ? null : (Double) (FULL * (weights[i] / highest));
            byNeed.put(needs.get(i), new RelativeWeight(weights[i], fewest(needs.get(i)), sums.complete(), value));
        }
        return byNeed;
    }

    private static double[] weights(List<UUID> needs, JointSums sums) {
        var parts = new EigenDecomposition(correlations(needs, sums));
        if (isSingular(parts)) {
            return new double[0];
        }
        var root = parts.getSquareRoot();
        var r = needs.stream()
                .mapToDouble(need -> sums.withOutcome(need).correlation())
                .toArray();
        RealVector beta = squared(parts.getSolver().solve(root.operate(new ArrayRealVector(r))));
        var squares = root.copy();
        for (var row = 0; row < needs.size(); row++) {
            squares.setRowVector(row, squared(root.getRowVector(row)));
        }
        var weights = squares.operate(beta).toArray();
        return Arrays.stream(weights).sum() > 1 + NOTHING ? new double[0] : weights;
    }

    private static boolean isSingular(EigenDecomposition parts) {
        var eigenvalues = DoubleStream.of(parts.getRealEigenvalues()).summaryStatistics();
        return eigenvalues.getMin() < NOTHING * eigenvalues.getMax();
    }

    private static RealVector squared(RealVector vector) {
        return vector.ebeMultiply(vector);
    }

    private long fewest(UUID need) {
        return needs.stream()
                .mapToLong(other -> other.equals(need)
                        ? sums.withOutcome(need).n()
                        : sums.of(need, other).n())
                .min()
                .orElseThrow();
    }
}
