package dev.waymark.persona.persona;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What one workspace was given is of no use in another. */
@QuarkusTest
class AcrossWorkspacesOverHttpTest {

    private final TestWorkspace mine = TestWorkspace.fresh();
    private final TestWorkspace theirs = TestWorkspace.fresh();

    @Test
    void aCursorLeadsThroughOnesOwn() {
        create(mine, "A");
        create(mine, "C");
        create(theirs, "B");
        String cursor = mine.read("/v1/personas?limit=1&sort=name").extract().path("next");

        theirs.read("/v1/personas?sort=name&cursor=" + cursor).body("items.name", contains("B"));
        mine.read("/v1/personas?sort=name&cursor=" + cursor).body("items.name", contains("C"));
    }

    @Test
    void anIdempotencyKeyIsEverybodysOwn() {
        var first = repeatable(mine);
        var second = repeatable(theirs);

        mine.read("/v1/personas").body("items.id", contains(first));
        theirs.read("/v1/personas").body("items.id", contains(second)).body("items.id", not(contains(first)));
        mine.read("/v1/personas").body("items.id", contains(repeatable(mine)));
    }

    private static String repeatable(TestWorkspace workspace) {
        return workspace
                .editor()
                .header("Idempotency-Key", "the-same")
                .body("{\"name\": \"Somebody\"}")
                .post("/v1/personas")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void create(TestWorkspace workspace, String name) {
        workspace
                .editor()
                .body("{\"name\": \"" + name + "\"}")
                .post("/v1/personas")
                .then()
                .statusCode(201)
                .body("name", equalTo(name));
    }
}
