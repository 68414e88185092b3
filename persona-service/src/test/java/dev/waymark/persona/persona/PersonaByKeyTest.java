package dev.waymark.persona.persona;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import dev.waymark.testing.TestTopic;
import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How another system keeps its personas here without knowing our ids. */
@QuarkusTest
class PersonaByKeyTest {

    private static final String BY_KEY = "/v1/personas/by-key/crm-1";

    private final TestWorkspace workspace = TestWorkspace.fresh();

    @Test
    void theFirstPutCreatesAndTheNextReplaces() {
        var created = put(body("Somebody"));
        created.then().statusCode(201).header("ETag", "\"1.0\"").body("externalKey", equalTo("crm-1"));
        String id = created.path("id");
        created.then().header("Location", endsWith("/v1/personas/" + id));

        put(body("Somebody else"))
                .then()
                .statusCode(200)
                .header("ETag", "\"2.0\"")
                .body("id", equalTo(id));
        workspace.viewer().get(BY_KEY).then().statusCode(200).body("name", equalTo("Somebody else"));
    }

    @Test
    void anEqualBodyIsNoChange() {
        var created = put(body("Somebody"));
        put(body("Somebody")).then().statusCode(200).header("ETag", "\"1.0\"");
        put(body("Renamed")).then().statusCode(200).header("ETag", "\"2.0\"");

        var told =
                new TestTopic("waymark.personas").awaitTold(workspace.name(), UUID.fromString(created.path("id")), 2);

        assertThat(told).extracting(TestTopic.Told::version).containsExactly(1, 2);
    }

    @Test
    void needsKeepTheirIdsByKey() {
        String need = put(body("Somebody")).path("needs[0].id");

        put(body("Renamed")).then().body("needs[0].id", equalTo(need));
    }

    @Test
    void onlyIfNewIsHonoured() {
        workspace
                .editor()
                .header("If-None-Match", "*")
                .body(body("New"))
                .put(BY_KEY)
                .then()
                .statusCode(201);
        workspace
                .editor()
                .header("If-None-Match", "*")
                .body(body("Newer"))
                .put(BY_KEY)
                .then()
                .statusCode(412);
    }

    @Test
    void onlyIfUnchangedIsHonoured() {
        assertThat(putIfMatch("*", "a").statusCode()).isEqualTo(412);
        put(body("a"));

        assertThat(putIfMatch("\"1.0\"", "b").statusCode()).isEqualTo(200);
        assertThat(putIfMatch("\"1.0\"", "c").statusCode()).isEqualTo(412);
        assertThat(putIfMatch("*", "d").statusCode()).isEqualTo(200);
    }

    @Test
    void whoHasItAlreadyIsToldSo() {
        put(body("a"));

        workspace.viewer().header("If-None-Match", "\"1.0\"").get(BY_KEY).then().statusCode(304);
    }

    private Response put(String body) {
        return workspace.editor().body(body).put(BY_KEY);
    }

    private Response putIfMatch(String tag, String name) {
        return workspace.editor().header("If-Match", tag).body(body(name)).put(BY_KEY);
    }

    private static String body(String name) {
        return "{\"name\": \"" + name
                + "\", \"needs\": [{\"key\": \"n\", \"statement\": \"s\", \"kind\": \"SOCIAL\"}]}";
    }
}
