package dev.waymark.gapmap.scoring;

import static dev.waymark.gapmap.scoring.MapSketch.A;
import static dev.waymark.gapmap.scoring.MapSketch.B;
import static dev.waymark.gapmap.scoring.MapSketch.OWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BurnsClassTest {

    private static final long[] GOOD = {0, 0, 0, 3, 3};
    private static final long[] POOR = {3, 3, 0, 0, 0};
    private static final ScoringSettings BY_GRAND_MEAN =
            new ScoringSettings(0.95, 5, null, ImportanceSource.STATED, PerformanceCrosshair.GRAND_MEAN);

    @Test
    void everyClass() {
        MapSketch sketch = MapSketch.against(A);
        long[][] own = {POOR, POOR, GOOD, GOOD};
        long[][] competitor = {POOR, GOOD, POOR, GOOD};
        for (int i = 0; i < 8; i++) {
            sketch.need(i, i < 4 ? 8.0 : 2.0).rated(i, OWN, own[i % 4]).rated(i, A, competitor[i % 4]);
        }

        ScoringResult result = sketch.score();

        assertThat(result.crosshair()).isEqualTo(new Crosshair(5.0, 3.0));
        assertThat(result.needs())
                .extracting(NeedScore::burnsClass)
                .containsExactly(
                        BurnsClass.NEGLECTED_OPPORTUNITY,
                        BurnsClass.COMPETITIVE_DISADVANTAGE,
                        BurnsClass.COMPETITIVE_ADVANTAGE,
                        BurnsClass.HEAD_TO_HEAD,
                        BurnsClass.NULL_OPPORTUNITY,
                        BurnsClass.FALSE_ALARM,
                        BurnsClass.FALSE_ADVANTAGE,
                        BurnsClass.FALSE_COMPETITION);
    }

    @Test
    void aThresholdOfImportanceReplacesTheMean() {
        var highIsNine = new ScoringSettings(
                0.95, 5, null, ImportanceSource.STATED, PerformanceCrosshair.SCALE_MIDPOINT, 8.5, 10, null, Map.of());
        MapSketch sketch = MapSketch.against(A).with(highIsNine);
        for (int i = 0; i < 3; i++) {
            sketch.need(i, 8.0 + i / 2.0).rated(i, OWN, POOR).rated(i, A, GOOD);
        }

        ScoringResult result = sketch.score();

        assertThat(result.crosshair()).isEqualTo(new Crosshair(8.5, 3.0));
        assertThat(result.needs())
                .extracting(NeedScore::burnsClass)
                .containsExactly(
                        BurnsClass.FALSE_ALARM,
                        BurnsClass.COMPETITIVE_DISADVANTAGE,
                        BurnsClass.COMPETITIVE_DISADVANTAGE);
    }

    @Test
    void exactlyOnTheCrosshairIsHighAndGood() {
        MapSketch sketch = MapSketch.against(A);
        // 0.1 + 0.1 + 0.1 is more than 3 · 0.1 in binary: summed naively, none would be high.
        for (int i = 0; i < 3; i++) {
            sketch.need(i, 0.1).rated(i, OWN, 0, 0, 6, 0, 0).rated(i, A, 3, 0, 0, 0, 3);
        }

        assertThat(sketch.score().needs()).extracting(NeedScore::burnsClass).containsOnly(BurnsClass.HEAD_TO_HEAD);
    }

    @Test
    void theGrandMeanIsTheMeanOfAllCellsWithEnoughRatings() {
        ScoringResult result = MapSketch.against(A, B)
                .with(BY_GRAND_MEAN)
                .need(1, 5.0)
                .rated(1, OWN, 0, 0, 0, 6, 0)
                .rated(1, A, 0, 0, 0, 0, 600)
                .rated(1, B, 4, 0, 0, 0, 0)
                .need(2, 5.0)
                .rated(2, OWN, 0, 0, 0, 0, 6)
                .rated(2, A, 0, 0, 6, 0, 0)
                .score();

        // (4 + 5 + 5 + 3) / 4; B's four ratings are too few.
        assertThat(result.crosshair().performance()).isCloseTo(4.25, within(1e-15));
        assertThat(result.needs())
                .extracting(NeedScore::burnsClass)
                .containsExactly(BurnsClass.COMPETITIVE_DISADVANTAGE, BurnsClass.COMPETITIVE_ADVANTAGE);
    }

    @Test
    void anUnknownImportanceHasNoClassAndDoesNotMoveTheMean() {
        ScoringResult result = MapSketch.against(A)
                .need(1, null)
                .rated(1, OWN, GOOD)
                .rated(1, A, POOR)
                .need(2, 6.0)
                .score();

        assertThat(result.crosshair().importance()).isEqualTo(6);
        assertThat(result.needs().getFirst().burnsClass()).isNull();
        assertThat(result.needs().getFirst().verdict()).isEqualTo(Verdict.EXCEL);
    }

    @Test
    void tooFewOwnRatingsHaveNoClassButAValueGap() {
        NeedScore need = MapSketch.against(A)
                .need(1, 5.0)
                .rated(1, OWN, 0, 0, 0, 0, 4)
                .rated(1, A, GOOD)
                .first();

        assertThat(need.burnsClass()).isNull();
        assertThat(need.valueGap()).isEqualTo(-2.5);
    }

    @Test
    void withNothingRatedTheGrandMeanIsUnknown() {
        ScoringResult result =
                MapSketch.against(A).with(BY_GRAND_MEAN).need(1, 5.0).score();

        assertThat(result.crosshair()).isEqualTo(new Crosshair(5.0, null));
        assertThat(result.needs().getFirst().burnsClass()).isNull();
    }

    /** Importances 1, 2 and 9; of cells with enough ratings the means 1, 2, 3 and 5. */
    @Test
    void theMedianPartsBoth() {
        var byMedian = new ScoringSettings(0.95, 5, null, ImportanceSource.STATED, PerformanceCrosshair.MEDIAN);
        MapSketch sketch = MapSketch.against(A)
                .with(byMedian)
                .need(1, 1.0)
                .rated(1, OWN, 5, 0, 0, 0, 0)
                .rated(1, A, 0, 5, 0, 0, 0)
                .need(2, 2.0)
                .rated(2, OWN, 0, 0, 5, 0, 0)
                .rated(2, A, 0, 0, 0, 0, 5)
                .need(3, 9.0)
                .rated(3, OWN, 0, 0, 0, 0, 4);

        assertThat(sketch.score().crosshair()).isEqualTo(new Crosshair(2.0, 2.5));
    }
}
