package dev.waymark.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void doublesUpToTheLimit() {
        var pauses = Stream.iterate(new Backoff(Duration.ofMillis(500), Duration.ofSeconds(3)), Backoff::longer)
                .limit(5)
                .map(backoff -> backoff.pause().toMillis());

        assertThat(pauses).containsExactly(500L, 1000L, 2000L, 3000L, 3000L);
    }
}
