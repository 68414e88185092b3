package dev.waymark.persona.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.testing.ServiceLog;
import dev.waymark.testing.TestTopic;
import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The log tells what happened, not what people said: not when it is stored, nor when it is refused. */
@QuarkusTest
class SilentLogTest {

    private static final TestTopic JOURNEYS = new TestTopic("waymark.journeys");
    private static final TestTopic DEAD_LETTERS = new TestTopic("waymark.persona.dead-letters");

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final String hush = "hush" + UUID.randomUUID().toString().replace("-", "");

    @Test
    void aboutWhatIsStoredAndSearchedFor() {
        var id = workspace
                .editor()
                .body("""
                        {"name": "%1$s", "externalKey": "%1$s", "goals": [{"text": "%1$s"}], "owner": "%1$s"}""".formatted(hush))
                .post("/v1/personas")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        workspace.read("/v1/personas?q=" + hush + "&owner=" + hush);
        workspace
                .admin()
                .header("If-Match", "*")
                .delete("/v1/personas/" + id)
                .then()
                .statusCode(204);

        ServiceLog.requireSilentAbout(hush);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": \"%s\", \"%s\": 1}",
                "{\"name\": {\"%s\": \"%s\"}}",
                "{\"name\": \"%s\\u0000\"}",
                "{\"name\": \"Somebody\", \"needs\": [{\"statement\": \"%s\", \"kind\": \"%s\"}]}",
                "{\"name\": \"Somebody\", \"segmentIds\": [\"%s\"]}",
                "{\"name\": \"%s"
            })
    void aboutWhatIsRefused(String body) {
        workspace
                .editor()
                .body(body.replace("%s", hush))
                .post("/v1/personas")
                .then()
                .statusCode(400);

        ServiceLog.requireSilentAbout(hush);
    }

    @Test
    void aboutAKeyThatIsTaken() {
        var body = "{\"name\": \"Somebody\", \"externalKey\": \"" + hush + "\"}";
        workspace.editor().body(body).post("/v1/personas").then().statusCode(201);
        workspace.editor().body(body).post("/v1/personas").then().statusCode(409);

        ServiceLog.requireSilentAbout(hush);
    }

    @Test
    void aboutTokensAndTickets() {
        given().auth().oauth2(hush).get("/v1/personas").then().statusCode(401);
        given().queryParam("ticket", hush).get("/v1/personas").then().statusCode(401);
        String ticket = workspace
                .viewer()
                .body("{\"path\": \"/v1/personas\"}")
                .post("/v1/tickets")
                .then()
                .statusCode(201)
                .extract()
                .path("ticket");
        given().queryParam("ticket", ticket).get("/v1/personas").then().statusCode(200);
        given().queryParam("ticket", ticket).get("/v1/segments").then().statusCode(401);

        ServiceLog.requireSilentAbout(hush, ticket);
        assertThat(ServiceLog.text()).doesNotContainPattern(ServiceLog.TOKEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"personaId\": \"%s\", \"name\": \"%s\"}",
                "{\"personaId\": {\"%s\": \"%s\"}}",
                "{\"name\": \"%s\\u0000\"}",
                "%s"
            })
    void aboutAnEventThatCannotBeTakenIn(String json) {
        var id = UUID.randomUUID();
        JOURNEYS.publish(workspace.name(), id, 1, "journey.created.v1", json.replace("%s", hush));
        DEAD_LETTERS.awaitTold(workspace.name(), id, 1);

        ServiceLog.requireSilentAbout(hush);
        assertThat(ServiceLog.text()).contains("Dead letter topic=waymark.journeys");
    }
}
