package dev.waymark.gapmap.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScaleTest {

    private final Scale halves = Scale.of("1", "5", "0.5");

    @Test
    void aNoughtWithManyDecimalsIsANought() {
        assertThat(Scale.of("-2", "2", "1").indexOf(new BigDecimal("0E-1000000")))
                .hasValue(2);
    }

    @Test
    void pointsRunFromMinToMaxInSteps() {
        assertThat(halves.size()).isEqualTo(9);
        assertThat(halves.value(0)).isEqualByComparingTo("1");
        assertThat(halves.value(3)).isEqualByComparingTo("2.5");
        assertThat(halves.value(8)).isEqualByComparingTo("5");
        assertThat(halves.indexOf(new BigDecimal("2.50"))).hasValue(3);
        assertThat(halves.midpoint()).isEqualByComparingTo("3");
        assertThat(halves.width()).isEqualByComparingTo("4");
    }

    @Test
    void theMidpointNeedNotBeAPoint() {
        assertThat(Scale.of("1", "4", "1").midpoint()).isEqualByComparingTo("2.5");
        assertThat(Scale.of("-3", "3", "1").midpoint()).isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0.5", "5.5", "1.25", "0", "-1", "1E+999999999", "-1E+999999999", "1E-999999999", "1.5000001"})
    void whatIsNoPointHasNoIndex(String value) {
        assertThat(halves.indexOf(new BigDecimal(value))).isEmpty();
    }

    @Test
    void aTinyFractionWithinTheBoundsHasNoIndexAndCostsNothing() {
        assertThat(Scale.of("0", "10", "1").indexOf(new BigDecimal("1E-999999999")))
                .isEmpty();
    }

    @Test
    void thereIsNoPointBeyondTheEnds() {
        assertThatThrownBy(() -> halves.value(9)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> halves.value(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void theSameScaleWrittenDifferentlyIsEqual() {
        assertThat(Scale.of("1.0", "10.00", "1")).isEqualTo(Scale.of("1", "1E1", "1.000"));
        assertThat(Scale.of("0", "1E1", "1").max()).hasToString("10");
    }

    @Test
    void oneHundredAndOnePointsAreAllowed() {
        assertThat(Scale.of("0", "100", "1").size()).isEqualTo(101);
        assertThat(Scale.of("0", "1", "1").size()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "5, 5, 1, min must be below max",
        "5, 1, 1, min must be below max",
        "1, 5, 0, step must be positive",
        "1, 5, -1, step must be positive",
        "1, 5, 3, step must divide max - min",
        "1, 5, 8, step must divide max - min",
        "0, 101, 1, a scale has at most 101 points",
        "0, 1E+999999999, 1, max must have at most nine digits before and six after the point",
        "0, 1, 1E-999999999, step must have at most nine digits before and six after the point"
    })
    void whatIsNoScaleIsRefused(String min, String max, String step, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scale.of(min, max, step))
                .withMessage(message);
    }
}
