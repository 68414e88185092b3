package dev.waymark.gapmap.scoring;

import static dev.waymark.gapmap.scoring.MapSketch.A;
import static dev.waymark.gapmap.scoring.MapSketch.OWN;
import static dev.waymark.gapmap.scoring.PairSumsTest.sums;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ImportanceTest {

    private static final ScoringSettings DERIVED =
            new ScoringSettings(0.95, 5, null, ImportanceSource.DERIVED, PerformanceCrosshair.SCALE_MIDPOINT);

    /** x = 1 2 3 4 5 5, y = 1 1 1 0 0 1. */
    private static final PairSums FALLING = sums(6, 20, 4, 80, 4, 11);
    /** The same with x turned round. */
    private static final PairSums RISING = sums(6, 16, 4, 56, 4, 13);
    /** x = 1 2 3 4 5, y = 0 0 0 1 1: r = √3/2. */
    private static final PairSums STEEP = sums(5, 15, 2, 55, 2, 9);
    /** Two responses always lie on a line. */
    private static final PairSums TWO = sums(2, 5, 1, 17, 1, 4);

    @Test
    void surveyedImportanceIsUnknownAndSaysSo() {
        ScoringResult result = MapSketch.against(A)
                .with(new ScoringSettings(
                        0.95, 5, null, ImportanceSource.SURVEYED, PerformanceCrosshair.SCALE_MIDPOINT))
                .need(1, 3.0)
                .pairs(1, RISING)
                .rated(1, MapSketch.OWN, 3, 3, 0, 0, 0)
                .rated(1, A, 0, 0, 0, 3, 3)
                .score();

        NeedScore need = result.needs().getFirst();
        assertThat(need.importance().value()).isNull();
        assertThat(need.importance().stated()).isEqualTo(3);
        assertThat(need.verdict()).isEqualTo(Verdict.GAP);
        assertThat(need.valueGap()).isNull();
        assertThat(need.burnsClass()).isNull();
        assertThat(need.warnings()).extracting(Warning::code).containsExactly(Warning.Code.IMPORTANCE_UNKNOWN);
        assertThat(result.warnings())
                .extracting(Warning::code)
                .containsExactly(Warning.Code.SURVEYED_IMPORTANCE_UNKNOWN);
    }

    @Test
    void theHighestCorrelationIsTenAndNegativeOnesAreZero() {
        ScoringResult result = MapSketch.against(A)
                .with(DERIVED)
                .need(1, 3.0)
                .pairs(1, RISING)
                .need(2, null)
                .pairs(2, STEEP)
                .need(3, null)
                .pairs(3, FALLING)
                .need(4, 9.0)
                .score();

        double r = 0.5533985905294664;
        Importance rising = result.needs().get(0).importance();
        assertThat(rising.stated()).isEqualTo(3);
        assertThat(rising.source()).isEqualTo(ImportanceSource.DERIVED);
        assertThat(rising.derived().n()).isEqualTo(6);
        assertThat(rising.derived().r()).isCloseTo(r, within(1e-15));
        assertThat(rising.value()).isCloseTo(10 * r / (Math.sqrt(3) / 2), within(1e-13));
        assertThat(result.needs().get(1).importance().value()).isEqualTo(10);
        assertThat(result.needs().get(2).importance().derived())
                .isEqualTo(new DerivedImportance(FALLING.correlation(), 6, 0.0));
        assertThat(result.needs().get(3).importance().value()).isNull();
        assertThat(result.needs().get(3).importance().stated()).isEqualTo(9);
        assertThat(result.needs().get(3).importance().derived()).isEqualTo(new DerivedImportance(null, 0, null));
        assertThat(result.needs().get(3).warnings())
                .extracting(Warning::code)
                .containsExactly(Warning.Code.IMPORTANCE_UNKNOWN);
        assertThat(result.warnings()).isEmpty();
    }

    @Test
    void withoutAnyPositiveCorrelationNothingIsDerived() {
        ScoringResult result = MapSketch.against(A)
                .with(DERIVED)
                .need(1, 3.0)
                .pairs(1, FALLING)
                .score();

        NeedScore need = result.needs().getFirst();
        assertThat(need.importance().derived().r()).isNegative();
        assertThat(need.importance().value()).isNull();
        assertThat(need.warnings()).extracting(Warning::code).containsExactly(Warning.Code.IMPORTANCE_UNKNOWN);
        assertThat(result.warnings()).extracting(Warning::code).containsExactly(Warning.Code.NO_DERIVED_IMPORTANCE);
        assertThat(result.crosshair().importance()).isNull();
    }

    @Test
    void aCorrelationOfFewResponsesIsUsedWithAWarning() {
        NeedScore need =
                MapSketch.against(A).with(DERIVED).need(1, null).pairs(1, TWO).first();

        assertThat(need.importance().value()).isEqualTo(10);
        assertThat(need.warnings())
                .extracting(Warning::code)
                .containsExactly(Warning.Code.IMPORTANCE_FROM_FEW_RESPONSES);
    }

    @Test
    void statedImportanceIsUsedAndTheDerivedOneShown() {
        NeedScore need = MapSketch.against(A)
                .need(1, 3.0)
                .pairs(1, RISING)
                .rated(1, OWN, 3, 3, 0, 0, 0)
                .rated(1, A, 0, 0, 0, 3, 3)
                .first();

        assertThat(need.importance().value()).isEqualTo(3);
        assertThat(need.importance().derived().value()).isEqualTo(10);
        assertThat(need.valueGap()).isEqualTo(9);
    }

    @Test
    void missingImportanceIsUnknownAndNotZero() {
        ScoringResult result = MapSketch.against(A)
                .need(1, null)
                .rated(1, OWN, 3, 3, 0, 0, 0)
                .rated(1, A, 0, 0, 0, 3, 3)
                .score();

        NeedScore need = result.needs().getFirst();
        assertThat(need.importance().value()).isNull();
        assertThat(need.valueGap()).isNull();
        assertThat(need.valueGapToMean()).isNull();
        assertThat(need.verdict()).isEqualTo(Verdict.GAP);
        assertThat(need.warnings())
                .containsExactly(new Warning(
                        Warning.Code.IMPORTANCE_UNKNOWN,
                        "The importance of this need is not known, so its value gap and its class are not either."));
        assertThat(result.warnings()).isEmpty();
    }

    @Test
    void aNeedOfNoImportanceHasAValueGapOfZero() {
        NeedScore need = MapSketch.against(A)
                .need(1, 0.0)
                .rated(1, OWN, 0, 0, 0, 3, 3)
                .rated(1, A, 3, 3, 0, 0, 0)
                .first();

        // Not -0.0, which equals 0.0 for == but not for a reader.
        assertThat(need.valueGap().toString()).isEqualTo("0.0");
    }

    @Test
    void importanceBeyondZeroToTenIsRefused() {
        for (double importance : new double[] {-0.1, 10.1, Double.NaN}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new ScoringInput.Need(MapSketch.id(1), importance));
        }
    }
}
