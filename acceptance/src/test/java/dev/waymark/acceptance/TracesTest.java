package dev.waymark.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.waymark.acceptance.TracesCollector.Span;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A trace shows a request, and what it brought about in the other services. */
@ExtendWith(Product.class)
class TracesTest {

    private static final String CALLER = "00f067aa0ba902b7";

    private final Product product = Product.running();
    private final String token = product.token("traces-" + UUID.randomUUID(), "admin");
    private final String trace = anyTrace();
    private TracesCollector collector;

    @BeforeEach
    void open() throws IOException {
        collector = new TracesCollector(Integer.parseInt(product.port("traces")));
    }

    @AfterEach
    void close() {
        collector.close();
    }

    @Test
    void anEventIsFollowedFromTheCallerToTheOtherServices() {
        write("01");

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(collector.spansOf(trace))
                .extracting(Span::service, Span::kind)
                .contains(
                        tuple("persona-service", "SERVER"),
                        tuple("journey-service", "CONSUMER"),
                        tuple("gapmap-service", "CONSUMER")));
        var request = only("persona-service");
        assertThat(request.parent()).isEqualTo(CALLER);
        assertThat(request.name()).isEqualTo("PUT /v1/personas/by-key/{externalKey}");
        assertThat(only("journey-service").parent()).isEqualTo(request.id());
        assertThat(only("gapmap-service").parent()).isEqualTo(request.id());
    }

    @Test
    void whatTheCallerDoesNotTraceIsNotTraced() {
        write("00");
        var untraced = collector.spansOf(trace);
        var later = anyTrace();
        search(later, "x");

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(collector.spansOf(later)).hasSize(1));
        assertThat(untraced).isEmpty();
        assertThat(collector.spansOf(trace)).isEmpty();
    }

    @Test
    void whatPeopleSearchForIsNotInIt() {
        search(trace, "embarrassing");

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(collector.spansOf(trace)).hasSize(1));
        assertThat(collector.spansOf(trace).toString())
                .contains("/v1/personas")
                .doesNotContain("embarrassing")
                .doesNotContain(token);
    }

    private void write(String flags) {
        given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .header("traceparent", "00-" + trace + "-" + CALLER + "-" + flags)
                .body("{\"name\": \"Traveller\"}")
                .put(product.url("persona") + "/v1/personas/by-key/p")
                .then()
                .statusCode(201);
    }

    private void search(String inTrace, String words) {
        given().auth()
                .oauth2(token)
                .header("traceparent", "00-" + inTrace + "-" + CALLER + "-01")
                .queryParam("q", words)
                .get(product.url("persona") + "/v1/personas")
                .then()
                .statusCode(200);
    }

    private Span only(String service) {
        var of = collector.spansOf(trace).stream()
                .filter(span -> span.service().equals(service))
                .toList();
        assertThat(of).hasSize(1);
        return of.getFirst();
    }

    private static String anyTrace() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE))
                + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
