package dev.waymark.gapmap.gapmap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.gapmap.scoring.OutcomeThresholds;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 10, 9 6 9 8",
        "1, 5, null null 4 3",
        "1, 7, null null 6 5",
        "0, 1, null null 1 1",
        "0, 2, null null 1 2",
        "7, 20, null null 19 18"
    })
    void defaultsFitTheOutcome(BigDecimal min, BigDecimal max, String expected) {
        assertThat(words(Thresholds.DEFAULTS.on(new Outcome("it", min, max)))).isEqualTo(expected);
    }

    @Test
    void whatIsSaidHolds() {
        var said = new Thresholds(null, null, 5.0, 2.0, 4.5, 3.5);

        assertThat(words(said.on(new Outcome("it", BigDecimal.ONE, BigDecimal.valueOf(5)))))
                .isEqualTo("5 2 4.5 3.5");
    }

    @Test
    void withoutAnOutcomeThereAreNone() {
        assertThat(Thresholds.DEFAULTS.on(null)).isNull();
    }

    private static String words(OutcomeThresholds thresholds) {
        return Stream.of(thresholds.promoter(), thresholds.detractor(), thresholds.satisfied(), thresholds.easy())
                .map(value ->
                        value == null ? "null" : value.stripTrailingZeros().toPlainString())
                .collect(Collectors.joining(" "));
    }
}
