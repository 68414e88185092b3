package dev.waymark.gapmap.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PairSumsTest {

    /** x = 1 2 3 4 5 5, y = 1 1 1 0 0 1; r by scipy.stats.pearsonr. */
    @Test
    void theCorrelationIsPearsons() {
        assertThat(sums(6, 20, 4, 80, 4, 11).correlation()).isCloseTo(-0.5533985905294664, within(1e-15));
    }

    @Test
    void aPerfectLineCorrelatesByOne() {
        // (1, 2) (2, 4) (4, 8)
        assertThat(sums(3, 7, 14, 21, 84, 42).correlation()).isEqualTo(1);
        assertThat(sums(3, 7, -14, 21, 84, -42).correlation()).isEqualTo(-1);
    }

    @Test
    void whatDoesNotVaryDoesNotCorrelate() {
        assertThat(PairSums.none().correlation()).isNull();
        assertThat(sums(1, 4, 1, 16, 1, 4).correlation()).isNull();
        assertThat(sums(3, 12, 2, 48, 2, 8).correlation()).isNull();
        assertThat(sums(3, 6, 3, 14, 3, 6).correlation()).isNull();
    }

    @Test
    void impossibleSumsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> sums(-1, 0, 0, 0, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> sums(2, 4, 1, 7, 1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> sums(3, 7, 14, 21, 84, 43));
    }

    @Property
    void agreesWithDeviationsFromTheMeans(
            @ForAll @Size(min = 2, max = 50) List<@IntRange(min = 1, max = 5) Integer> x, @ForAll long outcomes) {
        List<Integer> y = IntStream.range(0, x.size())
                .mapToObj(i -> (int) (outcomes >>> i & 1))
                .toList();
        double meanX = x.stream().mapToInt(v -> v).average().orElseThrow();
        double meanY = y.stream().mapToInt(v -> v).average().orElseThrow();
        double xx = 0;
        double yy = 0;
        double xy = 0;
        long[] raw = new long[5];
        for (int i = 0; i < x.size(); i++) {
            int a = x.get(i);
            int b = y.get(i);
            xx += (a - meanX) * (a - meanX);
            yy += (b - meanY) * (b - meanY);
            xy += (a - meanX) * (b - meanY);
            raw = new long[] {raw[0] + a, raw[1] + b, raw[2] + a * a, raw[3] + b * b, raw[4] + a * b};
        }

        Double r = sums(x.size(), raw[0], raw[1], raw[2], raw[3], raw[4]).correlation();

        if (x.stream().distinct().count() < 2 || y.stream().distinct().count() < 2) {
            assertThat(r).isNull();
        } else {
            assertThat(r).isCloseTo(xy / Math.sqrt(xx * yy), within(1e-12));
        }
    }

    static PairSums sums(long n, long... values) {
        List<BigDecimal> s = Arrays.stream(values).mapToObj(BigDecimal::valueOf).toList();
        return new PairSums(n, s.get(0), s.get(1), s.get(2), s.get(3), s.get(4));
    }
}
