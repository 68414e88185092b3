package dev.waymark.gapmap.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonTest {

    /** Newcombe, Statistics in Medicine 17 (1998), method 3; 23/60 recomputed. */
    @ParameterizedTest
    @CsvSource({
        "81, 263, .2553, .3662",
        "15, 148, .0624, .1605",
        "0, 20, .0000, .1611",
        "1, 29, .0061, .1718",
        "23, 60, .2709, .5098"
    })
    void agreesWithNewcombe(long successes, long n, double low, double high) {
        Interval interval = Wilson.interval(successes, n, 0.95);

        assertThat(interval.low()).isCloseTo(low, within(5e-5));
        assertThat(interval.high()).isCloseTo(high, within(5e-5));
    }

    @Test
    void noneAndAllTouchTheEnds() {
        assertThat(Wilson.interval(0, 7, 0.95).low()).isZero();
        assertThat(Wilson.interval(7, 7, 0.95).high()).isEqualTo(1);
    }

    @Property
    void staysWithinZeroAndOneAroundTheShare(
            @ForAll @LongRange(max = 1_000_000_000_000L) long one, @ForAll @LongRange(max = 1000) long other) {
        long n = one + other + 1;

        Interval interval = Wilson.interval(one, n, 0.95);

        assertThat(interval.low()).isBetween(0.0, (double) one / n);
        assertThat(interval.high()).isBetween((double) one / n, 1.0);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "3, 2", "-1, 2"})
    void whatIsNoProportionIsRefused(long successes, long n) {
        assertThatIllegalArgumentException().isThrownBy(() -> Wilson.interval(successes, n, 0.95));
    }
}
