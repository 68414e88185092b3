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
        assertThat(answer.problemFaults()).as(answer.body()).isEmpty();
        var problem = answer.json();
        assertThat(problem.getString("type")).as(answer.body()).isEqualTo("/problems/" + type);
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
