package dev.waymark.persona.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SegmentResourceTest {

    private static final String SEGMENTS = "/v1/segments";
    private static final String FLYERS = """
            {"externalKey": "crm-4", "name": "Frequent flyers", "description": "Twenty flights a year or more",
             "criteria": [{"key": "flights", "attribute": "flightsPerYear", "kind": "BEHAVIOURAL", "operator": "GE",
                           "value": 20}],
             "size": 120000, "valueShare": 0.35, "expectedGrowth": 0.05, "tags": ["core"], "owner": "Ann",
             "evidence": [{"elementId": "key:flights", "method": "ANALYTICS"}]}
            """;

    private final TestWorkspace workspace = TestWorkspace.fresh();

    @Test
    void everyFieldComesBackAsItWasSaid() {
        var created = create(FLYERS);

        workspace
                .viewer()
                .get(created.header("Location"))
                .then()
                .statusCode(200)
                .header("ETag", "\"1.0\"")
                .body("externalKey", equalTo("crm-4"))
                .body("name", equalTo("Frequent flyers"))
                .body("description", equalTo("Twenty flights a year or more"))
                .body("criteria[0].id", notNullValue())
                .body("criteria[0].attribute", equalTo("flightsPerYear"))
                .body("criteria[0].kind", equalTo("BEHAVIOURAL"))
                .body("criteria[0].operator", equalTo("GE"))
                .body("criteria[0].value", equalTo(20))
                .body("size", equalTo(120000))
                .body("valueShare", equalTo(0.35f))
                .body("expectedGrowth", equalTo(0.05f))
                .body("tags", contains("core"))
                .body("owner", equalTo("Ann"))
                .body("evidence[0].pointer", equalTo("/criteria/0"))
                .body("context", nullValue());
    }

    @Test
    void whatIsReadAndPutBackMakesNoVersion() {
        var read = workspace.viewer().get(create(FLYERS).header("Location"));

        workspace
                .editor()
                .header("If-Match", "\"1.0\"")
                .body(read.asString())
                .put(path(read))
                .then()
                .statusCode(200)
                .header("ETag", "\"1.0\"");
    }

    @Test
    void aCriterionComesAgainByItsKey() {
        var created = create(FLYERS);

        workspace
                .editor()
                .body(FLYERS.replace("\"value\": 20", "\"value\": 30"))
                .put(SEGMENTS + "/by-key/crm-4")
                .then()
                .statusCode(200)
                .header("ETag", "\"2.0\"")
                .body("criteria[0].id", equalTo(created.path("criteria[0].id")))
                .body("criteria[0].value", equalTo(30));
    }

    @Test
    void aPatchChangesWhatItNames() {
        var created = create(FLYERS);

        workspace
                .editor()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"size\": null, \"valueShare\": 1}")
                .patch(path(created))
                .then()
                .statusCode(200)
                .body("size", nullValue())
                .body("valueShare", equalTo(1.0f))
                .body("criteria", hasSize(1));
    }

    @Test
    void publishingNeedsACriterion() {
        var bare = path(create("{\"name\": \"Somebody\"}"));

        workspace.editor().post(bare + "/publish").then().statusCode(409).body("errors.pointer", contains("/criteria"));
        workspace
                .editor()
                .post(path(create(FLYERS)) + "/publish")
                .then()
                .statusCode(200)
                .body("status", equalTo("PUBLISHED"));
    }

    @Test
    void onlyAnAdminDeletes() {
        var path = path(create(FLYERS));

        workspace.editor().header("If-Match", "*").delete(path).then().statusCode(403);
        workspace.admin().header("If-Match", "*").delete(path).then().statusCode(204);
        workspace.viewer().get(path).then().statusCode(404);
    }

    @Test
    void anotherWorkspaceFindsNothing() {
        var path = path(create(FLYERS));
        var other = TestWorkspace.fresh();

        other.viewer().get(path).then().statusCode(404);
        other.viewer().get(SEGMENTS + "/by-key/crm-4").then().statusCode(404);
        for (var list : List.of("", "?q=flyers", "?tag=core", "?owner=Ann", "?status=DRAFT")) {
            other.viewer().get(SEGMENTS + list).then().statusCode(200).body("items", hasSize(0));
        }
    }

    @Test
    void listsGiveSummariesOfWhatFits() {
        create(FLYERS);
        create("{\"name\": \"Others\", \"tags\": [\"rest\"], \"owner\": \"Bo\"}");
        workspace
                .editor()
                .post(path(create("{\"name\": \"Old\"}")) + "/archive")
                .then()
                .statusCode(200);

        assertThat(names("tag=core")).containsExactly("Frequent flyers");
        assertThat(names("owner=Bo")).containsExactly("Others");
        assertThat(names("status=ARCHIVED")).containsExactly("Old");
        assertThat(names("q=flightsp twen")).containsExactly("Frequent flyers");
        assertThat(names("sort=-name")).containsExactly("Others", "Old", "Frequent flyers");
        workspace
                .viewer()
                .get(SEGMENTS + "?tag=core")
                .then()
                .body("items[0].criterionCount", equalTo(1))
                .body("items[0].size", equalTo(120000))
                .body("items[0].valueShare", equalTo(0.35f))
                .body("items[0].tags", contains("core"))
                .body("items[0]", not(org.hamcrest.Matchers.hasKey("criteria")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"size\": -1 | /size",
                "\"size\": 1.5 | /size",
                "\"size\": \"7\" | /size",
                "\"valueShare\": 1.01 | /valueShare",
                "\"valueShare\": -0.01 | /valueShare",
                "\"expectedGrowth\": -1.01 | /expectedGrowth",
                "\"expectedGrowth\": 10.1 | /expectedGrowth",
                "\"tags\": [\"a\", \"a\"] | /tags",
                "\"owner\": \"\" | /owner",
                "\"context\": {} | /context"
            })
    void whatIsOutOfRangeIsPointedAt(String field, String pointer) {
        workspace
                .editor()
                .body("{\"name\": \"n\", " + field + "}")
                .post(SEGMENTS)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains(pointer));
    }

    private List<String> names(String query) {
        return workspace.viewer().get(SEGMENTS + "?" + query).path("items.name");
    }

    private Response create(String body) {
        var response = workspace.editor().body(body).post(SEGMENTS);
        response.then().statusCode(201);
        return response;
    }

    private static String path(Response segment) {
        return SEGMENTS + "/" + segment.path("id");
    }
}
