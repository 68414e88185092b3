package dev.waymark.gapmap.scoring;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Control of the false discovery rate by the step-up procedure of Y. Benjamini and Y. Hochberg, "Controlling the false
 * discovery rate", Journal of the Royal Statistical Society B 57 (1995).
 */
final class BenjaminiHochberg {

    private BenjaminiHochberg() {}

    /**
     * Adjusted p-values, in the order of the input: the i-th smallest of m becomes {@code min over k ≥ i of m·p(k)/k},
     * at most 1. Rejecting where the adjusted value is ≤ α is the step-up procedure at α.
     *
     * @param p p-values, 0 to 1
     */
    static double[] adjust(List<Double> p) {
        int m = p.size();
        List<Integer> largestFirst = IntStream.range(0, m)
                .boxed()
                .sorted(Comparator.comparing(p::get).reversed())
                .toList();
        double[] adjusted = new double[m];
        double smallest = 1;
        for (int i = 0; i < m; i++) {
            int at = largestFirst.get(i);
            // The quotient first: it is at least 1, so rounding cannot put an adjusted value below the raw one.
            smallest = Math.min(smallest, p.get(at) * ((double) m / (m - i)));
            adjusted[at] = smallest;
        }
        return adjusted;
    }
}
