package dev.waymark.journey.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FreshnessTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T12:00:00Z, P1M, 2026-01-31T12:00:00Z, FRESH",
        "2026-01-31T12:00:00Z, P1M, 2026-02-28T11:59:59Z, FRESH",
        "2026-01-31T12:00:00Z, P1M, 2026-02-28T12:00:00Z, DUE",
        "2026-01-31T12:00:00Z, P1M, 2026-03-28T11:59:59Z, DUE",
        "2026-01-31T12:00:00Z, P1M, 2026-03-28T12:00:00Z, STALE",
        "2026-01-31T12:00:00Z, P2W, 2026-02-14T11:59:59Z, FRESH",
        "2026-01-31T12:00:00Z, P10Y, 2046-01-31T11:59:59Z, DUE",
        "1969-12-31T23:59:59Z, P10Y, 2026-01-31T12:00:00Z, STALE"
    })
    void staysFreshForItsCadenceAndDueForAnother(Instant reviewed, String cadence, Instant now, Freshness expected) {
        assertThat(Freshness.of(reviewed, new Cadence(cadence), now)).isEqualTo(expected);
    }

    @Test
    void reviewAtTheBeginningOfTimeIsStale() {
        assertThat(Freshness.of(Instant.MIN, Cadence.MONTHLY, Instant.now())).isEqualTo(Freshness.STALE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1D", "P1M", "P2W", "P1Y6M", "P10Y", "P120M", "P3652D"})
    void cadenceIsKeptAsItWasWritten(String text) {
        assertThat(new Cadence(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "P", "monthly", "P0D", "P-1M", "-P1M", "P10Y1D", "P3653D", "P2147483647Y", "PT1H", "p1m"})
    void whatIsNoCadenceIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Cadence(text));
    }
}
