package dev.waymark.persona.persona;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PersonaResourceTest {

    private static final String PERSONAS = "/v1/personas";
    private static final String TRAVELLER = """
            {"name": "Frequent traveller", "headline": "Flies twice a week",
             "needs": [{"key": "wifi", "statement": "Work on the way", "kind": "FUNCTIONAL", "importance": 8.5}]}
            """;

    private final TestWorkspace workspace = TestWorkspace.fresh();

    @Test
    void createdPersonaIsFoundUnderItsLocation() {
        var created = create(TRAVELLER);
        created.then()
                .header("Location", matchesPattern(".*/v1/personas/[0-9a-f-]{36}"))
                .header("ETag", "\"1.0\"");

        workspace
                .viewer()
                .get(created.header("Location"))
                .then()
                .statusCode(200)
                .header("ETag", "\"1.0\"")
                .body("name", equalTo("Frequent traveller"))
                .body("status", equalTo("DRAFT"))
                .body("version", equalTo(1))
                .body("needs", hasSize(1))
                .body("needs[0].id", notNullValue())
                .body("needs[0].importance", equalTo(8.5f));
    }

    @Test
    void whatOnlyTheServerSetsIsIgnoredInABody() {
        var read = workspace.viewer().get(create(TRAVELLER).header("Location"));

        workspace
                .editor()
                .header("If-Match", read.header("ETag"))
                .body(read.asString())
                .put(path(read))
                .then()
                .statusCode(200)
                .header("ETag", "\"1.0\"");
    }

    @Test
    void replacingKeepsWhatMatchesAndCountsTheVersion() {
        var created = create(TRAVELLER);

        workspace
                .editor()
                .header("If-Match", "\"1.0\"")
                .body(
                        "{\"name\": \"Renamed\", \"needs\": [{\"key\": \"wifi\", \"statement\": \"Be online\", \"kind\": \"SOCIAL\"}]}")
                .put(path(created))
                .then()
                .statusCode(200)
                .header("ETag", "\"2.0\"")
                .body("name", equalTo("Renamed"))
                .body("headline", nullValue())
                .body("needs[0].id", equalTo(created.path("needs[0].id")))
                .body("needs[0].importance", nullValue());
    }

    @Test
    void whoHasItAlreadyIsToldSo() {
        var created = create(TRAVELLER);

        workspace
                .viewer()
                .header("If-None-Match", "\"1.0\"")
                .get(path(created))
                .then()
                .statusCode(304);
        workspace
                .viewer()
                .header("If-None-Match", "\"0.9\", W/\"1.0\"")
                .get(path(created))
                .then()
                .statusCode(304);
        workspace
                .viewer()
                .header("If-None-Match", "\"2.0\"")
                .get(path(created))
                .then()
                .statusCode(200);
    }

    @Test
    void aChangeNeedsThePresentVersion() {
        var path = path(create(TRAVELLER));

        workspace.editor().body(TRAVELLER).put(path).then().statusCode(428);
        workspace
                .editor()
                .header("If-Match", "\"2.0\"")
                .body(TRAVELLER)
                .put(path)
                .then()
                .statusCode(412);
        workspace.admin().header("If-Match", "\"2.0\"").delete(path).then().statusCode(412);
        workspace
                .editor()
                .header("If-Match", "*")
                .body("{\"name\": \"Any\"}")
                .put(path)
                .then()
                .statusCode(200);
        workspace.viewer().get(path).then().header("ETag", "\"2.0\"");
    }

    @Test
    void theListLeadsToEveryPersonaExactlyOnce() {
        var created = IntStream.range(0, 7)
                .mapToObj(i -> create("{\"name\": \"Persona " + i + "\"}").<String>path("id"))
                .toList();

        var seen = new ArrayList<String>();
        for (var next = PERSONAS + "?limit=3"; next != null; ) {
            var page = workspace.viewer().urlEncodingEnabled(false).get(next);
            page.then().statusCode(200);
            seen.addAll(page.<List<String>>path("items.id"));
            next = next(page);
        }

        assertThat(seen).containsExactlyElementsOf(created);
    }

    @Test
    void aListThatFitsHasNoNextPage() {
        create(TRAVELLER);

        workspace
                .viewer()
                .get(PERSONAS + "?limit=1")
                .then()
                .header("Link", nullValue())
                .body("next", nullValue())
                .body("items.name", contains("Frequent traveller"))
                .body("items[0].needs", nullValue());
    }

    @Test
    void onlyAnAdminDeletes() {
        var path = path(create(TRAVELLER));

        workspace.editor().header("If-Match", "*").delete(path).then().statusCode(403);
        workspace.viewer().get(path).then().statusCode(200);
        workspace.admin().header("If-Match", "\"1.0\"").delete(path).then().statusCode(204);
        workspace.viewer().get(path).then().statusCode(404);
        workspace.admin().header("If-Match", "*").delete(path).then().statusCode(404);
    }

    @Test
    void aDeletedPersonaFreesItsKey() {
        var body = "{\"name\": \"Somebody\", \"externalKey\": \"crm-1\"}";
        workspace
                .admin()
                .header("If-Match", "*")
                .delete(path(create(body)))
                .then()
                .statusCode(204);

        assertThat(create(body).<String>path("externalKey")).isEqualTo("crm-1");
    }

    @Test
    void publishingNeedsAHeadlineAndANeed() {
        var bare = path(create("{\"name\": \"Somebody\"}"));
        workspace
                .editor()
                .post(bare + "/publish")
                .then()
                .statusCode(409)
                .body("errors.pointer", contains("/headline", "/needs"));

        var whole = path(create(TRAVELLER));
        workspace
                .editor()
                .header("If-Match", "\"9.0\"")
                .post(whole + "/publish")
                .then()
                .statusCode(412);
        workspace
                .editor()
                .header("If-Match", "\"1.0\"")
                .post(whole + "/publish")
                .then()
                .statusCode(200)
                .header("ETag", "\"2.0\"")
                .body("status", equalTo("PUBLISHED"));
        workspace.editor().post(whole + "/publish").then().statusCode(200).header("ETag", "\"2.0\"");
    }

    @Test
    void whatIsArchivedRefusesEditsUntilItIsRestored() {
        var path = path(create(TRAVELLER));
        workspace.editor().post(path + "/restore").then().statusCode(409);
        workspace.editor().post(path + "/archive").then().statusCode(200).body("status", equalTo("ARCHIVED"));

        workspace
                .editor()
                .header("If-Match", "*")
                .body("{\"name\": \"New\"}")
                .put(path)
                .then()
                .statusCode(409);
        workspace.editor().post(path + "/publish").then().statusCode(409);
        workspace.editor().post(path + "/restore").then().statusCode(200).body("status", equalTo("DRAFT"));
        workspace
                .editor()
                .header("If-Match", "*")
                .body("{\"name\": \"New\"}")
                .put(path)
                .then()
                .statusCode(200);
    }

    @Test
    void anotherWorkspaceFindsNothingAndChangesNothing() {
        var mine = create("{\"name\": \"Mine\", \"externalKey\": \"crm-1\"}");
        var path = path(mine);
        var other = TestWorkspace.fresh();

        other.viewer().get(path).then().statusCode(404);
        other.viewer().get(PERSONAS + "/by-key/crm-1").then().statusCode(404);
        other.viewer().get(PERSONAS).then().body("items", hasSize(0));
        other.editor()
                .header("If-Match", "*")
                .body("{\"name\": \"Theirs\"}")
                .put(path)
                .then()
                .statusCode(404);
        other.admin().header("If-Match", "*").delete(path).then().statusCode(404);
        for (var move : List.of("publish", "archive", "restore")) {
            other.editor().post(path + "/" + move).then().statusCode(404);
        }
        other.editor()
                .body("{\"name\": \"Theirs\"}")
                .put(PERSONAS + "/by-key/crm-1")
                .then()
                .statusCode(201);

        workspace.viewer().get(path).then().header("ETag", "\"1.0\"").body("name", equalTo("Mine"));
    }

    @Test
    void aNeedTakenFromAnotherPersonaKeepsItsIdInBoth() {
        var need = create(TRAVELLER).<String>path("needs[0].id");

        create("{\"name\": \"Copy\", \"needs\": [{\"id\": \"" + need
                        + "\", \"statement\": \"s\", \"kind\": \"SOCIAL\"}]}")
                .then()
                .body("needs[0].id", equalTo(need));
    }

    private Response create(String body) {
        var response = workspace.editor().body(body).post(PERSONAS);
        response.then().statusCode(201);
        return response;
    }

    private static String path(Response persona) {
        return PERSONAS + "/" + UUID.fromString(persona.path("id"));
    }

    /** Where {@code Link: rel=next} leads, after checking that the body says the same. */
    private static String next(Response page) {
        var link = page.header("Link");
        if (link == null) {
            assertThat(page.<String>path("next")).isNull();
            return null;
        }
        assertThat(link).contains("rel=\"next\"").contains("limit=3").contains("cursor=" + page.path("next"));
        return link.substring(link.indexOf('<') + 1, link.indexOf('>'));
    }
}
