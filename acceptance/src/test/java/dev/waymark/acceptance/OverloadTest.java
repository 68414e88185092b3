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
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    private static final int PAGE = 25;

    /** So many that a page of personas costs the service more than asking for it costs who shares the processors with it. */
    private static final int MANY_NEEDS = 50;

    /** What is done under overload, of what is done else: refusing four reads for each one takes a good part of the processors. */
    private static final double READ_AT_LEAST = 0.5;

    private static final double WRITTEN_AT_LEAST = 0.7;

    private final List<String> tokens = new ArrayList<>();

    @BeforeEach
    void getTokens() throws Exception {
        var form = new TokenRequestForm(Product.running().settings());
        while (tokens.size() < WORKSPACES) {
            tokens.add(form.token(Map.of("workspace", "load-" + UUID.randomUUID(), "role", "editor", "actor", "load")));
        }
    }

    @Test
    void whatIsWrittenIsDoneInTimeAndTheRestIsToldToComeBack() {
        whatIsAcceptedIsDoneInTime(this::write, WRITTEN_AT_LEAST);
        await().atMost(Duration.ofMinutes(3)).until(OverloadTest::allIsTold); // others have the product after this
    }

    @Test
    void whatIsReadIsDoneInTimeAndTheRestIsToldToComeBack() {
        tokens.forEach(token -> {
            for (var i = 0; i < PAGE; i++) {
                given().auth()
                        .oauth2(token)
                        .contentType("application/json")
                        .body(persona(MANY_NEEDS))
                        .post(personas())
                        .then()
                        .statusCode(201);
            }
        });
        whatIsAcceptedIsDoneInTime(this::read, READ_AT_LEAST);
    }

    private void whatIsAcceptedIsDoneInTime(Supplier<HttpRequest> requests, double atLeast) {
        Load.closed(requests, SATURATING, WARMING);
        var alone = Load.closed(requests, 1, SHORT);

        assertThat(Stream.generate(() -> round(requests))
                        .limit(ROUNDS)
                        .filter(round -> round.isNearlyAsFast(atLeast))
                        .findFirst())
                .as("rounds in which what was accepted was fast")
                .isPresent();

        var afterwards = Load.closed(requests, 1, SHORT);
        System.out.printf("alone: %s%nafterwards: %s%n", alone, afterwards);
        assertThat(afterwards.refused()).isEmpty();
        assertThat(afterwards.millis(0.5)).isLessThan(SLOWER_AT_MOST * alone.millis(0.5));
        assertThat(Product.running().services()).hasSize(3).allSatisfy(service -> assertThat(
                        new Memory(service).resident())
                .isLessThan(Memory.MOST));
    }

    private Round round(Supplier<HttpRequest> requests) {
        var saturated = Load.closed(requests, SATURATING, TIME);
        var overloaded = Load.open(requests, FACTOR * saturated.perSecond(), TIME.plus(CROWD));
        var settled = overloaded.after(CROWD);
        System.out.printf("saturated: %s%noverloaded: %s%n", saturated, settled);
        assumeThat(overloaded.perSecond())
                .as("what this machine can send beside")
                .isGreaterThan(0.9 * FACTOR * saturated.perSecond());
        assertThat(overloaded.refused()).isNotEmpty().allSatisfy(answer -> {
            assertThat(answer.status()).isIn(429, 503);
            assertThat(answer.retryAfter()).matches("[1-9][0-9]?");
        });
        return new Round(saturated, settled);
    }

    /** As the machine does other things as well, which makes it slower, never faster, the best of a few counts. */
    private record Round(Load.Result saturated, Load.Result overloaded) {

        boolean isNearlyAsFast(double atLeast) {
            return overloaded.acceptedPerSecond() > atLeast * saturated.acceptedPerSecond()
                    && overloaded.millis(0.5) < SLOWER_AT_MOST * saturated.millis(0.5)
                    && overloaded.millis(0.95) < SLOWER_AT_MOST * saturated.millis(0.95);
        }
    }

    private HttpRequest write() {
        return request("")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(persona(2)))
                .build();
    }

    private HttpRequest read() {
        return request("?limit=" + PAGE).build();
    }

    private HttpRequest.Builder request(String query) {
        return HttpRequest.newBuilder(URI.create(personas() + query))
                .header(
                        "Authorization",
                        "Bearer " + tokens.get(ThreadLocalRandom.current().nextInt(WORKSPACES)))
                .timeout(Load.PATIENCE);
    }

    private static String personas() {
        return Product.running().url("persona") + "/v1/personas";
    }

    private static String persona(int needs) {
        return IntStream.range(0, needs).mapToObj("""
                    {"key": "need-%1$d", "statement": "A quiet half hour, or whatever is number %1$d", "kind": "EMOTIONAL",
                     "importance": 6}"""::formatted).collect(Collectors.joining(",", """
                    {"name": "Traveller", "headline": "Flies twice a week", "needs": [""", "]}"));
    }

    private static boolean allIsTold() {
        var metrics =
                given().get(Product.running().url("persona") + "/q/metrics").asString();
        return metrics.lines().anyMatch("waymark_outbox_depth 0.0"::equals)
                && metrics.lines().anyMatch("waymark_feed_unsequenced 0.0"::equals);
    }
}
