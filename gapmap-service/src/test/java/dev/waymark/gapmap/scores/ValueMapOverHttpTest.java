package dev.waymark.gapmap.scores;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.waymark.gapmap.GapMapFixture;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** The value map has the prices that providers have. */
@QuarkusTest
class ValueMapOverHttpTest {

    private static final String CSV = "who,day,n\nown,2026-01-05,4\none,2026-01-05,2\ntwo,2026-01-05,3\n";

    @Test
    void theLatestPricesInTheOwnCurrencyAreCompared() {
        var fixture = GapMapFixture.make("{\"minResponses\": 1, \"priceWeight\": 0.4}", 1);
        fixture.upload("{\"provider\": \"who\", \"date\": \"day\", \"needs\": {\"n\": \"key:need-0\"}}", CSV)
                .statusCode(201);
        fixture.scores("?method=CVA")
                .body("valueMap.currency", nullValue())
                .body("valueMap.providers.quality[0]", equalTo(160f)) // 4 against 2.5
                .body("valueMap.providers.price", contains(nullValue(), nullValue(), nullValue()));

        costs(
                fixture,
                "own",
                price("2026-01-31", 20, "EUR"),
                price("2026-03-01", 30, "EUR"),
                price("2999-01-01", 1, "USD"));
        costs(fixture, "one", price("2025-12-01", 10, "EUR"), price("2026-02-01", 99, "USD"));
        costs(fixture, "two", price("2026-01-01", 70, "CHF"));

        fixture.scores("?method=CVA")
                .body("valueMap.currency", equalTo("EUR"))
                .body("valueMap.priceWeight", equalTo(0.4f))
                .body("valueMap.providers.price", contains(30, 10, null))
                .body("valueMap.providers.relativePrice", contains(150f, 50f, null))
                .body("valueMap.providers[0].fairPrice", equalTo(190f)) // 100 + 0.6 / 0.4 · 60
                .body("valueMap.providers[0].priceRatio", equalTo(300f))
                .body("valueMap.providers[0].advantage", equalTo(-110f));
        fixture.scores("?method=CVA&to=2026-02").body("valueMap.providers.price", contains(20, 10, null));
        fixture.scores("?method=GAP").body("valueMap", nullValue());
    }

    private static String price(String day, int value, String currency) {
        return "{\"date\": \"%s\", \"value\": %d, \"currency\": \"%s\"}".formatted(day, value, currency);
    }

    private static void costs(GapMapFixture fixture, String key, String... prices) {
        fixture.workspace()
                .editor()
                .header("If-Match", "*")
                .body("{\"name\": \"Provider %s\", \"kind\": \"%s\", \"prices\": [%s]}"
                        .formatted(key, key.equals("own") ? "OWN" : "COMPETITOR", String.join(",", prices)))
                .put("/v1/providers/by-key/" + key)
                .then()
                .statusCode(200);
    }
}
