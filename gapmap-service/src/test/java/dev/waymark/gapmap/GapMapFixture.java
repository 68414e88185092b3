package dev.waymark.gapmap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.testing.TestWorkspace;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A workspace with a persona, three providers (own, one, two) and a gap map that compares them on a scale of 1 to 5. */
public record GapMapFixture(
        TestWorkspace workspace, PersonaNextDoor persona, Map<String, String> providers, String map) {

    public static GapMapFixture make() {
        return make("{\"outcome\": {\"name\": \"recommended\", \"min\": 0, \"max\": 1}}");
    }

    public static GapMapFixture make(String settings) {
        var workspace = TestWorkspace.fresh();
        var persona = PersonaNextDoor.arrives(workspace, 2);
        var providers = new HashMap<String, String>();
        for (var key : new String[] {"own", "one", "two"}) {
            providers.put(key, provider(workspace, key));
        }
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

    public static String provider(TestWorkspace workspace, String key) {
        var kind = key.equals("own") ? "OWN" : "COMPETITOR";
        return workspace
                .editor()
                .body("{\"name\": \"Provider " + key + "\", \"kind\": \"" + kind + "\"}")
                .put("/v1/providers/by-key/" + key)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public String draft() {
        return draft(persona.id(), providers, "{\"outcome\": {\"name\": \"recommended\", \"min\": 0, \"max\": 1}}");
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
                .post("/v1/gap-maps/" + map + "/imports")
                .then();
    }

    public ValidatableResponse scores() {
        return workspace.viewer().get("/v1/gap-maps/" + map + "/scores").then().statusCode(200);
    }

    /** A figure of a need's score, {@code own.mean} say; null stays null. */
    public void assertFigure(int need, String path, double expected) {
        Number actual = scores().extract().path("scores[" + need + "]." + path);
        assertThat(actual.doubleValue()).as(path).isCloseTo(expected, org.assertj.core.data.Offset.offset(5e-7));
    }
}
