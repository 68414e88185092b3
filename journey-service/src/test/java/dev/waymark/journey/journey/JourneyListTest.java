package dev.waymark.journey.journey;

import static dev.waymark.journey.journey.JourneyClient.PATH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of journeys: narrowed, sorted, searched, page by page. */
@QuarkusTest
class JourneyListTest {

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final JourneyClient journeys = new JourneyClient(workspace);
    private final Neighbourhood neighbours = new Neighbourhood(workspace);
    private UUID ann;
    private UUID ben;

    @BeforeEach
    void fourJourneys() {
        ann = neighbours.knownPersona();
        ben = neighbours.knownPersona();
        post(ann, "Delta", "\"tags\": [\"winter\", \"sea\"], \"owner\": \"Ann\", \"stages\": [{\"name\": \"Ferry\"}]");
        post(
                ann,
                "Alpha",
                "\"type\": \"TO_BE\", \"tags\": [\"winter\"], \"scenario\": \"By ferry\", \"owner\": \"Ann B\"");
        post(ben, "Charlie", "\"lastReviewedAt\": \"2020-01-01T00:00:00Z\"");
        var published = post(
                ben,
                "Bravo",
                "\"scenario\": \"At night\", \"trigger\": {\"type\": \"EVENT\"},"
                        + " \"stages\": [{\"name\": \"Tram\", \"phase\": \"USAGE\"}]");
        workspace.editor().post(published + "/publish").then().statusCode(200);
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "status, PUBLISHED, Bravo",
        "status, DRAFT, Delta Alpha Charlie",
        "type, TO_BE, Alpha",
        "freshness, STALE, Charlie",
        "freshness, DUE, ''",
        "owner, Ann, Delta",
        "tag, winter, Delta Alpha",
        "tag, win, ''",
        "q, ferry, Delta Alpha",
        "q, fer alph, Alpha",
        "q, balloon, ''",
        "sort, name, Alpha Bravo Charlie Delta",
        "sort, -name, Delta Charlie Bravo Alpha",
        "sort, -createdAt, Bravo Charlie Alpha Delta",
        "sort, -updatedAt, Bravo Charlie Alpha Delta"
    })
    void isNarrowedAndSorted(String parameter, String value, String names) {
        assertThat(names(viewer().queryParam(parameter, value)))
                .isEqualTo(names.isEmpty() ? List.of() : List.of(names.split(" ")));
    }

    @Test
    void filtersHoldTogether() {
        assertThat(names(viewer().queryParam("personaId", ben))).containsExactly("Charlie", "Bravo");
        assertThat(names(viewer().queryParam("personaId", ann)
                        .queryParam("tag", "winter")
                        .queryParam("type", "AS_IS")))
                .containsExactly("Delta");
        assertThat(names(viewer().queryParam("personaId", ben).queryParam("tag", "winter")))
                .isEmpty();
    }

    @Test
    void whoeverNamesAJourneyAsItsOtherHalfIsFoundByIt() {
        var now = id(post(ann, "Now", "\"stages\": []"));
        var alone = id(post(ann, "Alone", "\"stages\": []"));
        var named = "\"type\": \"TO_BE\", \"pairedJourneyId\": \"" + now + "\"";
        post(ann, "Sooner", named);
        var later = id(post(ann, "Later", named + ", \"tags\": [\"bold\"]"));

        assertThat(names(viewer().queryParam("pairedJourneyId", now))).containsExactly("Sooner", "Later");
        assertThat(names(viewer().queryParam("pairedJourneyId", now).queryParam("sort", "name")))
                .containsExactly("Later", "Sooner");
        assertThat(names(viewer().queryParam("pairedJourneyId", now).queryParam("tag", "bold")))
                .containsExactly("Later");
        assertThat(names(viewer().queryParam("pairedJourneyId", alone))).isEmpty();
        assertThat(names(viewer().queryParam("pairedJourneyId", later))).isEmpty();
        assertThat(names(TestWorkspace.fresh().viewer().queryParam("pairedJourneyId", now)))
                .isEmpty();
    }

    @Test
    void summarySaysWhatAListNeeds() {
        viewer().queryParam("tag", "sea")
                .get(PATH)
                .then()
                .body("items", hasSize(1))
                .body("items[0].name", equalTo("Delta"))
                .body("items[0].personaId", equalTo(ann.toString()))
                .body("items[0].personaName", equalTo("Traveller"))
                .body("items[0].type", equalTo("AS_IS"))
                .body("items[0].freshness", equalTo("FRESH"))
                .body("items[0].stageCount", equalTo(1))
                .body("items[0].tags", contains("winter", "sea"))
                .body("items[0].owner", equalTo("Ann"))
                .body("items[0].stages", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "type, MAYBE",
        "freshness, ROTTEN",
        "status, LOST",
        "personaId, 17",
        "pairedJourneyId, key:now",
        "sort, owner",
        "q, ' '"
    })
    void whatIsNoFilterIsNamed(String parameter, String value) {
        viewer().queryParam(parameter, value)
                .get(PATH)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains(parameter));
    }

    @Test
    void cursorIsGoodForItsOwnListOnly() {
        var cursor = viewer().queryParam("limit", 1)
                .queryParam("tag", "winter")
                .get(PATH)
                .then()
                .statusCode(200)
                .extract()
                .<String>path("next");

        assertThat(names(viewer().queryParam("tag", "winter").queryParam("cursor", cursor)))
                .containsExactly("Alpha");
        viewer().queryParam("tag", "sea")
                .queryParam("cursor", cursor)
                .get(PATH)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("cursor"));
        viewer().queryParam("tag", "winter")
                .queryParam("type", "TO_BE")
                .queryParam("cursor", cursor)
                .get(PATH)
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @CsvSource({"createdAt", "-createdAt", "name", "-name", "updatedAt", "-updatedAt"})
    void pagesMakeTheWholeList(String sort) {
        IntStream.range(0, 5).forEach(i -> post(ann, "Same", "\"tags\": []"));
        var whole = viewer().queryParam("sort", sort).get(PATH).<List<String>>path("items.id");
        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var request = viewer().queryParam("sort", sort).queryParam("limit", 2);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor)).get(PATH);
            page.then().statusCode(200);
            seen.addAll(page.path("items.id"));
            cursor = page.path("next");
            assertThat(page.header("Link") == null).isEqualTo(cursor == null);
        } while (cursor != null);

        assertThat(seen).hasSize(9).isEqualTo(whole);
    }

    private String post(UUID persona, String name, String said) {
        return journeys.post("{\"personaId\": \"%s\", \"name\": \"%s\", %s}".formatted(persona, name, said))
                .statusCode(201)
                .extract()
                .header("Location");
    }

    private static String id(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private RequestSpecification viewer() {
        return workspace.viewer();
    }

    private static List<String> names(RequestSpecification request) {
        return request.get(PATH).then().statusCode(200).extract().path("items.name");
    }
}
