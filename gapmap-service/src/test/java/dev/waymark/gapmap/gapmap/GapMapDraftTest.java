package dev.waymark.gapmap.gapmap;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.waymark.gapmap.GapMapFixture;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which drafts are refused, and how that is said. */
@QuarkusTest
class GapMapDraftTest {

    private GapMapFixture fixture;

    @BeforeEach
    void makeAMap() {
        fixture = GapMapFixture.make();
    }

    @Test
    void badBodyIsRefusedWithPointers() {
        var scale = "\"min\": 1, \"max\": 5, \"step\": 1";
        refused("\"Lounges\"", "\" \"", "/name");
        refused("\"Lounges\"", "7", "/name");
        refused("\"scale\"", "\"scala\"", "/scala");
        refused(scale, "\"min\": 5, \"max\": 1", "/scale");
        refused(scale, "\"min\": 5, \"max\": 1, \"step\": 1", "/scale");
        refused(scale, "\"min\": 1, \"max\": 5, \"step\": 3", "/scale");
        refused(scale, "\"min\": 1, \"max\": 5, \"step\": 0.000001", "/scale");
        refused("\"recommended\", \"min\": 0, \"max\": 1", "\"r\", \"min\": 1, \"max\": 1", "/settings/outcome");
        refused("\"recommended\", \"min\": 0, \"max\": 1", "\"r\", \"min\": 1", "/settings/outcome/max");
        refused("\"max\": 1}", "\"max\": 1e999999999}", "/settings/outcome");
        refused("\"settings\": {", "\"settings\": {\"confidence\": 1,", "/settings/confidence");
        refused("\"settings\": {", "\"settings\": {\"minResponses\": 0,", "/settings/minResponses");
        refused(fixture.persona().id().toString(), "someone", "/personaId");
        refused("\"settings\": {", "\"settings\": {\"importanceSource\": \"GUESSED\",", "/settings/importanceSource");
        refused("\"settings\": {", "\"settings\": {\"missing\": [null],", "/settings/missing/0");
        refused(fixture.providers().get("two"), fixture.providers().get("one"), "/competitorIds/1");
        refused(fixture.providers().get("two"), fixture.providers().get("own"), "/competitorIds/1");
    }

    @Test
    void unknownProviderIsUnprocessable() {
        for (var at : new String[] {"own /ownProviderId", "two /competitorIds/1"}) {
            var parts = at.split(" ");
            var draft = fixture.draft()
                    .replace(
                            fixture.providers().get(parts[0]), UUID.randomUUID().toString());
            fixture.workspace()
                    .editor()
                    .body(draft)
                    .post("/v1/gap-maps")
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("/problems/unknown-reference"))
                    .body("errors[0].pointer", equalTo(parts[1]));
            fixture.put(draft).statusCode(422).body("errors[0].pointer", equalTo(parts[1]));
        }
        fixture.read().body("version", equalTo(1));
    }

    @Test
    void whatOnlyTheServerSetsIsIgnored() {
        var sentBack = fixture.read().extract().asString();
        fixture.put(sentBack).statusCode(200).body("version", equalTo(1));
    }

    private void refused(String good, String bad, String pointer) {
        fixture.workspace()
                .editor()
                .body(fixture.draft().replace(good, bad))
                .post("/v1/gap-maps")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo(pointer))
                .body(not(containsString("dev.waymark")))
                .body(not(containsString("java.")));
    }
}
