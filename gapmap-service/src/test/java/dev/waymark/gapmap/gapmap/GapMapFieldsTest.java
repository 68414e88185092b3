package dev.waymark.gapmap.gapmap;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.waymark.gapmap.GapMapFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be said of a gap map, and how lists are narrowed to it. */
@QuarkusTest
class GapMapFieldsTest {

    private static final String PATH = "/v1/gap-maps";
    private static final String FULL = """
            {"name": "Lounges", "description": "Before the renewal", "personaId": "%s",
             "ownProviderId": "key:own", "competitorIds": ["key:two", "key:one"],
             "scale": {"min": 0, "max": 10, "step": 0.5},
             "settings": {"confidence": 0.9, "minResponses": 7, "parityMargin": 0.25, "importanceSource": "SURVEYED",
               "crosshair": "GRAND_MEAN", "outcome": {"name": "again", "min": 1, "max": 10},
               "thresholds": {"importance": 6.5, "opportunity": 12, "promoter": 8, "detractor": 5},
               "missing": ["99"]},
             "owner": "Ann", "tags": ["lounge", "2026"],
             "evidence": [{"key": "talks", "method": "INTERVIEW", "field": "scale", "source": "Talks", "confidence": 0.5}]}""";

    private GapMapFixture fixture;

    @BeforeEach
    void makeAMap() {
        fixture = GapMapFixture.make();
    }

    @Test
    void everyFieldIsKeptAndTheSameAgainMakesNoVersion() {
        var kept = put(full())
                .statusCode(201)
                .body("description", equalTo("Before the renewal"))
                .body("ownProviderId", equalTo(fixture.providers().get("own")))
                .body(
                        "competitorIds",
                        contains(
                                fixture.providers().get("two"),
                                fixture.providers().get("one")))
                .body("scale.step", equalTo(0.5f))
                .body("settings.confidence", equalTo(0.9f))
                .body("settings.minResponses", equalTo(7))
                .body("settings.parityMargin", equalTo(0.25f))
                .body("settings.importanceSource", equalTo("SURVEYED"))
                .body("settings.crosshair", equalTo("GRAND_MEAN"))
                .body("settings.outcome.max", equalTo(10))
                .body("settings.thresholds.importance", equalTo(6.5f))
                .body("settings.missing", contains("99"))
                .body("owner", equalTo("Ann"))
                .body("tags", contains("lounge", "2026"))
                .body("evidence[0].source", equalTo("Talks"))
                .body("evidence[0].pointer", equalTo(""))
                .extract()
                .asString();

        put(full()).statusCode(200).body("version", equalTo(1));
        put(kept).statusCode(200).body("version", equalTo(1));
        put(full().replace("6.5", "6")).statusCode(200).body("version", equalTo(2));
    }

    @Test
    void thresholdsAreKept() {
        put(full())
                .statusCode(201)
                .body("settings.thresholds.opportunity", equalTo(12f))
                .body("settings.thresholds.promoter", equalTo(8f))
                .body("settings.thresholds.detractor", equalTo(5f));
    }

    @Test
    void thresholdsHaveTheDefaultsOfTheLiterature() {
        fixture.read()
                .body("settings.thresholds.importance", nullValue())
                .body("settings.thresholds.opportunity", equalTo(10f))
                .body("settings.thresholds.promoter", equalTo(9f))
                .body("settings.thresholds.detractor", equalTo(6f));
    }

    @Test
    void anEqualPutIsNoVersionEvenIfAnotherImportanceWouldChangeTheGaps() {
        var csv = "who,speed\nown,1\nown,2\none,4\none,5\n";
        fixture.put(fixture.draft().replace("\"settings\": {", "\"settings\": {\"minResponses\": 1,"));
        fixture.upload("{\"provider\": \"who\", \"needs\": {\"speed\": \"key:need-0\"}}", csv)
                .statusCode(201);
        fixture.read().body("version", equalTo(3)).body("gaps[0].valueGap", equalTo(24f));
        fixture.persona().values(2, 4);
        fixture.awaitAt("context.needs[0].importance", 4f);

        var same = fixture.draft().replace("\"settings\": {", "\"settings\": {\"minResponses\": 1,");
        fixture.put(same).statusCode(200).body("version", equalTo(3)).body("gaps[0].valueGap", equalTo(24f));
        fixture.put(same.replace("Lounges", "Gates"))
                .statusCode(200)
                .body("version", equalTo(4))
                .body("gaps[0].valueGap", equalTo(12f));
    }

    @Test
    void aPatchChangesWhatItNames() {
        fixture.workspace()
                .editor()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"settings\": {\"thresholds\": {\"importance\": 3}}, \"tags\": [\"a\"]}")
                .patch(fixture.path())
                .then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("name", equalTo("Lounges"))
                .body("settings.thresholds.importance", equalTo(3f))
                .body("settings.outcome.name", equalTo("recommended"))
                .body("tags", contains("a"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "0.9,           | 0.49,           | /settings/confidence",
                "7,             | 0,              | /settings/minResponses",
                "0.25           | -1              | /settings/parityMargin",
                "\"SURVEYED\"   | \"GUESSED\"     | /settings/importanceSource",
                "\"GRAND_MEAN\" | \"MODE\"        | /settings/crosshair",
                "6.5            | 10.1            | /settings/thresholds/importance",
                "12             | 21              | /settings/thresholds/opportunity",
                "\"promoter\": 8 | \"promoter\": 5 | /settings/thresholds",
                "\"promoter\": 8 | \"promoter\": 1e10 | /settings/thresholds/promoter",
                "[\"99\"]       | [null]          | /settings/missing/0",
                "\"lounge\"     | \"\"            | /tags/0",
                "\"2026\"       | \"lounge\"      | /tags",
                "\"Ann\"        | 5               | /owner",
                "\"Ann\"        | \"\"            | /owner",
                "\"INTERVIEW\"  | \"RUMOUR\"      | /evidence/0/method",
                "0.5}]          | 1.5}]           | /evidence/0/confidence",
                "\"key:own\"    | \"own\"         | /ownProviderId",
                "\"key:one\"    | null            | /competitorIds/1",
                "key:one        | key:two         | /competitorIds/1",
                "key:one        | key:own         | /competitorIds/1",
                "\"description\" | \"text\"       | /text"
            })
    void whatIsOutOfItsRangeIsRefusedWithItsPlace(String good, String bad, String pointer) {
        put(full().replace(good, bad)).statusCode(400).body("errors[0].pointer", equalTo(pointer));
        fixture.workspace().viewer().get(PATH).then().body("items", hasSize(1));
    }

    @Test
    void listsAreNarrowedSortedAndSearched() {
        put(full()).statusCode(201);
        var ids = fixture.providers();
        fixture.put(fixture.draft().replace("Lounges", "Gates").replace(", \"" + ids.get("two") + "\"", ""))
                .statusCode(200);

        names("?providerId=" + ids.get("own"), "Gates", "Lounges");
        names("?providerId=" + ids.get("two"), "Lounges");
        names("?personaId=" + fixture.persona().id(), "Gates", "Lounges");
        names("?personaId=" + ids.get("own"));
        names("?journeyId=" + ids.get("own"));
        names("?owner=Ann", "Lounges");
        names("?tag=2026&status=DRAFT&q=renew", "Lounges");
        names("?status=ARCHIVED");
        fixture.workspace()
                .viewer()
                .get(PATH + "?sort=-name")
                .then()
                .body("items.name", contains("Lounges", "Gates"))
                .body("items[0].personaName", equalTo("Traveller"))
                .body("items[0].openGaps", equalTo(0))
                .body("items[0].competitorIds", hasSize(2));
    }

    private void names(String query, String... expected) {
        fixture.workspace()
                .viewer()
                .get(PATH + query)
                .then()
                .statusCode(200)
                .body("items.name", containsInAnyOrder((Object[]) expected));
    }

    private String full() {
        return FULL.formatted(fixture.persona().id());
    }

    private ValidatableResponse put(String draft) {
        return fixture.workspace()
                .editor()
                .body(draft)
                .put(PATH + "/by-key/full")
                .then();
    }
}
