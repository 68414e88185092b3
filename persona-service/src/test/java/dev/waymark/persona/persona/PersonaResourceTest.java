package dev.waymark.persona.persona;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PersonaResourceTest {

    private static final String TRAVELLER = """
            {"name": "Frequent traveller", "headline": "Flies twice a week",
             "needs": [{"key": "wifi", "statement": "Work on the way", "kind": "FUNCTIONAL", "importance": 8.5}]}
            """;

    private final TestWorkspace workspace = TestWorkspace.fresh();

    @Test
    void createdPersonaIsFoundUnderItsLocation() {
        var location = workspace
                .editor()
                .body(TRAVELLER)
                .post("/v1/personas")
                .then()
                .statusCode(201)
                .header("Location", matchesPattern(".*/v1/personas/[0-9a-f-]{36}"))
                .header("ETag", "\"1.0\"")
                .extract()
                .header("Location");

        workspace
                .viewer()
                .get(location)
                .then()
                .statusCode(200)
                .header("ETag", "\"1.0\"")
                .body("name", equalTo("Frequent traveller"))
                .body("status", equalTo("DRAFT"))
                .body("version", equalTo(1))
                .body("needs", hasSize(1))
                .body("needs[0].id", notNullValue())
                .body("needs[0].importance", equalTo(8.5f));
    }
}
