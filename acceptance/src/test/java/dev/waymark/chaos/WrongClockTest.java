package dev.waymark.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program's clock is wrong by as much as wanted, whichever way it asks for the time. */
class WrongClockTest {

    @ParameterizedTest
    @ValueSource(longs = {1, -1})
    void everyWayToReadTheClockIsWrong(long hours, @TempDir Path folder) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java, WrongClock.option(folder, Duration.ofHours(hours)), Reads.class.getName())
                .redirectErrorStream(true);
        process.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        process.environment().put("CLASSPATH", System.getProperty("java.class.path"));

        var lines = new String(process.start().getInputStream().readAllBytes(), UTF_8)
                .lines()
                .toList();

        var wrong = Instant.now().plus(Duration.ofHours(hours));
        assertThat(lines).hasSize(5).allSatisfy(line -> assertThat(Instant.parse(line))
                .isCloseTo(wrong, within(2, ChronoUnit.MINUTES)));
    }

    /** The program. */
    static final class Reads {

        public static void main(String[] arguments) {
            Stream.of(
                            Instant.now(),
                            Clock.systemUTC().instant(),
                            Instant.ofEpochMilli(Clock.systemUTC().millis()),
                            Instant.ofEpochMilli(System.currentTimeMillis()),
                            new Date().toInstant())
                    .forEach(System.out::println);
        }
    }
}
