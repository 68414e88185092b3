package dev.waymark.gapmap.scoring;

import static dev.waymark.gapmap.scoring.MapSketch.A;
import static dev.waymark.gapmap.scoring.MapSketch.OWN;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoringInputTest {

    @Test
    void aNeedOrAProviderTwiceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MapSketch.against(A).need(1, 1.0).need(1, 2.0).input())
                .withMessage("a need occurs twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MapSketch.against(A, A).input())
                .withMessage("a provider occurs twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MapSketch.against(OWN).input())
                .withMessage("a provider occurs twice");
    }

    @Test
    void frequenciesOnAnotherScaleAreRefused() {
        Frequencies sevenPoints = Frequencies.none(Scale.of("1", "7", "1"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScoringInput(
                        MapSketch.SCALE,
                        ScoringSettings.defaults(),
                        List.of(),
                        OWN,
                        List.of(A),
                        Map.of(new ScoringInput.CellKey(A, MapSketch.id(1)), sevenPoints),
                        Map.of(),
                        JointSums.NONE,
                        Map.of()))
                .withMessage("frequencies refer to another scale");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 5, , confidence must be between 0 and 1%c exclusive",
        "1, 5, , confidence must be between 0 and 1%c exclusive",
        "NaN, 5, , confidence must be between 0 and 1%c exclusive",
        "0.9, 0, , minResponses must be at least 1",
        "0.9, 5, -0.1, parityMargin must not be negative",
        "0.9, 5, NaN, parityMargin must not be negative",
        "0.9, 5, Infinity, parityMargin must not be negative"
    })
    void settingsOutOfRangeAreRefused(double confidence, int minResponses, Double margin, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScoringSettings(
                        confidence, minResponses, margin, ImportanceSource.STATED, PerformanceCrosshair.SCALE_MIDPOINT))
                .withMessage(message.replace("%c", ","));
    }
}
