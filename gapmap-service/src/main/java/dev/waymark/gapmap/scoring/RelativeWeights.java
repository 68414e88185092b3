package dev.waymark.gapmap.scoring;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * Relative weights: what each need contributes to explaining the outcome by all of them, shared out fairly where needs go together. With
 * the correlations R of the needs and r with the outcome, Λ the symmetric square root of R and β = Λ⁻¹r, the weight of need j is
 * Σₖ Λⱼₖ² · βₖ². J. W. Johnson, "A Heuristic Method for Estimating the Relative Weight of Predictor Variables in Multiple Regression",
 * Multivariate Behavioral Research 35 (2000).
 */
public final class RelativeWeights {

    /** Below it an eigenvalue is 0 or negative, but for rounding. */
    private static final double NOTHING = 1e-10;

    private static final int FULL = 10;

    private final List<UUID> needs;
    private final JointSums sums;
    private final double[] lowestFirst;
    private final EigenDecomposition parts;

    private RelativeWeights(List<UUID> needs, JointSums sums, RealMatrix correlations) {
        this.needs = needs;
        this.sums = sums;
        this.parts = correlations == null ? null : new EigenDecomposition(correlations);
        this.lowestFirst = parts == null ? new double[0] : parts.getRealEigenvalues();
        Arrays.sort(lowestFirst);
    }

    /** @param minResponses with fewer a need takes no part */
    public static RelativeWeights of(List<UUID> needs, JointSums sums, int minResponses) {
        var rated = needs.stream()
                .filter(need -> sums.withOutcome(need).n() >= minResponses
                        && sums.withOutcome(need).correlation() != null)
                .toList();
        return new RelativeWeights(rated, sums, correlations(rated, sums));
    }

    /** Null if there are none, or two of them have no correlation. */
    private static RealMatrix correlations(List<UUID> needs, JointSums sums) {
        var matrix = new double[needs.size()][needs.size()];
        for (var i = 0; i < needs.size(); i++) {
            matrix[i][i] = 1;
            for (var j = 0; j < i; j++) {
                var r = sums.of(needs.get(i), needs.get(j)).correlation();
                if (r == null) {
                    return null;
                }
                matrix[i][j] = r;
                matrix[j][i] = r;
            }
        }
        return needs.isEmpty() ? null : new Array2DRowRealMatrix(matrix, false);
    }

    /** Those that take part, in the order of the map. */
    public List<UUID> needs() {
        return needs;
    }

    /** Whether no responses at all can have these correlations: each is over others. */
    public boolean contradict() {
        return parts != null && lowestFirst[0] < NOTHING;
    }

    /** Of the needs that take part, if the correlations are known and do not contradict each other. */
    Map<UUID, RelativeWeight> byNeed() {
        if (parts == null || contradict()) {
            return Map.of();
        }
        var weights = weights();
        var highest = Arrays.stream(weights).max().orElseThrow();
        var byNeed = new HashMap<UUID, RelativeWeight>();
        for (var i = 0; i < weights.length; i++) {
            var value = highest == 0 ? null : (Double) (FULL * (weights[i] / highest));
            byNeed.put(needs.get(i), new RelativeWeight(weights[i], fewest(needs.get(i)), sums.complete(), value));
        }
        return byNeed;
    }

    private double[] weights() {
        var root = parts.getSquareRoot();
        var r = needs.stream()
                .mapToDouble(need -> sums.withOutcome(need).correlation())
                .toArray();
        RealVector beta = squared(parts.getSolver().solve(root.operate(new ArrayRealVector(r))));
        var squares = root.copy();
        for (var row = 0; row < needs.size(); row++) {
            squares.setRowVector(row, squared(root.getRowVector(row)));
        }
        return squares.operate(beta).toArray();
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
