package dev.waymark.gapmap.scoring.method;

import static dev.waymark.gapmap.scoring.MapSketch.A;
import static dev.waymark.gapmap.scoring.MapSketch.B;
import static dev.waymark.gapmap.scoring.MapSketch.OWN;
import static dev.waymark.gapmap.scoring.MapSketch.SCALE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.waymark.gapmap.scoring.MapSketch;
import dev.waymark.gapmap.scoring.Scale;
import dev.waymark.gapmap.scoring.ScoringSettings;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published cases of each method, and what follows for the interval. */
class MethodTest {

    private static final Offset<Double> SIX_DECIMALS = within(5e-7);
    private static final Scale TEN = Scale.of("1", "10", "1");

    /** Gale's luxury cars: K. Yang, "Design for Six Sigma for Service", McGraw-Hill (2005), chapter 5, which rounds the ratios first. */
    @Test
    void customerValueOfLuxuryCars() {
        var own = new int[] {9, 6, 9, 7};
        var others = new int[] {7, 6, 8, 7};
        var quality = quality(new double[] {6, 2, 1, 1}, own, others);
        assertThat(quality).isEqualTo(118.392857, SIX_DECIMALS);
        assertThat(100 * 100 / quality).isEqualTo(84.464555, SIX_DECIMALS);
    }

    /** Gale's endo-surgery against traditional surgery, there. */
    @Test
    void customerValueOfEndoSurgery() {
        var weights = new double[] {8, 6, 2, 1, 3};
        assertThat(quality(weights, new int[] {6, 6, 6, 7, 8}, new int[] {2, 3, 4, 5, 4}))
                .isEqualTo(232, SIX_DECIMALS);
    }

    @Test
    void customerValueNeedByNeed() {
        // Own 3 3 3 3 4 4 4 4: mean 3.5, variance 8·0.25/7 = 2/7, standard error √(1/28); A 5 ×8; B 4 ×8: together 4.5,
        // without error.
        var map = MapSketch.against(A, B)
                .need(1, 6.0)
                .rated(1, OWN, 0, 0, 4, 4, 0)
                .rated(1, A, 0, 0, 0, 0, 8)
                .rated(1, B, 0, 0, 0, 8, 0)
                .need(2, 2.0)
                .rated(2, OWN, 0, 0, 0, 8, 0)
                .rated(2, A, 0, 8, 0, 0, 0)
                .need(3, 9.0);

        var result = Method.CVA.score(map.score(), SCALE);

        var ratio = 3.5 / 4.5;
        var margin = 1.959963985 * Math.sqrt(1 / 28.0) / 4.5;
        var first = result.needs().getFirst();
        assertThat(first.quality().weight()).isEqualTo(75);
        assertThat(first.quality().score()).isEqualTo(100 * ratio, SIX_DECIMALS);
        assertThat(first.quality().ci().high()).isEqualTo(100 * (ratio + margin), SIX_DECIMALS);
        assertThat(first.score()).isEqualTo(75 * (1 - ratio), SIX_DECIMALS);
        assertThat(first.ci().low()).isEqualTo(75 * (1 - ratio - margin), SIX_DECIMALS);
        assertThat(result.needs()).extracting(MethodScore::rank).containsExactly(1, 2, null);
        assertThat(result.quality().score()).isEqualTo(75 * ratio + 25 * 2, SIX_DECIMALS);
        assertThat(result.quality().ci().low()).isEqualTo(75 * (ratio - margin) + 25 * 2, SIX_DECIMALS);
    }

    @Test
    void whatDoesNotMatterIsLostByNobody() {
        var map = MapSketch.against(A);
        for (var i = 1; i <= 2; i++) {
            map.need(i, i == 1 ? 0.0 : 5.0).rated(i, OWN, 0, 0, 0, 0, 5).rated(i, A, 5, 0, 0, 0, 0);
        }

        // Not −0, which no tie and no reader would take for 0.
        assertThat(String.valueOf(
                        Method.CVA.score(map.score(), SCALE).needs().getFirst().score()))
                .isEqualTo("0.0");
    }

    @Test
    void noRatioOfRatingsThatMayBeBelowZero() {
        var scale = Scale.of("-2", "2", "1");
        var map = MapSketch.against(A)
                .on(scale)
                .need(1, 6.0)
                .rated(1, OWN, 0, 0, 0, 8, 0)
                .rated(1, A, 0, 0, 0, 0, 8);

        var result = Method.CVA.score(map.score(), scale);

        assertThat(result.quality()).isNull();
        assertThat(result.needs().getFirst().score()).isNull();
    }

    /** Ulwick's own examples: importance and satisfaction, and the opportunity. */
    @ParameterizedTest
    @CsvSource({"9, 30, 15", "9, 90, 9", "4.7, 21, 7.3", "2.4, 32, 2.4"})
    void opportunityIsImportanceAndWhatSatisfactionLacks(double importance, long satisfied, double opportunity) {
        var need = MapSketch.against().need(1, importance).rated(1, OWN, 0, 0, 100 - satisfied, satisfied, 0);

        var score = Method.ODI.score(need.score(), SCALE).needs().getFirst();

        assertThat(score.score()).isEqualTo(opportunity, SIX_DECIMALS);
        assertThat(score.opportunity()).isEqualTo(opportunity >= 10);
    }

    /** Newcombe (1998): of 263, 81 give .2553 to .3662. */
    @Test
    void opportunityHasTheIntervalOfSatisfaction() {
        var need = MapSketch.against().need(1, 9.0).rated(1, OWN, 182, 0, 0, 0, 81);

        var ci = Method.ODI.score(need.score(), SCALE).needs().getFirst().ci();

        assertThat(ci.low()).isEqualTo(18 - 3.662, within(5e-4));
        assertThat(ci.high()).isEqualTo(18 - 2.553, within(5e-4));
    }

    @Test
    void potentialGainIsWhatPerfectionWouldAdd() {
        // mean 3.5, standard error √(1/28), t(0.975; 7) = 2.364624
        var need = MapSketch.against().need(1, 6.0).rated(1, OWN, 0, 0, 4, 4, 0);

        var score = Method.PGCV.score(need.score(), SCALE).needs().getFirst();

        assertThat(score.score()).isEqualTo(6 * 5 - 6 * 3.5);
        assertThat(score.ci().low()).isEqualTo(6 * (1.5 - 2.364624 * Math.sqrt(1 / 28.0)), within(1e-5));
        assertThat(score.ci().high()).isEqualTo(6 * (1.5 + 2.364624 * Math.sqrt(1 / 28.0)), within(1e-5));
    }

    @Test
    void valueGapHasTheIntervalOfTheDifference() {
        var map = MapSketch.against(A).need(1, 6.0).rated(1, OWN, 0, 3, 3, 0, 0).rated(1, A, 0, 0, 0, 3, 3);
        var comparison = map.first().competitors().getFirst().comparison();

        var score = Method.GAP.score(map.score(), SCALE).needs().getFirst();

        assertThat(score.score()).isEqualTo(12);
        assertThat(score.ci().low()).isEqualTo(-6 * comparison.ci().high());
        assertThat(score.ci().low()).isPositive().isLessThan(12);
        assertThat(score.ci().high()).isEqualTo(-6 * comparison.ci().low());
    }

    @Test
    void quadrantsAreMartillasAndTheOrderIsTheDistanceAboveTheDiagonal() {
        var map = MapSketch.against()
                .need(1, 8.0)
                .rated(1, OWN, 0, 8, 0, 0, 0)
                .need(2, 8.0)
                .rated(2, OWN, 0, 0, 0, 8, 0)
                .need(3, 2.0)
                .rated(3, OWN, 0, 8, 0, 0, 0)
                .need(4, 2.0)
                .rated(4, OWN, 0, 0, 0, 8, 0)
                .need(5, null)
                .rated(5, OWN, 0, 0, 0, 8, 0);

        var needs = Method.IPA.score(map.score(), SCALE).needs();

        assertThat(needs)
                .extracting(MethodScore::quadrant)
                .containsExactly(
                        Quadrant.CONCENTRATE_HERE,
                        Quadrant.KEEP_UP_THE_GOOD_WORK,
                        Quadrant.LOW_PRIORITY,
                        Quadrant.POSSIBLE_OVERKILL,
                        null);
        // a mean of 2 is 2.5 on 0 to 10, a mean of 4 is 7.5
        assertThat(needs).extracting(MethodScore::score).containsExactly(5.5, 0.5, -0.5, -5.5, null);
        assertThat(needs).extracting(MethodScore::rank).containsExactly(1, 2, 3, 4, null);
    }

    @Test
    void equalScoresShareARank() {
        var map = MapSketch.against();
        for (var i = 1; i <= 3; i++) {
            map.need(i, i < 3 ? 8.0 : 2.0).rated(i, OWN, 0, 8, 0, 0, 0);
        }

        assertThat(Method.PGCV.score(map.score(), SCALE).needs())
                .extracting(MethodScore::rank)
                .containsExactly(1, 1, 3);
    }

    /** 6 · 1.6 and 4 · 2.4 are 9.6 both, but not in binary; what does not matter has no sign. */
    @Test
    void roundingMakesNoDifference() {
        var map = MapSketch.against()
                .need(1, 6.0)
                .rated(1, OWN, 0, 0, 3, 2, 0)
                .need(2, 4.0)
                .rated(2, OWN, 0, 2, 3, 0, 0)
                .need(3, 0.0)
                .rated(3, OWN, 0, 0, 0, 0, 5)
                .need(4, 8.2)
                .rated(4, OWN, 9, 0, 0, 16, 0);

        assertThat(Method.PGCV.score(map.score(), SCALE).needs())
                .extracting(MethodScore::rank)
                .startsWith(2, 2);
        assertThat(Method.ODI.score(map.score(), SCALE).needs().getLast().opportunity())
                .isTrue();
    }

    @Test
    void withoutRatingsNoMethodSaysAnything() {
        var map = MapSketch.against(A).with(ScoringSettings.defaults()).need(1, 8.0);

        assertThat(Method.OF_NEEDS).hasSize(7).allSatisfy(method -> {
            var result = method.score(map.score(), SCALE);
            assertThat(result.needs()).containsExactly(MethodScore.none(MapSketch.id(1)));
            assertThat(result.quality()).isNull();
        });
    }

    /** All ratings of a provider on a need are the same, so that means are whole numbers. */
    private static double quality(double[] weights, int[] own, int[] others) {
        var map = MapSketch.against(A).on(TEN);
        for (var i = 0; i < weights.length; i++) {
            map.need(i, weights[i]).rated(i, OWN, fiveTimes(own[i])).rated(i, A, fiveTimes(others[i]));
        }
        return Method.CVA.score(map.score(), TEN).quality().score();
    }

    private static long[] fiveTimes(int rating) {
        var counts = new long[10];
        Arrays.fill(counts, rating - 1, rating, 5);
        return counts;
    }
}
