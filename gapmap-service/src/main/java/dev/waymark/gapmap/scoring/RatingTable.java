package dev.waymark.gapmap.scoring;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** The ratings of one provider response by response, so that responses can be drawn: they correlate across needs. */
public final class RatingTable {

    private static final byte NOT_RATED = -1;
    private static final int FIRST_CAPACITY = 1024;

    private final int needs;
    private byte[] indexes = new byte[0];
    private int size;

    public RatingTable(int needs) {
        this.needs = needs;
    }

    /** @param response per need the index on the scale, 0 to 100; null where not rated */
    public void add(Integer[] response) {
        if ((size + 1) * needs > indexes.length) {
            indexes = Arrays.copyOf(indexes, Math.max(FIRST_CAPACITY * needs, 2 * indexes.length));
        }
        for (int need = 0; need < needs; need++) {
            indexes[size * needs + need] = response[need] == null ? NOT_RATED : response[need].byteValue();
        }
        size++;
    }

    /** The number of responses. */
    public int size() {
        return size;
    }

    /** The mean index per need of as many responses as there are, drawn with replacement; NaN where none of them rates it. */
    double[] drawMeans(RandomGenerator random) {
        long[] sums = new long[needs];
        int[] counts = new int[needs];
        for (int drawn = 0; drawn < size; drawn++) {
            int at = random.nextInt(size) * needs;
            for (int need = 0; need < needs; need++) {
                byte index = indexes[at + need];
                if (index != NOT_RATED) {
                    sums[need] += index;
                    counts[need]++;
                }
            }
        }
        double[] means = new double[needs];
        Arrays.setAll(means, need -> (double) sums[need] / counts[need]);
        return means;
    }
}
