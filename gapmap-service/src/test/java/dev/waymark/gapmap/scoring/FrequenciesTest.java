package dev.waymark.gapmap.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FrequenciesTest {

    private static final Scale FIVE = Scale.of("1", "5", "1");
    private static final Scale HALVES = Scale.of("1", "5", "0.5");

    /** Mean and top two are the published ones; the rest is scipy.stats (sem, t.interval, binomtest). */
    @Test
    void satisfactionCountsGiveMeanAndTopTwo() {
        Cell cell = Frequencies.of(FIVE, 12, 28, 45, 180, 95).cell(0.95);

        assertThat(cell.n()).isEqualTo(360);
        assertThat(cell.mean()).isCloseTo(3.883333, within(5e-7));
        assertThat(cell.topBox().share()).isCloseTo(0.763889, within(5e-7));
        assertThat(cell.sd()).isCloseTo(0.9945534124674734, within(1e-12));
        assertThat(cell.standardError()).isCloseTo(0.05241756730150198, within(1e-12));
        assertThat(cell.ci().low()).isCloseTo(3.7802492632456413, within(1e-9));
        assertThat(cell.ci().high()).isCloseTo(3.9864174034210254, within(1e-9));
        assertThat(cell.topBox().low()).isCloseTo(0.7173758345890059, within(1e-9));
        assertThat(cell.topBox().high()).isCloseTo(0.8048296353864058, within(1e-9));
    }

    /** Computed with NumPy and scipy.stats.t.interval at 90 %. */
    @Test
    void halfStepsCountAsHalves() {
        Cell cell = Frequencies.of(HALVES, 1, 0, 2, 1, 3, 0, 4, 2, 1).cell(0.9);

        assertThat(cell.mean()).isCloseTo(3.3214285714285716, within(1e-15));
        assertThat(cell.sd()).isCloseTo(1.1537087830314703, within(1e-12));
        assertThat(cell.topBox().share()).isCloseTo(3.0 / 14, within(1e-15));
        assertThat(cell.ci().low()).isCloseTo(2.7753760599570705, within(1e-8));
        assertThat(cell.ci().high()).isCloseTo(3.8674810829000723, within(1e-8));
    }

    @Test
    void withoutRatingsEverythingIsUnknown() {
        assertThat(Frequencies.none(FIVE).cell(0.95)).isEqualTo(new Cell(0, null, null, null, null, null));
    }

    @Test
    void aSingleRatingHasNoSpread() {
        Cell cell = Frequencies.of(FIVE, 0, 0, 0, 1, 0).cell(0.95);

        assertThat(cell.mean()).isEqualTo(4);
        assertThat(cell.sd()).isNull();
        assertThat(cell.standardError()).isNull();
        assertThat(cell.ci()).isNull();
        assertThat(cell.topBox().share()).isEqualTo(1);
    }

    @Test
    void equalRatingsHaveASpreadOfZero() {
        Cell cell = Frequencies.of(FIVE, 0, 0, 0, 9, 0).cell(0.95);

        assertThat(cell.sd()).isZero();
        assertThat(cell.ci()).isEqualTo(new Interval(4, 4));
    }

    /** Half of them 4 and half 5: n·Σi² alone is beyond a long. */
    @Test
    void hundredsOfTrillionsOfRatingsLoseNothing() {
        Frequencies ratings = Frequencies.of(FIVE, 0, 0, 0, 500_000_000_000_000L, 500_000_000_000_000L);

        assertThat(ratings.mean()).isEqualTo(4.5);
        assertThat(ratings.sd()).isCloseTo(0.5, within(1e-15));
    }

    @Test
    void oneDeviantAmongBillionsIsSeen() {
        Frequencies ratings = Frequencies.of(FIVE, 1, 0, 0, 0, 3_999_999_999L);

        // Variance of one 1 among n fives: 16·(n−1)/(n·(n−1)) = 16/n.
        assertThat(ratings.sd()).isCloseTo(Math.sqrt(16 / 4e9), within(1e-18));
    }

    @Test
    void countsThatDoNotFitAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Frequencies.of(FIVE, 1, 2, 3, 4))
                .withMessage("4 counts for a scale of 5 points");
        assertThatIllegalArgumentException().isThrownBy(() -> Frequencies.of(FIVE, 1, 2, 3, 4, -1));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Frequencies.of(FIVE, Long.MAX_VALUE, 1, 0, 0, 0));
    }

    @Test
    void laterChangesOfTheArrayDoNotMatter() {
        long[] counts = {0, 0, 0, 0, 2};
        Frequencies ratings = Frequencies.of(FIVE, counts);
        counts[0] = 99;

        assertThat(ratings.mean()).isEqualTo(5);
    }

    @Property
    void agreesWithTheListOfRatings(@ForAll @Size(9) List<@IntRange(max = 30) Integer> counts) {
        double[] ratings = IntStream.range(0, 9)
                .boxed()
                .flatMapToDouble(i -> DoubleStream.generate(() -> 1 + i * 0.5).limit(counts.get(i)))
                .toArray();

        Frequencies frequencies = Frequencies.of(
                HALVES, counts.stream().mapToLong(Integer::longValue).toArray());

        assertThat(frequencies.n()).isEqualTo(ratings.length);
        double mean = DoubleStream.of(ratings).average().orElse(Double.NaN);
        if (ratings.length >= 1) {
            assertThat(frequencies.mean()).isCloseTo(mean, within(1e-12));
        }
        if (ratings.length >= 2) {
            double squares =
                    DoubleStream.of(ratings).map(x -> (x - mean) * (x - mean)).sum();
            assertThat(frequencies.sd()).isCloseTo(Math.sqrt(squares / (ratings.length - 1)), within(1e-12));
        }
        assertThat(frequencies.topTwo())
                .isEqualTo(DoubleStream.of(ratings).filter(x -> x >= 4.5).count());
    }
}
