package dev.waymark.journey.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeSpanTest {

    @ParameterizedTest
    @CsvSource({"PT0S, 0", "PT1.5S, 1.5", "PT35M, 2100", "P1DT1H, 90000", "P3D, 259200", "P2W, 1209600"})
    void isAsLongAsItSays(String text, double seconds) {
        assertThat(new TimeSpan(text).duration()).isEqualTo(Duration.ofMillis((long) (seconds * 1000)));
        assertThat(new TimeSpan(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "P", "PT", "P1", "P1DT", "1D", "P1M", "P1Y", "P1W2D", "PT-1H", "-PT1H", "PT1,5S", "pt1h"})
    void whatHasNoFixedLengthOrIsNegativeIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new TimeSpan(text));
    }
}
