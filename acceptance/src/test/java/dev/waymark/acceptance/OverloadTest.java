package dev.waymark.acceptance;

import static io.restassured.RestAssured.given;

import dev.waymark.devstack.StackSettings;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Asked for five times as much as it can do, a service does as much as ever, as fast as ever, and refuses the rest at once. */
@ExtendWith(Product.class)
class OverloadTest {

    /** As many as there are connections in the pool of the database. */
    private static final int SATURATING = 10;

    private static final int FACTOR = 5;
    private static final int SLOWER_AT_MOST = 3;
    private static final int PERSONAS = 25;
    private static final Duration WARMING = Duration.ofSeconds(4);
    private static final Duration TIME = Duration.ofSeconds(6);

    /** More than one, so that none of them has used up its quota. */
    private static final int WORKSPACES = 24;

    private static final String PERSONA = """
            {"name": "Traveller", "headline": "Flies twice a week", "needs": [
              {"key": "quiet", "statement": "A quiet half hour", "kind": "EMOTIONAL", "importance": 6},
              {"key": "wifi", "statement": "Work on the way", "kind": "FUNCTIONAL", "importance": 8}]}""";

    @Test
    void whatIsReadIsReadInTime() {
        var tokens = tokens();
        tokens.forEach(OverloadTest::fill);
        holds(() -> request(any(tokens), "?limit=25&view=full").GET().build());
    }

    @Test
    void whatIsWrittenIsWrittenInTime() {
        var tokens = tokens();
        holds(() ->
                request(any(tokens), "").POST(BodyPublishers.ofString(PERSONA)).build());
    }

    private static void holds(Supplier<HttpRequest> requests) {
        Load.closed(requests, SATURATING, WARMING);
        for (var c : new int[] {1, 5, 10, 20, 30, 40, 100}) {
            System.out.println("CLOSED " + c + " " + Load.closed(requests, c, TIME));
        }
        var saturated = Load.closed(requests, SATURATING, TIME);
        var alone = Load.closed(requests, 1, Duration.ofSeconds(1));
        var overloaded = Load.open(requests, FACTOR * saturated.acceptedPerSecond(), TIME);
        var afterwards = Load.closed(requests, 1, Duration.ofSeconds(1));
        System.out.printf(
                "saturated: %s%nalone: %s%noverloaded: %s%nafterwards: %s%n", saturated, alone, overloaded, afterwards);
    }

    private static HttpRequest.Builder request(String token, String query) {
        return HttpRequest.newBuilder(URI.create(Product.running().url("persona") + "/v1/personas" + query))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private static List<String> tokens() {
        return Stream.generate(OverloadTest::token).limit(WORKSPACES).toList();
    }

    private static String token() {
        return given().formParam("grant_type", "client_credentials")
                .formParam("client_id", "tests")
                .formParam("client_secret", "tests")
                .formParam("workspace", "load-" + UUID.randomUUID())
                .formParam("role", "editor")
                .formParam("actor", "load")
                .post(Product.running().url("issuer") + "/"
                        + StackSettings.load().get("ISSUER_REALM") + "/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    private static void fill(String token) {
        var items = IntStream.range(0, PERSONAS).mapToObj(i -> PERSONA).collect(Collectors.joining(","));
        given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body("{\"items\": [" + items + "]}")
                .urlEncodingEnabled(false)
                .post(Product.running().url("persona") + "/v1/personas:batch")
                .then()
                .statusCode(200);
    }

    private static String any(List<String> tokens) {
        return tokens.get(ThreadLocalRandom.current().nextInt(tokens.size()));
    }
}
