package dev.waymark.gapmap.provider;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import dev.waymark.gapmap.GapMapFixture;
import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProviderResourceTest {

    private static final String PATH = "/v1/providers";
    private static final String HARBOUR = "{\"name\": \"Harbour Air\", \"kind\": \"COMPETITOR\"}";

    private final TestWorkspace workspace = TestWorkspace.fresh();

    @Test
    void createdProviderIsFoundUnderItsLocation() {
        var location = create(HARBOUR).header("ETag", "\"1.0\"").extract().header("Location");

        workspace
                .viewer()
                .get(location)
                .then()
                .statusCode(200)
                .header("ETag", "\"1.0\"")
                .header("Cache-Control", "private, no-cache")
                .body("name", equalTo("Harbour Air"))
                .body("kind", equalTo("COMPETITOR"))
                .body("externalKey", nullValue())
                .body("version", equalTo(1));
        workspace
                .viewer()
                .header("If-None-Match", "\"1.0\"")
                .get(location)
                .then()
                .statusCode(304);
    }

    @Test
    void aChangeWantsTheVersionItIsMeantFor() {
        var location = create(HARBOUR).extract().header("Location");
        var renamed = HARBOUR.replace("Harbour Air", "Harbour Airways");

        workspace.editor().body(renamed).put(location).then().statusCode(428);
        workspace
                .editor()
                .header("If-Match", "\"1.0\"")
                .body(renamed)
                .put(location)
                .then()
                .statusCode(200)
                .header("ETag", "\"2.0\"")
                .body("name", equalTo("Harbour Airways"));
        workspace
                .editor()
                .header("If-Match", "\"1.0\"")
                .body(HARBOUR)
                .put(location)
                .then()
                .statusCode(412);
        workspace
                .editor()
                .header("If-Match", "*")
                .body(renamed)
                .put(location)
                .then()
                .statusCode(200)
                .header("ETag", "\"2.0\"");
    }

    @Test
    void externalKeyCreatesThenReplaces() {
        var byKey = PATH + "/by-key/harbour";
        workspace
                .editor()
                .body(HARBOUR)
                .put(byKey)
                .then()
                .statusCode(201)
                .header("Location", matchesPattern(".*/v1/providers/[0-9a-f-]{36}"));
        workspace.editor().body(HARBOUR).put(byKey).then().statusCode(200).body("version", equalTo(1));
        workspace
                .editor()
                .body(HARBOUR.replace("Air", "Sea"))
                .put(byKey)
                .then()
                .statusCode(200)
                .body("version", equalTo(2));
        workspace.viewer().get(byKey).then().statusCode(200).body("name", equalTo("Harbour Sea"));
        workspace
                .editor()
                .header("If-None-Match", "*")
                .body(HARBOUR)
                .put(byKey)
                .then()
                .statusCode(412);
        workspace.viewer().get(PATH + "/by-key/nobody").then().statusCode(404);
    }

    @Test
    void anExternalKeyIsTakenOnce() {
        create("{\"externalKey\": \"harbour\", \"name\": \"Harbour Air\", \"kind\": \"OWN\"}");
        workspace
                .editor()
                .body("{\"externalKey\": \"harbour\", \"name\": \"Twin\", \"kind\": \"OWN\"}")
                .post(PATH)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/duplicate-key"));
    }

    @Test
    void listIsWalkedByCursor() {
        for (var name : new String[] {"A", "B", "C"}) {
            create(HARBOUR.replace("Harbour Air", name));
        }
        String next = workspace
                .viewer()
                .get(PATH + "?limit=2")
                .then()
                .statusCode(200)
                .header("Link", containsString("rel=\"next\""))
                .body("items.name", contains("A", "B"))
                .extract()
                .path("next");
        workspace
                .viewer()
                .get(PATH + "?limit=2&cursor=" + next)
                .then()
                .statusCode(200)
                .body("items.name", contains("C"))
                .body("next", nullValue());
        workspace.viewer().get(PATH + "?limit=0").then().statusCode(400);
        workspace.viewer().get("/v1/gap-maps?cursor=" + next).then().statusCode(400);
    }

    @Test
    void badBodyIsRefusedWithPointers() {
        refused("{\"name\": \" \", \"kind\": \"OWN\"}", "/name");
        refused("{\"name\": \"x\"}", "/kind");
        refused("{\"name\": \"x\", \"kind\": \"FRIEND\"}", "/kind");
        refused("{\"name\": \"x\", \"kind\": \"OWN\", \"colour\": \"red\"}", "/colour");
        refused("{\"name\": \"a\\u0000b\", \"kind\": \"OWN\"}", "/name");
        refused("{\"name\": \"x\", \"kind\": \"OWN\", \"externalKey\": \"\"}", "/externalKey");
    }

    @Test
    void onlyAnUnusedProviderCanBeDeleted() {
        var fixture = GapMapFixture.make();
        var rated = GapMapFixture.provider(fixture.workspace(), "rated");
        fixture.upload("{\"provider\": \"who\", \"needs\": {\"speed\": \"key:need-0\"}}", "who,speed\nrated,3\n")
                .statusCode(201);
        var unused = GapMapFixture.provider(fixture.workspace(), "unused");

        for (var used : new String[] {
            fixture.providers().get("own"), fixture.providers().get("two"), rated
        }) {
            delete(fixture.workspace(), used).statusCode(409).body("detail", containsString("refers to it"));
        }
        delete(fixture.workspace(), unused).statusCode(204);
        fixture.workspace().viewer().get(PATH + "/" + unused).then().statusCode(404);
        fixture.workspace().viewer().get(PATH).then().body("items", hasSize(4));
    }

    @Test
    void rolesAndWorkspacesAreKeptApart() {
        var location = create(HARBOUR).extract().header("Location");
        var id = location.substring(location.lastIndexOf('/') + 1);
        workspace.viewer().body(HARBOUR).post(PATH).then().statusCode(403);
        workspace.editor().header("If-Match", "*").delete(location).then().statusCode(403);
        var stranger = TestWorkspace.fresh();
        stranger.viewer().get(PATH + "/" + id).then().statusCode(404);
        stranger.editor()
                .header("If-Match", "*")
                .body(HARBOUR)
                .put(PATH + "/" + id)
                .then()
                .statusCode(404);
        delete(stranger, id).statusCode(404);
        stranger.viewer().get(PATH).then().body("items", hasSize(0));
    }

    private ValidatableResponse create(String body) {
        return workspace.editor().body(body).post(PATH).then().statusCode(201);
    }

    private void refused(String body, String pointer) {
        workspace
                .editor()
                .body(body)
                .post(PATH)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo(pointer));
    }

    private static ValidatableResponse delete(TestWorkspace in, String id) {
        return in.admin().header("If-Match", "*").delete(PATH + "/" + id).then();
    }
}
