package dev.waymark.persona.retries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A repeated POST, as its sender sees it. */
@QuarkusTest
class RetriesOverHttpTest {

    private final TestWorkspace workspace = TestWorkspace.fresh();

    @Test
    void theAnswerIsTheSameByteForByte() {
        var first = post("/test-notes", "monday");
        var again = post("/test-notes", "monday");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.jsonPath().getString("text")).isEqualTo("ÿ \"1\"");
        assertThat(first.header("Location")).endsWith("/test-notes/" + first.path("id"));
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.headers().asList().toString())
                .isEqualTo(first.headers().asList().toString());
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/test-notes", "/test-notes/batch"})
    void itIsTheSameWithAKeyAndWithout(String path) {
        var keyed = post(path, "monday");
        var repeated = post(path, "monday");
        var plain = workspace.editor().body(body()).post(path);

        assertThat(keyed.contentType()).isEqualTo(plain.contentType());
        assertThat(repeated.contentType()).isEqualTo(plain.contentType());
        assertThat(repeated.asString()).isEqualTo(keyed.asString()).isNotEqualTo(plain.asString());
        assertThat(shape(keyed)).isEqualTo(shape(plain));
    }

    @Test
    void withoutAKeyEachIsANewOne() {
        var id = workspace.editor().body(body()).post("/test-notes").path("id");
        workspace
                .editor()
                .body(body())
                .post("/test-notes")
                .then()
                .statusCode(201)
                .body("id", not(equalTo(id)));
    }

    @Test
    void anotherBodyIsRefused() {
        post("/test-notes", "monday");
        workspace
                .editor()
                .header("Idempotency-Key", "monday")
                .body("{\"text\": \"other\"}")
                .post("/test-notes")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));
    }

    @Test
    void aBadKeyIsNamed() {
        workspace
                .editor()
                .header("Idempotency-Key", "two words")
                .body(body())
                .post("/test-notes")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("Idempotency-Key"));
    }

    private Response post(String path, String key) {
        return workspace.editor().header("Idempotency-Key", key).body(body()).post(path);
    }

    private static byte[] body() {
        return "{\"text\": \"ÿ \\\"1\\\"\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    /** What is left when ids and times are taken out. */
    private static String shape(Response answer) {
        return answer.asString().replaceAll("\"(id|at)\":\"[^\"]+\"", "\"$1\":\"\"");
    }
}
