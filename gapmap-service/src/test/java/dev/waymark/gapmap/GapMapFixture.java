package dev.waymark.gapmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.waymark.testing.TestWorkspace;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.data.Offset;

/** A workspace with a persona, three providers (own, one, two) and a gap map that compares them on a scale of 1 to 5. */
public record GapMapFixture(
        TestWorkspace workspace, PersonaNextDoor persona, Map<String, String> providers, String map) {

    public static final Duration SOON = Duration.ofSeconds(30);

    private static final String RECOMMENDED = "{\"outcome\": {\"name\": \"recommended\", \"min\": 0, \"max\": 1}}";

    public static GapMapFixture make() {
        return make(RECOMMENDED);
    }

    public static GapMapFixture make(String settings) {
        return make(settings, 2);
    }

    public static GapMapFixture make(String settings, int needs) {
        var workspace = TestWorkspace.fresh();
        return make(PersonaNextDoor.arrives(workspace, needs), settings).heardOfItsPersona();
    }

    public static GapMapFixture make(PersonaNextDoor persona, String settings) {
        var providers = new HashMap<String, String>();
        for (var key : new String[] {"own", "one", "two"}) {
            providers.put(key, provider(persona.workspace(), key));
        }
        return make(persona, providers, settings);
    }

    /** Another map in a workspace that has its providers. */
    public static GapMapFixture make(PersonaNextDoor persona, Map<String, String> providers) {
        return make(persona, providers, RECOMMENDED);
    }

    public static GapMapFixture make(PersonaNextDoor persona, Map<String, String> providers, String settings) {
        var workspace = persona.workspace();
        var id = workspace
                .editor()
                .body(draft(persona.id(), providers, settings))
                .post("/v1/gap-maps")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return new GapMapFixture(workspace, persona, providers, id.toString());
    }

    private GapMapFixture heardOfItsPersona() {
        awaitAt("context.persona.name", "Traveller");
        return this;
    }

    /** Waits until a place of the map has a value. */
    public void awaitAt(String path, Object expected) {
        await().atMost(SOON).untilAsserted(() -> assertThat(read().extract().<Object>path(path))
                .isEqualTo(expected));
    }

    public ValidatableResponse read() {
        return workspace.viewer().get(path()).then().statusCode(200);
    }

    public ValidatableResponse put(String draft) {
        return workspace
                .editor()
                .header("If-Match", "*")
                .body(draft)
                .put(path())
                .then();
    }

    public String path() {
        return "/v1/gap-maps/" + map;
    }

    public static String provider(TestWorkspace workspace, String key) {
        var kind = key.equals("own") ? "OWN" : "COMPETITOR";
        return workspace.put(
                "/v1/providers/by-key/" + key, "{\"name\": \"Provider " + key + "\", \"kind\": \"" + kind + "\"}");
    }

    public String draft() {
        return draft(persona.id(), providers, RECOMMENDED);
    }

    private static String draft(UUID persona, Map<String, String> providers, String settings) {
        return """
                {"name": "Lounges", "personaId": "%s", "ownProviderId": "%s", "competitorIds": ["%s", "%s"],
                 "scale": {"min": 1, "max": 5, "step": 1}, "settings": %s}""".formatted(persona, providers.get("own"), providers.get("one"), providers.get("two"), settings);
    }

    public ValidatableResponse upload(String mapping, String csv) {
        return upload(workspace.editor(), mapping, csv);
    }

    public ValidatableResponse upload(RequestSpecification as, String mapping, String csv) {
        return as.contentType(ContentType.MULTIPART)
                .multiPart("mapping", mapping, "application/json")
                .multiPart("file", "ratings.csv", csv.getBytes(StandardCharsets.UTF_8), "text/csv")
                .post(path() + "/imports")
                .then();
    }

    public ValidatableResponse erase(RequestSpecification as, String respondent) {
        return as.urlEncodingEnabled(false) // a colon is a colon
                .body("{\"respondent\": \"" + respondent + "\"}")
                .post("/v1/respondents:erase")
                .then();
    }

    public ValidatableResponse scores() {
        return scores("");
    }

    /** @param query {@code ?from=2026-01} say */
    public ValidatableResponse scores(String query) {
        return workspace.viewer().get(path() + "/scores" + query).then().statusCode(200);
    }

    /** A figure of a need's score, {@code own.mean} say; null stays null. */
    public void assertFigure(int need, String path, double expected) {
        assertFigure("", need, path, expected);
    }

    public void assertFigure(String query, int need, String path, double expected) {
        Number actual = scores(query).extract().path("scores[" + need + "]." + path);
        assertThat(actual.doubleValue()).as(path).isCloseTo(expected, Offset.offset(5e-6));
    }
}
