package dev.waymark.persona;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the API description shows can be sent just so. */
@QuarkusTest
class ExamplesTest {

    private final TestWorkspace workspace = TestWorkspace.fresh();

    @ParameterizedTest
    @ValueSource(strings = {"segments", "personas"})
    void isTaken(String collection) throws IOException {
        var file = "META-INF/examples/" + collection + ".json";
        try (var example = Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
            workspace
                    .editor()
                    .body(new String(example.readAllBytes(), UTF_8))
                    .post("/v1/" + collection)
                    .then()
                    .statusCode(201)
                    .body("externalKey", notNullValue())
                    .body("version", equalTo(1));
        }
    }
}
