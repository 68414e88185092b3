package dev.waymark.persona.tickets;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading without headers. */
@QuarkusTest
class TicketsOverHttpTest {

    private static final String PERSONAS = "/v1/personas";
    private static final String SOMEBODY = "{\"name\": \"Somebody\"}";

    private final TestWorkspace workspace = TestWorkspace.fresh();

    @Test
    void aTicketReadsItsPathInTheCallersWorkspace() {
        workspace.editor().body(SOMEBODY).post(PERSONAS).then().statusCode(201);
        TestWorkspace.fresh().editor().body("{\"name\": \"Else\"}").post(PERSONAS);

        with(ticket(PERSONAS))
                .get(PERSONAS)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .body("items[0].name", equalTo("Somebody"));
        with(ticket(PERSONAS)).queryParam("limit", 1).get(PERSONAS).then().statusCode(200);
    }

    @Test
    void itSaysHowLongItIsGoodAndIsKeptByNobody() {
        var answer = workspace.viewer().body("{\"path\": \"/v1/personas\"}").post("/v1/tickets");

        answer.then()
                .statusCode(201)
                .header("Cache-Control", equalTo("no-store"))
                .body("path", equalTo(PERSONAS));
        Assertions.assertThat(Duration.between(Instant.now(), Instant.parse(answer.path("expiresAt"))))
                .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60));
    }

    @Test
    void itIsGoodForNoOtherPath() {
        var id = workspace.editor().body(SOMEBODY).post(PERSONAS).path("id");

        refused(with(ticket(PERSONAS)).get(PERSONAS + "/" + id));
        refused(with(ticket(PERSONAS + "/" + id)).get(PERSONAS));
        refused(with(ticket(PERSONAS + "/")).get(PERSONAS));
    }

    @Test
    void itNeverWritesEvenIfAnAdminMadeIt() {
        var ticket = workspace
                .admin()
                .body("{\"path\": \"/v1/personas\"}")
                .post("/v1/tickets")
                .<String>path("ticket");

        refused(with(ticket).contentType("application/json").body(SOMEBODY).post(PERSONAS));
        refused(with(ticket).header("X-HTTP-Method-Override", "POST").put(PERSONAS + "/by-key/a"));
        workspace.viewer().get(PERSONAS).then().body("items.size()", equalTo(0));
    }

    @Test
    void itMakesNoOtherTicket() {
        refused(with(ticket("/v1/tickets"))
                .contentType("application/json")
                .body("{\"path\": \"/v1/personas\"}")
                .post("/v1/tickets"));
    }

    @Test
    void itStaysInItsWorkspaceWhateverIsAskedFor() {
        with(ticket(PERSONAS))
                .header("X-Workspace", TestWorkspace.fresh().name())
                .get(PERSONAS)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
        var theirs = TestWorkspace.fresh();
        String id = theirs.editor().body(SOMEBODY).post(PERSONAS).path("id");
        with(ticket(PERSONAS + "/" + id)).get(PERSONAS + "/" + id).then().statusCode(404);
    }

    @Test
    void aTamperedOneIsRefused() {
        var parts = ticket(PERSONAS).split("\\.");
        var other = ticket(PERSONAS + "/x").split("\\.");

        refused(with(parts[0] + "." + other[1] + "." + parts[2]).get(PERSONAS));
        refused(with(parts[0] + "." + parts[1] + ".").get(PERSONAS));
        refused(with("eyJhbGciOiJub25lIn0." + parts[1] + ".").get(PERSONAS));
        refused(with("garbage").get(PERSONAS));
        refused(with("").get(PERSONAS));
        refused(with(workspace.token("viewer")).get(PERSONAS));
    }

    @Test
    void onlyWhoMayReadGetsOne() {
        given().contentType("application/json")
                .body("{\"path\": \"/v1/personas\"}")
                .post("/v1/tickets")
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/v1/", "/q/health", "https://elsewhere.example/v1/personas", "/v1/personas?x=1"})
    void aPathThatIsNoneIsRefused(String path) {
        workspace
                .viewer()
                .body("{\"path\": \"" + path + "\"}")
                .post("/v1/tickets")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/path"));
    }

    private String ticket(String path) {
        return workspace
                .viewer()
                .body("{\"path\": \"" + path + "\"}")
                .post("/v1/tickets")
                .then()
                .statusCode(201)
                .extract()
                .path("ticket");
    }

    private static RequestSpecification with(String ticket) {
        return given().queryParam("ticket", ticket);
    }

    private static void refused(io.restassured.response.Response answer) {
        answer.then()
                .statusCode(401)
                .contentType(startsWith("application/problem+json"))
                .body("type", equalTo("/problems/unauthorized"));
    }
}
