package dev.waymark.acceptance;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A change in one service is seen in the others: the real three, over the real Kafka. */
@ExtendWith(Product.class)
class StayInStepTest {

    private static final String PERSONA = """
            {"name": "%s", "needs": [
              {"key": "a", "statement": "First", "kind": "FUNCTIONAL", "importance": 7}%s]}""";

    private final Product product = Product.running();
    private final String workspace = "step-" + UUID.randomUUID();
    private final String token = product.token(workspace, "admin");

    @Test
    void aNewNameAndANewNeedAppearOnJourneysAndGapMaps() {
        var persona = put("persona", "/v1/personas/by-key/p", PERSONA.formatted("Before", ""));
        var journey = put("journey", "/v1/journeys/by-key/j", journey(persona, ""));
        var map = gapMap(persona);
        put("persona", "/v1/personas/by-key/p", PERSONA.formatted("After", """
                , {"key": "b", "statement": "Second", "kind": "SOCIAL", "importance": 3}"""));

        eventually(() -> get("journey", "/v1/journeys/" + journey)
                .body("context.persona.name", equalTo("After"))
                .body("context.needs.statement", contains("First", "Second"))
                .body("context.needs.rated", contains(false, false)));
        eventually(() -> get("gapmap", "/v1/gap-maps/" + map)
                .body("context.persona.name", equalTo("After"))
                .body("context.needs.rated", contains(false, false)));
        get("gapmap", "/v1/gap-maps/" + map + "/scores")
                .body("needs.statement", contains("First", "Second"))
                .body("scores.own.n", contains(0, 0))
                .body("scores.importance.value", contains(7.0f, 3.0f));
    }

    @Test
    void aStageThatTakesANeedShowsOnTheGapMap() {
        var persona = put("persona", "/v1/personas/by-key/p", PERSONA.formatted("Traveller", ""));
        var need = get("persona", "/v1/personas/" + persona).extract().path("needs[0].id");
        put("journey", "/v1/journeys/by-key/j", journey(persona, ""));
        var map = gapMap(persona);
        eventually(() -> get("gapmap", "/v1/gap-maps/" + map).body("context.needs[0].stages", hasSize(0)));

        put("journey", "/v1/journeys/by-key/j", journey(persona, "\"" + need + "\""));
        eventually(
                () -> get("gapmap", "/v1/gap-maps/" + map).body("context.needs[0].stages.stageName", contains("Use")));

        put("journey", "/v1/journeys/by-key/j", journey(persona, ""));
        eventually(() -> get("gapmap", "/v1/gap-maps/" + map).body("context.needs[0].stages", hasSize(0)));
    }

    @Test
    void aJourneyShowsOnItsPersonaUntilItIsDeleted() {
        var persona = put("persona", "/v1/personas/by-key/p", PERSONA.formatted("Traveller", ""));
        var journey = put("journey", "/v1/journeys/by-key/j", journey(persona, ""));
        eventually(() -> get("persona", "/v1/personas/" + persona).body("context.journeys.id", contains(journey)));

        as().header("If-Match", "*")
                .delete(product.url("journey") + "/v1/journeys/" + journey)
                .then()
                .statusCode(204);
        eventually(() -> get("persona", "/v1/personas/" + persona).body("context.journeys", hasSize(0)));
    }

    @Test
    void aDeletedPersonaIsMarkedAndNothingNewRefersToIt() {
        var persona = put("persona", "/v1/personas/by-key/p", PERSONA.formatted("Traveller", ""));
        var journey = put("journey", "/v1/journeys/by-key/j", journey(persona, ""));
        as().header("If-Match", "*")
                .delete(product.url("persona") + "/v1/personas/" + persona)
                .then()
                .statusCode(204);

        eventually(() -> get("journey", "/v1/journeys/" + journey).body("context.persona.status", equalTo("DELETED")));
        as().body(journey(persona, ""))
                .post(product.url("journey") + "/v1/journeys")
                .then()
                .statusCode(409)
                .contentType("application/problem+json");
    }

    private String gapMap(String persona) {
        var own = put("gapmap", "/v1/providers/by-key/own", "{\"name\": \"Own\", \"kind\": \"OWN\"}");
        var other = put("gapmap", "/v1/providers/by-key/other", "{\"name\": \"Other\", \"kind\": \"COMPETITOR\"}");
        return put("gapmap", "/v1/gap-maps/by-key/m", """
                {"name": "Map", "personaId": "%s", "ownProviderId": "%s", "competitorIds": ["%s"]}""".formatted(persona, own, other));
    }

    private static String journey(String persona, String needs) {
        return """
                {"name": "Journey", "personaId": "%s", "stages": [
                  {"key": "use", "name": "Use", "phase": "USAGE", "needIds": [%s]}]}""".formatted(persona, needs);
    }

    private String put(String service, String path, String body) {
        var answer = as().body(body).put(product.url(service) + path);
        answer.then().statusCode(org.hamcrest.Matchers.oneOf(200, 201));
        return answer.path("id");
    }

    private ValidatableResponse get(String service, String path) {
        return as().get(product.url(service) + path).then().statusCode(200);
    }

    private static void eventually(org.awaitility.core.ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(assertion);
    }

    private RequestSpecification as() {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }
}
