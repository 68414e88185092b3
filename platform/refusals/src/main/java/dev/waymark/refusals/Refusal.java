package dev.waymark.refusals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;

/** One request that must be refused, and how. */
public record Refusal(String what, int status, String type, String pointer, Supplier<RawExchange> request) {

    Refusal(String what, int status, String type, Supplier<RawExchange> request) {
        this(what, status, type, null, request);
    }

    /** Asks, and fails unless the answer has the one shape of all problems. */
    void requireProblem() {
        var answer = request.get();
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().get("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.headers()).containsEntry("Cache-Control", "no-store");
        var problem = answer.json();
        assertThat(problem.getString("type")).as(answer.body()).isEqualTo("/problems/" + type);
        assertThat(problem.getInt("status")).isEqualTo(status);
        assertThat(problem.getString("title")).isNotBlank();
        assertThat(problem.getString("instance")).startsWith("/");
        assertThat(answer.body()).doesNotContain("Exception", "java.", "io.quarkus", "dev.waymark", "\\tat ");
        if (pointer != null) {
            assertThat(problem.getList("errors.pointer", String.class)).contains(pointer);
        }
        if (status == 405) {
            assertThat(answer.headers().get("Allow")).contains("GET", "HEAD", "OPTIONS");
        }
    }

    @Override
    public String toString() {
        return what + " is " + status;
    }
}
