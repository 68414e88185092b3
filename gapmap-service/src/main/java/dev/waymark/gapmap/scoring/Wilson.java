package dev.waymark.gapmap.scoring;

/**
 * The score interval of a proportion, without continuity correction: E. B. Wilson, "Probable inference, the law of
 * succession, and statistical inference", JASA 22 (1927); method 3 in R. G. Newcombe, Statistics in Medicine 17 (1998).
 */
final class Wilson {

    private Wilson() {}

    /**
     * The interval of successes / n, within [0, 1].
     *
     * @throws IllegalArgumentException if n is not positive or successes not in [0, n]
     */
    static Interval interval(long successes, long n, double confidence) {
        if (n <= 0 || successes < 0 || successes > n) {
            throw new IllegalArgumentException(successes + " of " + n + " is no proportion");
        }
        double z = Interval.z(confidence);
        double share = (double) successes / n;
        double shrink = 1 + z * z / n;
        double centre = (share + z * z / (2 * n)) / shrink;
        double margin = z * Math.sqrt(share * (1 - share) / n + z * z / (4.0 * n * n)) / shrink;
        // The formula stays within 0 and 1 and reaches them for none and all; rounding would miss both.
        double low = successes == 0 ? 0 : Math.max(0, centre - margin);
        double high = successes == n ? 1 : Math.min(1, centre + margin);
        return new Interval(low, high);
    }
}
