package dev.waymark.persona.persona;

import static io.restassured.RestAssured.given;

import dev.waymark.testing.TestWorkspace;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Personas of one workspace, for tests of the rules that all documents keep. */
record Rules(TestWorkspace workspace) {

    static final String PERSONAS = "/v1/personas";

    static final String TRAVELLER = """
            {"externalKey": "crm-17", "name": "Traveller", "headline": "Flies", "needs": [
              {"key": "wifi", "statement": "Work on the way", "kind": "FUNCTIONAL", "importance": 8},
              {"key": "seat", "statement": "Sleep", "kind": "EMOTIONAL"}]}
            """;

    Rules() {
        this(TestWorkspace.fresh());
    }

    /** @return its path */
    String create() {
        return create(TRAVELLER);
    }

    String create(String body) {
        return PERSONAS + "/"
                + workspace
                        .editor()
                        .body(body)
                        .post(PERSONAS)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
    }

    ValidatableResponse get(String path) {
        return workspace.viewer().get(path).then();
    }

    ValidatableResponse post(String path, String body) {
        return workspace.editor().body(body).post(path).then();
    }

    ValidatableResponse act(String path) {
        return workspace.editor().post(path).then();
    }

    ValidatableResponse patch(String path, String ifMatch, String body) {
        return patch(workspace.token("editor"), path, ifMatch, body).then();
    }

    /** With a token at hand, for those who are in a hurry. */
    static Response patch(String token, String path, String ifMatch, String body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/merge-patch+json")
                .header("If-Match", ifMatch)
                .body(body)
                .patch(path);
    }

    ValidatableResponse delete(String path) {
        return workspace.editor().header("If-Match", "*").delete(path).then();
    }

    Response keyed(String key, String path, String body) {
        var request = workspace.editor().header("Idempotency-Key", key);
        return body == null ? request.post(path) : request.body(body).post(path);
    }

    int version(String path) {
        return get(path).statusCode(200).extract().path("version");
    }

    String tag(String path) {
        return get(path).statusCode(200).extract().header("ETag");
    }

    /** Starts all at the same moment. */
    static List<Response> atOnce(List<Callable<Response>> requests) throws Exception {
        var start = new CyclicBarrier(requests.size());
        try (var threads = Executors.newFixedThreadPool(requests.size())) {
            var answers = new ArrayList<Future<Response>>();
            for (var request : requests) {
                answers.add(threads.submit(() -> {
                    start.await();
                    return request.call();
                }));
            }
            var got = new ArrayList<Response>();
            for (var answer : answers) {
                got.add(answer.get());
            }
            return got;
        }
    }
}
