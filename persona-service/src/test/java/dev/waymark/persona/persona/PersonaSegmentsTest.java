package dev.waymark.persona.persona;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which segments a persona is drawn from. */
@QuarkusTest
class PersonaSegmentsTest {

    private static final String PERSONAS = "/v1/personas";
    private static final String SEGMENTS = "/v1/segments";

    private final TestWorkspace workspace = TestWorkspace.fresh();

    @Test
    void segmentsAreNamedByIdOrByKeyAndAnsweredByIdInOrder() {
        var first = segment("first");
        var second = segment("second");

        persona("\"key:second\", \"" + first + "\"").then().statusCode(201).body("segmentIds", contains(second, first));
    }

    @Test
    void oneThatIsNotThereIsPointedAt() {
        segment("first");

        persona("\"key:first\", \"key:none\"")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-reference"))
                .body("errors.pointer", contains("/segmentIds/1"));
        persona("\"" + UUID.randomUUID() + "\"")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/segmentIds/0"));
        workspace.viewer().get(PERSONAS).then().body("items", hasSize(0));
    }

    @Test
    void oneOfAnotherWorkspaceIsNotThere() {
        var theirs = TestWorkspace.fresh()
                .editor()
                .body("{\"name\": \"s\", \"externalKey\": \"theirs\"}")
                .post(SEGMENTS)
                .path("id");

        persona("\"" + theirs + "\"").then().statusCode(422);
        persona("\"key:theirs\"").then().statusCode(422);
    }

    @Test
    void anElementOfThePersonaIsNoSegment() {
        workspace
                .editor()
                .body("{\"name\": \"n\", \"segmentIds\": [\"key:a\"], \"goals\": [{\"key\": \"a\", \"text\": \"t\"}]}")
                .post(PERSONAS)
                .then()
                .statusCode(422);
    }

    @Test
    void oneSegmentTwiceIsRefusedHoweverItIsNamed() {
        var id = segment("first");

        persona("\"key:first\", \"" + id + "\"")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/segmentIds/1"));
    }

    @Test
    void aSegmentThatIsNamedCannotBeDeleted() {
        var id = segment("first");
        var persona = persona("\"" + id + "\"");

        var refused = workspace.admin().header("If-Match", "*").delete(SEGMENTS + "/" + id);
        refused.then()
                .statusCode(409)
                .body("type", equalTo("/problems/conflict"))
                .body("detail", containsString("/v1/personas?segmentId=" + id));
        workspace.viewer().get(SEGMENTS + "/" + id).then().statusCode(200);

        patch(persona, "{\"segmentIds\": []}").then().statusCode(200).header("ETag", "\"2.0\"");
        workspace
                .admin()
                .header("If-Match", "*")
                .delete(SEGMENTS + "/" + id)
                .then()
                .statusCode(204);
    }

    @Test
    void aDeletedPersonaNamesNothing() {
        var id = segment("first");
        var persona = persona("\"" + id + "\"");

        workspace.admin().header("If-Match", "*").delete(path(persona)).then().statusCode(204);

        workspace
                .admin()
                .header("If-Match", "*")
                .delete(SEGMENTS + "/" + id)
                .then()
                .statusCode(204);
    }

    @Test
    void personasAreListedBySegment() {
        var first = segment("first");
        var second = segment("second");
        var both = persona("\"" + first + "\", \"" + second + "\"").<String>path("id");
        var one = persona("\"" + second + "\"");

        assertThat(listed(first)).containsExactly(both);
        assertThat(listed(second)).containsExactly(both, one.path("id"));

        patch(one, "{\"segmentIds\": [\"key:first\"]}").then().statusCode(200);
        assertThat(listed(second)).containsExactly(both);
        workspace
                .viewer()
                .get(PERSONAS + "?segmentId=first")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("segmentId"));
    }

    @Test
    void theSameSegmentsAgainMakeNoVersion() {
        segment("first");
        segment("second");
        var persona = persona("\"key:first\", \"key:second\"");

        patch(persona, "{\"segmentIds\": [\"key:first\", \"key:second\"]}")
                .then()
                .statusCode(200)
                .header("ETag", "\"1.0\"");
        patch(persona, "{\"segmentIds\": [\"key:second\", \"key:first\"]}")
                .then()
                .statusCode(200)
                .header("ETag", "\"2.0\"");
    }

    private java.util.List<String> listed(String segment) {
        return workspace.viewer().get(PERSONAS + "?segmentId=" + segment).path("items.id");
    }

    private String segment(String key) {
        return workspace
                .editor()
                .body("{\"name\": \"Segment\", \"externalKey\": \"" + key + "\"}")
                .post(SEGMENTS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private Response persona(String segmentIds) {
        return workspace
                .editor()
                .body("{\"name\": \"Somebody\", \"segmentIds\": [" + segmentIds + "]}")
                .post(PERSONAS);
    }

    private Response patch(Response persona, String patch) {
        return workspace
                .editor()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(patch)
                .patch(path(persona));
    }

    private static String path(Response persona) {
        return PERSONAS + "/" + persona.path("id");
    }
}
