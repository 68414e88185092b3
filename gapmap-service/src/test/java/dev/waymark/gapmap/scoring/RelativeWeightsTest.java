package dev.waymark.gapmap.scoring;

import static dev.waymark.gapmap.scoring.MapSketch.id;
import static dev.waymark.gapmap.scoring.PairSumsTest.sums;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelativeWeightsTest {

    private static final Offset<Double> NINE_DECIMALS = within(5e-10);

    /** Needs that do not go together are worth the squares of their correlations. */
    @Test
    void withoutCorrelationTheWeightIsTheSquare() {
        var weights = weights(0, 0.6, -0.3);

        assertThat(weights.get(id(1)).weight()).isEqualTo(0.36, NINE_DECIMALS);
        assertThat(weights.get(id(2)).weight()).isEqualTo(0.09, NINE_DECIMALS);
        assertThat(weights.get(id(1)).value()).isEqualTo(10);
        assertThat(weights.get(id(2)).value()).isEqualTo(2.5, NINE_DECIMALS);
        assertThat(weights.get(id(1)).n()).isEqualTo(10_000);
    }

    /**
     * Of two needs the root of R is (a b; b a) with a + b = √(1 + ρ) and a − b = √(1 − ρ), and R² = (r₁² + r₂² − 2 ρ r₁ r₂) / (1 − ρ²).
     */
    @ParameterizedTest
    @CsvSource({"0.5, 0.6, 0.3", "0.8, 0.5, 0.5", "-0.4, 0.2, 0.7", "0.9, 0.6, 0.4"})
    void ofTwoNeedsTheyFollowByHand(double rho, double first, double second) {
        var a = (Math.sqrt(1 + rho) + Math.sqrt(1 - rho)) / 2;
        var b = (Math.sqrt(1 + rho) - Math.sqrt(1 - rho)) / 2;
        var betaFirst = (a * first - b * second) / (a * a - b * b);
        var betaSecond = (a * second - b * first) / (a * a - b * b);

        var weights = weights(rho, first, second);

        assertThat(weights.get(id(1)).weight())
                .isEqualTo(a * a * betaFirst * betaFirst + b * b * betaSecond * betaSecond, within(1e-7));
        assertThat(weights.get(id(2)).weight())
                .isEqualTo(b * b * betaFirst * betaFirst + a * a * betaSecond * betaSecond, within(1e-7));
        assertThat(weights.get(id(1)).weight() + weights.get(id(2)).weight())
                .isEqualTo(
                        (first * first + second * second - 2 * rho * first * second) / (1 - rho * rho), within(1e-7));
    }

    /** Two needs that are the same have nothing to share by, and three that each go against the others cannot be. */
    @Test
    void correlationsThatContradictEachOtherGiveNone() {
        var twins = RelativeWeights.of(List.of(id(1), id(2)), joint(1, 0.5, 0.5), 5);
        assertThat(twins.contradict()).isTrue();
        assertThat(twins.byNeed()).isEmpty();

        var one = pair(0.5);
        var against = pair(-0.8);
        var three = new JointSums(
                Map.of(
                        new JointSums.Pair(id(1), id(2)), against,
                        new JointSums.Pair(id(1), id(3)), against,
                        new JointSums.Pair(id(3), id(2)), against),
                Map.of(id(1), one, id(2), one, id(3), one),
                false);
        assertThat(RelativeWeights.of(List.of(id(1), id(2), id(3)), three, 5).contradict())
                .isTrue();
    }

    /** Both go with the outcome, and against each other: possible for those who rated two of the three each, not for one set of people. */
    @Test
    void noMoreThanEverythingCanBeExplained() {
        var weights = RelativeWeights.of(List.of(id(1), id(2)), joint(-0.8, 0.8, 0.8), 5);

        assertThat(weights.contradict()).isTrue();
        assertThat(weights.byNeed()).isEmpty();
        assertThat(RelativeWeights.of(List.of(id(1), id(2)), joint(-0.8, 0.1, 0.1), 5)
                        .contradict())
                .isFalse();
    }

    @Test
    void whoIsHardlyRatedTakesNoPart() {
        var sums = new JointSums(
                Map.of(new JointSums.Pair(id(1), id(4)), sums(4, 10, 10, 30, 30, 28)),
                Map.of(id(1), pair(0.5), id(2), sums(4, 10, 2, 30, 2, 6), id(4), sums(9, 0, 0, 9, 9, 5)),
                false);

        var weights = RelativeWeights.of(List.of(id(1), id(2), id(3), id(4)), sums, 5);

        assertThat(weights.contradict()).isFalse();
        assertThat(weights.byNeed()).containsOnlyKeys(id(1));
        assertThat(weights.byNeed().get(id(1)).weight()).isEqualTo(0.25, NINE_DECIMALS);
    }

    @Test
    void ofTwoThatNobodyRatesTogetherOneTakesPart() {
        var sums = new JointSums(Map.of(), Map.of(id(1), sums(9, 0, 0, 9, 9, 5), id(2), pair(0.4)), false);

        var weights = RelativeWeights.of(List.of(id(1), id(2)), sums, 5);

        assertThat(weights.contradict()).isFalse();
        assertThat(weights.byNeed()).containsOnlyKeys(id(2));
    }

    @Test
    void theyAreTheImportanceIfTheMapSaysSo() {
        var settings = new ScoringSettings(
                0.95, 5, null, ImportanceSource.RELATIVE_WEIGHTS, PerformanceCrosshair.SCALE_MIDPOINT);
        var map = MapSketch.against().with(settings).need(1, 3.0).need(2, 4.0).joint(joint(0, 0.6, 0.3));

        assertThat(map.score().needs())
                .extracting(need -> need.importance().value())
                .satisfiesExactly(first -> assertThat(first).isEqualTo(10), second -> assertThat(second)
                        .isEqualTo(2.5, NINE_DECIMALS));
        assertThat(map.joint(JointSums.NONE).score().warnings())
                .extracting(Warning::code)
                .containsExactly(Warning.Code.NO_RELATIVE_WEIGHTS);
    }

    private static Map<UUID, RelativeWeight> weights(double rho, double first, double second) {
        return RelativeWeights.of(List.of(id(1), id(2)), joint(rho, first, second), 5)
                .byNeed();
    }

    private static JointSums joint(double rho, double first, double second) {
        return new JointSums(
                Map.of(new JointSums.Pair(id(1), id(2)), pair(rho)),
                Map.of(id(1), pair(first), id(2), pair(second)),
                false);
    }

    /** Ten thousand responses of means 0 and variances 1 with a correlation of four decimals. */
    private static PairSums pair(double correlation) {
        return sums(10_000, 0, 0, 10_000, 10_000, Math.round(correlation * 10_000));
    }
}
