package dev.waymark.gapmap.ratings;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.waymark.gapmap.GapMapFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is corrected, taken back or erased is so in every figure, and what is refused changes none. */
@QuarkusTest
class CorrectionsTest {

    private static final String MAPPING = """
            {"provider": "who", "respondent": "id", "needs": {"speed": "key:need-0", "calm": "key:need-1"}, "outcome": "again"}""";
    private static final String FIRST = "id,who,speed,calm,again\nr1,own,5,4,1\nr2,own,3,,0\nr3,one,2,2,0\n";
    private static final String SECOND = "id,who,speed,calm,again\nr1,own,1,,\nr4,own,4,4,1\n";

    private static final String DRAFT = "{\"ratings\": {}, \"outcome\": 0}";

    private GapMapFixture fixture;

    @BeforeEach
    void makeAMap() {
        fixture = GapMapFixture.make();
    }

    @Test
    void anImportIsTakenBackAndCanBeImportedAgain() {
        var first = upload(FIRST);
        var second = upload(SECOND);
        fixture.assertFigure(0, "own.mean", 8 / 3.0); // 1 3 4

        delete("/imports/" + second).statusCode(204);

        fixture.assertFigure(0, "own.mean", 4); // 5 3
        fixture.read().body("responses", equalTo(3)).body("version", equalTo(4));
        delete("/imports/" + second).statusCode(404);
        get("/imports/" + second).statusCode(404);
        get("/imports").statusCode(200).body("items.id", contains(first));

        upload(SECOND);
        delete("/imports/" + first).statusCode(204);

        // Of the first respondent the speed is left that the second file says, and nothing that only the first one
        // said.
        get("/ratings")
                .body("items", hasSize(2))
                .body("items[0].ratings.size()", equalTo(1))
                .body("items[1].ratings.size()", equalTo(2));
        fixture.assertFigure(0, "own.mean", 2.5); // 1 4
        fixture.assertFigure(1, "own.n", 1);
        fixture.assertFigure(0, "competitors[0].n", 0);
    }

    /** What was on the longer scale is counted as nought times; it must not be looked for on the shorter one. */
    @Test
    void withoutRatingsTheScaleMayBeAnother() {
        delete("/imports/" + upload(FIRST)).statusCode(204);
        fixture.put(fixture.draft().replace("\"max\": 5", "\"max\": 3")).statusCode(200);
        fixture.assertFigure(0, "own.n", 0);

        upload("id,who,speed,calm,again\nr1,own,2,3,1\nr2,own,3,3,1\n");

        fixture.assertFigure(0, "own.mean", 2.5);
        fixture.assertFigure(1, "own.mean", 3);
    }

    @Test
    void aResponseIsCorrectedAndDeleted() {
        upload(FIRST);
        var speed = fixture.persona().needIds().getFirst();
        int id = get("/ratings?provider=" + fixture.providers().get("own"))
                .body("items", hasSize(2))
                .body("items.find { it.outcome == 1 }.ratings.'" + speed + "'", equalTo(5))
                .extract()
                .path("items.find { it.outcome == 1 }.id");

        put(id, "{\"ratings\": {\"" + speed + "\": 2}}")
                .statusCode(200)
                .body("ratings.'" + speed + "'", equalTo(2))
                .body("ratings.size()", equalTo(1));

        fixture.assertFigure(0, "own.mean", 2.5); // 2 3
        fixture.assertFigure(1, "own.n", 0);
        fixture.assertFigure(0, "importance.derived.n", 2);
        get("/ratings/" + id).statusCode(200).body("id", equalTo(id));

        delete("/ratings/" + id).statusCode(204);

        fixture.assertFigure(0, "own.mean", 3);
        get("/ratings/" + id).statusCode(404);
        fixture.read().body("responses", equalTo(2));
    }

    @Test
    void whoHasNotSeenTheLatestChangesNothing() {
        upload(FIRST);
        var path = fixture.path() + "/ratings/" + get("/ratings").extract().<Integer>path("items[0].id");
        var seen = fixture.workspace().viewer().get(path).then().extract().header("ETag");
        fixture.workspace()
                .viewer()
                .header("If-None-Match", seen)
                .get(path)
                .then()
                .statusCode(304);
        fixture.workspace().editor().body(DRAFT).put(path).then().statusCode(428);
        seenLast(seen).body(DRAFT).put(path).then().statusCode(200);

        seenLast(seen).body(DRAFT).put(path).then().statusCode(412);
        seenLast(seen).delete(path).then().statusCode(412);
        fixture.read().body("responses", equalTo(3));
    }

    @Test
    void anImportIsTakenBackByWhoHasSeenIt() {
        var path = fixture.path() + "/imports/" + upload(FIRST);
        fixture.workspace().editor().delete(path).then().statusCode(428);
        seenLast("\"2\"").delete(path).then().statusCode(412);
        fixture.read().body("responses", equalTo(3));
        seenLast("\"1.0\"").delete(path).then().statusCode(204);
    }

    @Test
    void whatIsRefusedChangesNothing() {
        upload(FIRST);
        var speed = fixture.persona().needIds().getFirst();
        int id = get("/ratings").extract().path("items[0].id");
        put(id, "{\"ratings\": {\"" + speed + "\": 6}}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/ratings/" + speed));
        put(id, "{\"ratings\": {\"" + UUID.randomUUID() + "\": 3}}").statusCode(422);
        put(id, "{\"ratings\": {}, \"outcome\": 2}").statusCode(400).body("errors[0].pointer", equalTo("/outcome"));
        put(id, "{\"ratings\": {}, \"outcome\": 0E-999999999}").statusCode(400);
        put(id, "{\"ratings\": {\"" + speed + "\": 5E-1000000}}").statusCode(400);
        put(id, "{\"ratings\": {}}").statusCode(400);
        put(id, "{}").statusCode(400);
        put(id + 1_000_000, "{\"ratings\": {}, \"outcome\": 1}").statusCode(404);
        delete("/ratings/" + (id + 1_000_000)).statusCode(404);
        get("/ratings?cursor=x").statusCode(400);
        get("/ratings/first").statusCode(404);
        delete("/ratings/first").statusCode(404);

        fixture.read().body("version", equalTo(2)).body("responses", equalTo(3));
        fixture.assertFigure(0, "own.mean", 4);
    }

    @Test
    void anArchivedMapKeepsItsRatingsUnlessSomebodyIsErased() {
        var id = upload(FIRST);
        fixture.workspace().editor().post(fixture.path() + "/archive").then().statusCode(200);
        delete("/imports/" + id).statusCode(409);
        fixture.assertFigure(0, "own.n", 2);

        erase("r1").statusCode(200).body("gapMaps", equalTo(1)).body("responses", equalTo(1));

        fixture.assertFigure(0, "own.n", 1);
        fixture.read().body("status", equalTo("ARCHIVED")).body("responses", equalTo(2));
    }

    @Test
    void aRespondentIsErasedFromEveryMapOfTheWorkspace() {
        upload(FIRST);
        var other = GapMapFixture.make(fixture.persona(), fixture.providers());
        other.upload(MAPPING, FIRST).statusCode(201);
        var elsewhere = GapMapFixture.make();
        elsewhere.upload(MAPPING, FIRST).statusCode(201);

        erase("r1").statusCode(200).body("gapMaps", equalTo(2)).body("responses", equalTo(2));
        erase("r1").statusCode(200).body("gapMaps", equalTo(0)).body("responses", equalTo(0));

        fixture.assertFigure(0, "own.mean", 3);
        other.assertFigure(0, "own.mean", 3);
        elsewhere.assertFigure(0, "own.mean", 4);
        fixture.erase(fixture.workspace().editor(), "r2").statusCode(403);
    }

    private RequestSpecification seenLast(String tag) {
        return fixture.workspace().editor().header("If-Match", tag);
    }

    private String upload(String csv) {
        return fixture.upload(MAPPING, csv).statusCode(201).extract().path("id");
    }

    private ValidatableResponse get(String path) {
        return fixture.workspace().viewer().get(fixture.path() + path).then();
    }

    private ValidatableResponse put(int id, String draft) {
        return fixture.workspace()
                .editor()
                .header("If-Match", "*")
                .body(draft)
                .put(fixture.path() + "/ratings/" + id)
                .then();
    }

    private ValidatableResponse delete(String path) {
        return fixture.workspace()
                .editor()
                .header("If-Match", "*")
                .delete(fixture.path() + path)
                .then();
    }

    private ValidatableResponse erase(String respondent) {
        return fixture.erase(fixture.workspace().admin(), respondent);
    }
}
