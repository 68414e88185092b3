package dev.waymark.gapmap.scoring;

import static dev.waymark.gapmap.scoring.MapSketch.A;
import static dev.waymark.gapmap.scoring.MapSketch.B;
import static dev.waymark.gapmap.scoring.MapSketch.OWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Expected p-values: scipy.stats.ttest_ind(equal_var=False) and false_discovery_control, 1.17. */
class VerdictTest {

    private static final long[] HIGH = {0, 0, 0, 10, 10};
    private static final long[] LOW = {10, 10, 0, 0, 0};
    private static final long[] MANY = {0, 0, 400, 400, 0};
    private static final long[] FLAT = {2, 2, 2, 2, 2};
    private static final double P_OF_ONE = 0.026975391739012415;

    @Test
    void everyKindOfVerdict() {
        assertThat(oneOfEachKind())
                .extracting(NeedScore::verdict)
                .containsExactly(Verdict.EXCEL, Verdict.GAP, Verdict.PARITY, Verdict.UNCLEAR, Verdict.INSUFFICIENT);
    }

    @Test
    void adjustingCountsTheComparisonsWithEnoughRatingsOnly() {
        List<Comparison> comparisons = oneOfEachKind().stream()
                .map(need -> need.competitors().getFirst().comparison())
                .toList();

        assertThat(comparisons.get(0).p()).isCloseTo(1.3516727766414072e-20, within(1e-30));
        assertThat(comparisons.get(0).pAdjusted()).isCloseTo(2.70334555e-20, within(1e-28));
        assertThat(comparisons.get(2).pAdjusted()).isEqualTo(1);
        assertThat(comparisons.get(2).ci().high()).isCloseTo(0.04906691680343065, within(1e-8));
        assertThat(comparisons.get(3).p()).isCloseTo(0.7412330635855771, within(1e-10));
        assertThat(comparisons.get(3).pAdjusted()).isCloseTo(0.988310751, within(1e-9));
        assertThat(comparisons.get(4).p()).isNotNull();
        assertThat(comparisons.get(4).pAdjusted()).isNull();
    }

    private static List<NeedScore> oneOfEachKind() {
        return MapSketch.against(A)
                .need(1, 5.0)
                .rated(1, OWN, HIGH)
                .rated(1, A, LOW)
                .need(2, 5.0)
                .rated(2, OWN, LOW)
                .rated(2, A, HIGH)
                .need(3, 5.0)
                .rated(3, OWN, MANY)
                .rated(3, A, MANY)
                .need(4, 5.0)
                .rated(4, OWN, FLAT)
                .rated(4, A, 1, 2, 2, 2, 2)
                .need(5, 5.0)
                .rated(5, OWN, 0, 0, 0, 2, 2)
                .rated(5, A, LOW)
                .score()
                .needs();
    }

    @Test
    void significantAloneIsNotEnoughAmongMany() {
        MapSketch one =
                MapSketch.against(A).need(1, 5.0).rated(1, OWN, 0, 1, 6, 9, 4).rated(1, A, 1, 5, 7, 5, 2);
        assertThat(one.first().competitors().getFirst().comparison().p()).isCloseTo(P_OF_ONE, within(1e-10));
        assertThat(one.first().verdict()).isEqualTo(Verdict.EXCEL);

        MapSketch two = one.need(2, 5.0).rated(2, OWN, FLAT).rated(2, A, FLAT);
        assertThat(two.first().competitors().getFirst().comparison().pAdjusted())
                .isCloseTo(2 * P_OF_ONE, within(1e-10));
        assertThat(two.first().verdict()).isEqualTo(Verdict.UNCLEAR);
    }

    @Test
    void significantComesBeforeEqualEnough() {
        NeedScore need = MapSketch.against(A)
                .need(1, 5.0)
                .rated(1, OWN, 0, 0, 4000, 5000, 0)
                .rated(1, A, 0, 0, 4500, 4500, 0)
                .first();

        assertThat(need.competitors().getFirst().comparison().ci().liesWithin(0.4))
                .isTrue();
        assertThat(need.verdict()).isEqualTo(Verdict.EXCEL);
    }

    @Test
    void theParityMarginDecidesBetweenParityAndUnclear() {
        MapSketch sketch = MapSketch.against(A).need(1, 5.0).rated(1, OWN, MANY).rated(1, A, MANY);

        assertThat(sketch.with(margin(0.05)).first().verdict()).isEqualTo(Verdict.PARITY);
        assertThat(sketch.with(margin(0.04)).first().verdict()).isEqualTo(Verdict.UNCLEAR);
    }

    @Test
    void theMarginIsTenPercentOfTheScaleUnlessSet() {
        MapSketch sketch = MapSketch.against(A);

        assertThat(sketch.score().settings().parityMargin()).isEqualTo(0.4);
        assertThat(sketch.with(margin(0)).score().settings().parityMargin()).isZero();
    }

    @Test
    void theBestCompetitorIsTheBestOfThoseWithEnoughRatings() {
        NeedScore need = MapSketch.against(A, B)
                .need(1, 2.0)
                .rated(1, OWN, FLAT)
                .rated(1, A, 0, 0, 0, 0, 4)
                .rated(1, B, LOW)
                .first();

        assertThat(need.bestCompetitorId()).isEqualTo(B);
        assertThat(need.verdict()).isEqualTo(Verdict.EXCEL);
        assertThat(need.valueGap()).isEqualTo(2 * (1.5 - 3));
        assertThat(need.valueGapToMean()).isEqualTo(2 * (1.5 - 3));
        assertThat(need.competitors()).extracting(CompetitorScore::valueGap).containsExactly(4.0, -3.0);
    }

    @Test
    void equallyGoodCompetitorsAreOrderedByIdAsText() {
        UUID high = UUID.fromString("f0000000-0000-0000-0000-000000000000");
        UUID low = UUID.fromString("10000000-0000-0000-0000-000000000000");

        NeedScore need = MapSketch.against(high, low)
                .need(1, 5.0)
                .rated(1, OWN, FLAT)
                .rated(1, high, 2, 0, 0, 0, 4)
                .rated(1, low, 4, 0, 0, 0, 8)
                .first();

        assertThat(need.bestCompetitorId()).isEqualTo(low);
        assertThat(need.competitors()).extracting(CompetitorScore::providerId).containsExactly(high, low);
    }

    @Test
    void noCompetitorWithEnoughRatingsIsInsufficient() {
        NeedScore need = MapSketch.against(A)
                .need(1, 5.0)
                .rated(1, OWN, HIGH)
                .rated(1, A, 0, 0, 0, 0, 4)
                .first();

        assertThat(need.verdict()).isEqualTo(Verdict.INSUFFICIENT);
        assertThat(need.bestCompetitorId()).isNull();
        assertThat(need.valueGap()).isNull();
        assertThat(need.burnsClass()).isNull();
        assertThat(need.competitors().getFirst().mean()).isEqualTo(5);
        assertThat(need.competitors().getFirst().comparison().gap()).isEqualTo(-0.5);
    }

    @Test
    void aNeedWithoutRatingsIsInsufficient() {
        NeedScore need = MapSketch.against(A).need(1, 5.0).first();

        Cell nothing = new Cell(0, null, null, null, null, null);
        assertThat(need.own()).isEqualTo(nothing);
        assertThat(need.competitors())
                .containsExactly(new CompetitorScore(
                        A, 0, null, null, null, null, null, new Comparison(null, null, null, null, null, null), null));
        assertThat(need.verdict()).isEqualTo(Verdict.INSUFFICIENT);
        assertThat(need.warnings()).isEmpty();
    }

    @Test
    void withoutCompetitorsEverythingIsInsufficient() {
        NeedScore need = MapSketch.against().need(1, 5.0).rated(1, OWN, HIGH).first();

        assertThat(need.verdict()).isEqualTo(Verdict.INSUFFICIENT);
        assertThat(need.own().mean()).isEqualTo(4.5);
    }

    @Test
    void withoutVarianceOnBothSidesItIsUnclearAndSaysWhy() {
        NeedScore need = MapSketch.against(A)
                .need(1, 5.0)
                .rated(1, OWN, 0, 0, 0, 0, 50)
                .rated(1, A, 50, 0, 0, 0, 0)
                .first();

        assertThat(need.competitors().getFirst().comparison())
                .isEqualTo(new Comparison(4.0, null, null, null, null, null));
        assertThat(need.verdict()).isEqualTo(Verdict.UNCLEAR);
        assertThat(need.warnings()).extracting(Warning::code).containsExactly(Warning.Code.COMPARISON_UNDEFINED);
    }

    @Test
    void aSingleRatingIsNeverEnoughForATest() {
        ScoringSettings single =
                new ScoringSettings(0.95, 1, null, ImportanceSource.STATED, PerformanceCrosshair.SCALE_MIDPOINT);
        NeedScore need = MapSketch.against(A)
                .with(single)
                .need(1, 5.0)
                .rated(1, OWN, 0, 0, 0, 0, 1)
                .rated(1, A, LOW)
                .first();

        assertThat(need.verdict()).isEqualTo(Verdict.UNCLEAR);
        assertThat(need.own().sd()).isNull();
        assertThat(need.warnings()).extracting(Warning::code).containsExactly(Warning.Code.COMPARISON_UNDEFINED);
    }

    private static ScoringSettings margin(double margin) {
        return new ScoringSettings(0.95, 5, margin, ImportanceSource.STATED, PerformanceCrosshair.SCALE_MIDPOINT);
    }
}
