package dev.waymark.gapmap.provider;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be said of a provider, and how lists are narrowed to it. */
@QuarkusTest
class ProviderFieldsTest {

    private static final String PATH = "/v1/providers";
    private static final String FULL = """
            {"name": "Harbour Air", "kind": "COMPETITOR", "description": "Three lounges",
             "url": "https://harbour-air.example/lounges",
             "prices": [{"key": "spring", "date": "2026-03-01", "value": 29.90, "currency": "EUR"},
                        {"key": "autumn", "date": "2026-09-01", "value": 31, "currency": "EUR"}],
             "tags": ["airline", "big"], "owner": "Ann"}""";

    private final TestWorkspace workspace = TestWorkspace.fresh();

    @Test
    void everyFieldIsKeptAndTheSameAgainMakesNoVersion() {
        var kept = put(FULL)
                .statusCode(201)
                .body("description", equalTo("Three lounges"))
                .body("url", equalTo("https://harbour-air.example/lounges"))
                .body("prices.key", contains("spring", "autumn"))
                .body("prices[0].date", equalTo("2026-03-01"))
                .body("prices[0].value", equalTo(29.9f))
                .body("prices.currency", contains("EUR", "EUR"))
                .body("tags", contains("airline", "big"))
                .body("owner", equalTo("Ann"))
                .body("status", equalTo("DRAFT"))
                .extract();
        String spring = kept.path("prices[0].id");

        put(FULL.replace("29.90", "29.9"))
                .statusCode(200)
                .body("version", equalTo(1))
                .body("prices[0].id", equalTo(spring));
        put(kept.asString()).statusCode(200).body("version", equalTo(1));
        put(FULL.replace("29.90", "30"))
                .statusCode(200)
                .body("version", equalTo(2))
                .body("prices[0].id", equalTo(spring));
    }

    @Test
    void aPatchChangesWhatItNames() {
        String id = put(FULL).extract().path("id");
        workspace
                .editor()
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"1.0\"")
                .body("{\"description\": null, \"owner\": \"Ben\"}")
                .patch(PATH + "/" + id)
                .then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("description", nullValue())
                .body("owner", equalTo("Ben"))
                .body("prices", hasSize(2));
    }

    @Test
    void aProviderHasTheLifeOfEveryDocument() {
        String path = PATH + "/" + put(FULL).extract().path("id");
        workspace.editor().post(path + "/publish").then().statusCode(200).body("status", equalTo("PUBLISHED"));
        workspace.editor().post(path + "/archive").then().statusCode(200).body("status", equalTo("ARCHIVED"));
        put(FULL).statusCode(409);
        workspace.editor().post(path + "/restore").then().statusCode(200).body("status", equalTo("DRAFT"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "\"Harbour Air\" | \" \"                     | /name",
                "\"COMPETITOR\"  | null                      | /kind",
                "\"COMPETITOR\"  | \"FRIEND\"                | /kind",
                "https://        | ftp://                    | /url",
                "2026-03-01      | 2026-02-30                | /prices/0/date",
                "\"2026-03-01\"  | null                      | /prices/0/date",
                "29.90           | -0.01                     | /prices/0/value",
                "29.90           | 1.23456                   | /prices/0/value",
                "29.90           | 1e999999999               | /prices/0/value",
                "29.90           | \"29.90\"                 | /prices/0/value",
                "29.90           | null                      | /prices/0/value",
                "\"EUR\"}        | \"EURO\"}                 | /prices/1/currency",
                "2026-09-01      | 2026-03-01                | /prices/1",
                "\"autumn\"      | \"spring\"                | /prices/1/key",
                "\"airline\"     | \" \"                     | /tags/0",
                "\"airline\"     | \"big\"                   | /tags",
                "\"Ann\"         | \"\"                      | /owner",
                "\"owner\"       | \"keeper\"                | /keeper"
            })
    void whatIsOutOfItsRangeIsRefusedWithItsPlace(String good, String bad, String pointer) {
        var body = FULL.endsWith(good)
                ? FULL
                : FULL.substring(0, FULL.lastIndexOf(good))
                        + bad
                        + FULL.substring(FULL.lastIndexOf(good) + good.length());
        put(good.equals("29.90") || good.contains("2026-03-01") ? FULL.replace(good, bad) : body)
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer));
        workspace.viewer().get(PATH).then().body("items", hasSize(0));
    }

    @Test
    void listsAreNarrowedSortedAndSearched() {
        put(FULL).statusCode(201);
        create("{\"name\": \"Blue Line\", \"kind\": \"OWN\", \"tags\": [\"big\"], \"owner\": \"Ben\"}");
        create("{\"name\": \"Coast Air\", \"kind\": \"COMPETITOR\", \"owner\": \"Ann\"}");

        names("?kind=OWN", "Blue Line");
        names("?kind=COMPETITOR", "Harbour Air", "Coast Air");
        names("?tag=big", "Harbour Air", "Blue Line");
        names("?owner=Ann", "Harbour Air", "Coast Air");
        names("?owner=Ann&tag=big&q=three+loun", "Harbour Air");
        names("?status=DRAFT&q=air", "Harbour Air", "Coast Air");
        names("?status=PUBLISHED");
        workspace
                .viewer()
                .get(PATH + "?sort=-name")
                .then()
                .body("items.name", contains("Harbour Air", "Coast Air", "Blue Line"));
        workspace.viewer().get(PATH + "?kind=FRIEND").then().statusCode(400);
        workspace
                .viewer()
                .get(PATH + "?view=full&tag=airline")
                .then()
                .statusCode(200)
                .body("items.name", contains("Harbour Air"))
                .body("items[0].prices", hasSize(2));
    }

    private void names(String query, String... expected) {
        workspace
                .viewer()
                .urlEncodingEnabled(false)
                .get(PATH + query)
                .then()
                .statusCode(200)
                .body("items.name", containsInAnyOrder((Object[]) expected));
    }

    private void create(String body) {
        workspace.editor().body(body).post(PATH).then().statusCode(201);
    }

    private ValidatableResponse put(String body) {
        return workspace.editor().body(body).put(PATH + "/by-key/harbour").then();
    }
}
