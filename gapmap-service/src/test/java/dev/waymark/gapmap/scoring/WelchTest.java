package dev.waymark.gapmap.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class WelchTest {

    private static final Scale FIVE = Scale.of("1", "5", "1");

    /** R's documentation of t.test: {@code t.test(extra ~ group, data = sleep)}. */
    @Test
    void agreesWithR() {
        Scale hours = Scale.of("-2", "6", "0.1");
        Cell first = sample(hours, "0.7 -1.6 -0.2 -1.2 -0.1 3.4 3.7 0.8 0.0 2.0");
        Cell second = sample(hours, "1.9 0.8 1.1 0.1 -0.1 4.4 5.5 1.6 4.6 3.4");

        Welch welch = Welch.of(first, second, 0.95).orElseThrow();

        assertThat(welch.t()).isCloseTo(-1.8608135, within(5e-8));
        assertThat(welch.df()).isCloseTo(17.7764735, within(5e-8));
        assertThat(welch.p()).isCloseTo(.0793941, within(5e-8));
        assertThat(welch.ci().low()).isCloseTo(-3.3654832, within(5e-8));
        assertThat(welch.ci().high()).isCloseTo(0.2054832, within(5e-8));
    }

    /** Computed with scipy.stats.ttest_ind(equal_var=False). */
    @Test
    void oneSideWithoutVarianceIsTestedByTheOther() {
        Welch welch = Welch.of(cell(0, 0, 6, 0, 0), cell(1, 1, 2, 1, 2), 0.95).orElseThrow();

        assertThat(welch.t()).isCloseTo(-0.5052911526399111, within(1e-12));
        assertThat(welch.df()).isCloseTo(6, within(1e-12));
        assertThat(welch.p()).isCloseTo(0.6313742583410941, within(1e-12));
        assertThat(welch.ci().low()).isCloseTo(-1.6693080179677466, within(1e-8));
        assertThat(welch.ci().high()).isCloseTo(1.0978794465391755, within(1e-8));
    }

    @Test
    void swappingTheSidesTurnsTheSigns() {
        Welch one = Welch.of(cell(1, 2, 3, 4, 5), cell(9, 1, 0, 1, 2), 0.9).orElseThrow();
        Welch other = Welch.of(cell(9, 1, 0, 1, 2), cell(1, 2, 3, 4, 5), 0.9).orElseThrow();

        assertThat(other.t()).isEqualTo(-one.t());
        assertThat(other.p()).isEqualTo(one.p());
        assertThat(other.ci().low()).isCloseTo(-one.ci().high(), within(1e-12));
    }

    @Test
    void withoutVarianceOnBothSidesThereIsNoTest() {
        assertThat(Welch.of(cell(0, 0, 0, 0, 50), cell(0, 0, 0, 0, 50), 0.95)).isEmpty();
        assertThat(Welch.of(cell(0, 0, 0, 0, 50), cell(50, 0, 0, 0, 0), 0.95)).isEmpty();
    }

    @Test
    void fewerThanTwoRatingsOnASideGiveNoTest() {
        assertThat(Welch.of(cell(0, 0, 0, 0, 1), cell(3, 2, 0, 0, 1), 0.95)).isEmpty();
        assertThat(Welch.of(cell(3, 2, 0, 0, 1), cell(0, 0, 0, 0, 0), 0.95)).isEmpty();
    }

    private static Cell cell(long... counts) {
        return Frequencies.of(FIVE, counts).cell(0.95);
    }

    private static Cell sample(Scale scale, String ratings) {
        long[] counts = new long[scale.size()];
        for (String rating : ratings.split(" ")) {
            counts[scale.indexOf(new BigDecimal(rating)).orElseThrow()]++;
        }
        return Frequencies.of(scale, counts).cell(0.95);
    }
}
