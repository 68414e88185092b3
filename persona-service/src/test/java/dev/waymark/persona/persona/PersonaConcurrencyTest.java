package dev.waymark.persona.persona;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** What becomes of many who do the same at the same moment. */
@QuarkusTest
class PersonaConcurrencyTest {

    private static final int AT_ONCE = 8;

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final String token = workspace.token("editor");

    @Test
    void ofManyEditsOfOneVersionExactlyOneWins() throws Exception {
        var path = "/v1/personas/" + put("crm-1", "before").path("id");

        var statuses = atOnce(i ->
                editor().header("If-Match", "\"1.0\"").body(body("edit " + i)).put(path));

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 412).hasSize(AT_ONCE - 1);
    }

    @Test
    void ofManyPutsOfANewKeyOneCreates() throws Exception {
        var statuses = atOnce(i -> put("crm-1", "put " + i));

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(AT_ONCE - 1);
        workspace.viewer().get("/v1/personas").then().body("items", hasSize(1));
    }

    @Test
    void aPutByKeyAndOneByIdDoNotLoseEachOther() throws Exception {
        var path = "/v1/personas/" + put("crm-1", "before").path("id");

        var statuses = atOnce(i -> i % 2 == 0
                ? put("crm-1", "by key " + i)
                : editor().header("If-Match", "*").body(body("by id " + i)).put(path));

        assertThat(statuses).containsOnly(200);
        workspace.viewer().get(path).then().header("ETag", "\"" + (AT_ONCE + 1) + ".0\"");
    }

    @Test
    void ofManyCreationsWithOneKeyOneSucceeds() throws Exception {
        var statuses = atOnce(i -> editor().body(body("creation " + i)).post("/v1/personas"));

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(AT_ONCE - 1);
    }

    private static List<Integer> atOnce(IntFunction<Response> request) throws InterruptedException, ExecutionException {
        var start = new CyclicBarrier(AT_ONCE);
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var answers = new ArrayList<Future<Integer>>();
            for (int i = 0; i < AT_ONCE; i++) {
                var mine = i;
                answers.add(threads.submit(() -> {
                    start.await();
                    return request.apply(mine).statusCode();
                }));
            }
            var statuses = new ArrayList<Integer>();
            for (var answer : answers) {
                statuses.add(answer.get());
            }
            return statuses;
        }
    }

    private Response put(String key, String name) {
        return editor().body(body(name)).put("/v1/personas/by-key/" + key);
    }

    private RequestSpecification editor() {
        return given().auth().oauth2(token).contentType("application/json");
    }

    private static String body(String name) {
        return "{\"name\": \"" + name + "\", \"externalKey\": \"crm-1\"}";
    }
}
