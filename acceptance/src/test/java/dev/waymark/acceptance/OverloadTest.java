package dev.waymark.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.waymark.devstack.launch.TokenRequestForm;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/** Asked for five times as much as it can do, a service does as much as ever, nearly as fast, and refuses the rest at once. */
@ExtendWith(Product.class)
@EnabledOnOs(OS.LINUX) // where the kernel tells of memory
class OverloadTest {

    /** As many as there are connections in the pool of the database. */
    private static final int SATURATING = 10;

    private static final int FACTOR = 5;
    private static final int SLOWER_AT_MOST = 3;
    private static final int ROUNDS = 4;
    private static final Duration WARMING = Duration.ofSeconds(10);
    private static final Duration TIME = Duration.ofSeconds(8);

    /** How long it may take until the crowd is worked off that is let in before the first refusal. */
    private static final Duration CROWD = Duration.ofSeconds(4);

    private static final Duration SHORT = Duration.ofSeconds(2);

    /** More than one, so that none of them has used up its quota. */
    private static final int WORKSPACES = 24;

    private static final String PERSONA = """
            {"name": "Traveller", "headline": "Flies twice a week", "needs": [
              {"key": "quiet", "statement": "A quiet half hour", "kind": "EMOTIONAL", "importance": 6},
              {"key": "wifi", "statement": "Work on the way", "kind": "FUNCTIONAL", "importance": 8}]}""";

    private final List<String> tokens = new ArrayList<>();

    @BeforeEach
    void getTokens() throws Exception {
        var form = new TokenRequestForm(Product.running().settings());
        while (tokens.size() < WORKSPACES) {
            tokens.add(form.token(Map.of("workspace", "load-" + UUID.randomUUID(), "role", "editor", "actor", "load")));
        }
    }

    @Test
    void whatIsAcceptedIsDoneInTimeAndTheRestIsToldToComeBack() {
        Load.closed(this::request, SATURATING, WARMING);
        var alone = Load.closed(this::request, 1, SHORT);

        assertThat(Stream.generate(this::round)
                        .limit(ROUNDS)
                        .filter(Round::isNearlyAsFast)
                        .findFirst())
                .as("rounds in which what was accepted was fast")
                .isPresent();

        var afterwards = Load.closed(this::request, 1, SHORT);
        System.out.printf("alone: %s%nafterwards: %s%n", alone, afterwards);
        assertThat(afterwards.refused()).isEmpty();
        assertThat(afterwards.millis(0.5)).isLessThan(SLOWER_AT_MOST * alone.millis(0.5));
        assertThat(Product.running().services()).hasSize(3).allSatisfy(service -> assertThat(
                        new Memory(service).resident())
                .isLessThan(Memory.MOST));
        await().atMost(Duration.ofMinutes(3)).until(OverloadTest::allIsTold); // others have the product after this
    }

    private Round round() {
        var saturated = Load.closed(this::request, SATURATING, TIME);
        var overloaded = Load.open(this::request, FACTOR * saturated.perSecond(), TIME.plus(CROWD));
        assumeThat(overloaded.perSecond())
                .as("what this machine can send beside")
                .isGreaterThan(0.9 * FACTOR * saturated.perSecond());
        assertThat(overloaded.refused()).isNotEmpty().allSatisfy(answer -> {
            assertThat(answer.status()).isIn(429, 503);
            assertThat(answer.retryAfter()).matches("[1-9][0-9]?");
        });
        var settled = overloaded.after(CROWD);
        System.out.printf("saturated: %s%noverloaded: %s%n", saturated, settled);
        return new Round(saturated, settled);
    }

    /** As the machine does other things as well, which makes it slower, never faster, the best of a few counts. */
    private record Round(Load.Result saturated, Load.Result overloaded) {

        boolean isNearlyAsFast() {
            return overloaded.acceptedPerSecond() > 0.7 * saturated.acceptedPerSecond()
                    && overloaded.millis(0.5) < SLOWER_AT_MOST * saturated.millis(0.5)
                    && overloaded.millis(0.95) < SLOWER_AT_MOST * saturated.millis(0.95);
        }
    }

    private HttpRequest request() {
        return HttpRequest.newBuilder(URI.create(Product.running().url("persona") + "/v1/personas"))
                .header(
                        "Authorization",
                        "Bearer " + tokens.get(ThreadLocalRandom.current().nextInt(WORKSPACES)))
                .header("Content-Type", "application/json")
                .timeout(Load.PATIENCE)
                .POST(BodyPublishers.ofString(PERSONA))
                .build();
    }

    private static boolean allIsTold() {
        var metrics =
                given().get(Product.running().url("persona") + "/q/metrics").asString();
        return metrics.lines().anyMatch("waymark_outbox_depth 0.0"::equals)
                && metrics.lines().anyMatch("waymark_feed_unsequenced 0.0"::equals);
    }
}
