package dev.waymark.refusals;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.testing.OddToken;
import dev.waymark.testing.TestWorkspace;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Every kind of refusal, asked of a collection of documents: all have one shape, whichever layer refuses, and none leaves
 * a trace.
 *
 * @param collection {@code /v1/personas} say
 * @param fields what a valid new document says beside its name, as the inside of a JSON object; may be empty
 * @param workspace in which there is one document, made when the first case needs it
 */
public record RefusalCases(String collection, String fields, TestWorkspace workspace) {

    private static final String ENTITIES = """
            <!DOCTYPE laughs [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]><a>&b;&c;</a>""";
    private static final String NAME_WITH = "{\"name\": ";

    public static RefusalCases of(String collection, String fields) {
        return new RefusalCases(collection, fields, TestWorkspace.fresh());
    }

    public Stream<Refusal> all() {
        return Stream.of(
                        new EarlyRefusalCases(collection, workspace).all(),
                        asked(),
                        asking(),
                        there(),
                        bodies(),
                        parameters())
                .flatMap(cases -> cases);
    }

    /** Runs one case, and fails unless it is refused in the right shape and has changed nothing. */
    public void require(Refusal refusal) {
        var location = existing();
        var before = state(location);
        refusal.requireProblem();
        assertThat(state(location)).as("what is there, after " + refusal.what()).isEqualTo(before);
    }

    private Stream<Refusal> asked() {
        var nobody = collection + "/" + UUID.randomUUID();
        return Stream.of(
                refusal("an unknown path", 404, "not-found", () -> viewer().get("/v1/nothing")),
                refusal("an unknown path outside the API", 404, "not-found", () -> viewer().get("/nothing")),
                refusal("an unknown path below a document", 404, "not-found", () -> viewer().get(nobody + "/x")),
                refusal("an unknown id", 404, "not-found", () -> viewer().get(nobody)),
                refusal("an id that is none", 404, "not-found", () -> viewer().get(collection + "/17")),
                refusal("an unknown key", 404, "not-found", () -> viewer().get(collection + "/by-key/none")),
                refusal("a wrong method", 405, "method-not-allowed", () -> admin().delete(collection)),
                refusal("a wrong method on a document", 405, "method-not-allowed", () -> admin().post(nobody)),
                refusal("nothing acceptable", 406, "not-acceptable", () -> viewer().accept("image/png")
                        .get(collection)),
                refusal("a document as text", 406, "not-acceptable", () -> viewer().accept("text/csv")
                        .get(existing())),
                refusal("a list in what is no media type", 406, "not-acceptable", () -> viewer().header(
                                "Accept", "garbage")
                        .get(collection)),
                refusal("a new one in what is no media type", 406, "not-acceptable", () -> editor().header(
                                "Accept", "garbage")
                        .body(named("\"New\""))
                        .post(collection)),
                refusal("another media type", 415, "unsupported-media-type", () -> given().auth()
                        .oauth2(workspace.token("editor"))
                        .contentType("text/csv")
                        .body("name")
                        .post(collection)));
    }

    private Stream<Refusal> asking() {
        return Stream.of(
                refusal("no token", 401, "unauthorized", () -> given().get(collection)),
                refusal("garbage for a token", 401, "unauthorized", () -> given().auth()
                        .oauth2("garbage")
                        .get(collection)),
                refusal("an expired token", 401, "unauthorized", () -> OddToken.EXPIRED
                        .asks()
                        .get(collection)),
                refusal("another audience", 401, "unauthorized", () -> OddToken.WRONG_AUDIENCE
                        .asks()
                        .get(collection)),
                refusal("no grant", 403, "forbidden", () -> OddToken.NO_GRANT
                        .asks()
                        .get(collection)),
                refusal("unclear workspace", 403, "forbidden", () -> OddToken.TWO_WORKSPACES
                        .asks()
                        .get(collection)),
                refusal("another's workspace", 403, "forbidden", () -> viewer().header("X-Workspace", "other")
                        .get(collection)),
                refusal("a viewer writes", 403, "forbidden", () -> viewer().body(named("\"New\""))
                        .post(collection)),
                refusal("an editor deletes", 403, "forbidden", () -> editor().header("If-Match", "*")
                        .delete(existing())));
    }

    private Stream<Refusal> there() {
        return Stream.of(
                refusal("no precondition", 428, "precondition-required", () -> admin().delete(existing())),
                refusal("a stale version", 412, "stale-version", () -> admin().header("If-Match", "\"9.0\"")
                        .delete(existing())),
                refusal("a key that exists", 412, "stale-version", () -> {
                    existing();
                    return editor().header("If-None-Match", "*")
                            .body(named("\"New\""))
                            .put(collection + "/by-key/there");
                }),
                refusal("a taken key", 409, "duplicate-key", () -> {
                    existing();
                    return editor().body(named("\"New\", \"externalKey\": \"there\""))
                            .post(collection);
                }),
                refusal("a body over 1 MiB", 413, "too-large", () -> editor().body(padded(1200))
                        .post(collection)),
                refusal("a body over 1 MiB that says nothing else", 413, "too-large", () -> editor().body(
                                named("\"" + "x".repeat(1_200_000) + "\""))
                        .post(collection)));
    }

    private Stream<Refusal> bodies() {
        return Stream.of(
                place("malformed JSON", NAME_WITH, "/name"),
                place("no body at all", "", ""),
                place("null", "null", ""),
                place("trailing garbage", named("\"New\"") + " {}", ""),
                place("a doubled key", named("\"a\", \"name\": \"b\""), "/name"),
                place("a bomb", "[".repeat(1_000), ""),
                place("a deep bomb", NAME_WITH + "[".repeat(500) + "]".repeat(500) + "}", "/name"),
                place("a document type with entities", ENTITIES, ""),
                refusal("the same as XML", 415, "unsupported-media-type", () -> given().auth()
                        .oauth2(workspace.token("editor"))
                        .contentType("application/xml")
                        .body(ENTITIES)
                        .post(collection)),
                place("a list for an object", "[]", ""),
                place("an object for text", NAME_WITH + "{}}", "/name"),
                place("a number for text", NAME_WITH + "7}", "/name"),
                place("an unknown property", named("\"New\", \"nmae\": \"b\""), "/nmae"),
                place("NUL", named("\"a\\u0000b\""), "/name"),
                place("half a character", named("\"a\\ud800b\""), "/name"),
                place("a blank name", named("\" \""), "/name"),
                new Refusal("a key too long", 400, "invalid-request", "externalKey", answer(() -> editor().body(
                                named("\"New\""))
                        .put(collection + "/by-key/" + "k".repeat(201)))));
    }

    private Stream<Refusal> parameters() {
        return Stream.of(
                parameter("limit", "0"),
                parameter("limit", "101"),
                parameter("limit", "many"),
                parameter("cursor", "garbage"),
                parameter("cursor", cursor("1\n/v1/others\n" + UUID.randomUUID())),
                parameter("cursor", cursor("1\n" + collection + "\nno id")),
                parameter("statsu", "DRAFT"),
                inQuery("an unknown parameter of one", "view", () -> viewer().queryParam("view", "full")
                        .get(existing())),
                inQuery("an unknown parameter of a write", "dryRun", () -> editor().queryParam("dryRun", true)
                        .body(named("\"New\""))
                        .post(collection)),
                inQuery("a ticket to write", "ticket", () -> editor().queryParam("ticket", "t")
                        .body(named("\"New\""))
                        .post(collection)),
                inQuery("a parameter twice", "limit", () -> viewer().queryParam("limit", 1, 1)
                        .get(collection)));
    }

    /** The one document there is; asked for again, it is left as it is. */
    private String existing() {
        String id = editor().body(named("\"Somebody\""))
                .put(collection + "/by-key/there")
                .path("id");
        return collection + "/" + id;
    }

    private String state(String location) {
        return viewer().get(location).header("ETag")
                + viewer().get(collection).jsonPath().getList("items").size();
    }

    private Refusal place(String what, String body, String pointer) {
        return new Refusal(what, 400, "invalid-request", pointer, answer(() -> editor().body(body)
                .post(collection)));
    }

    private Refusal parameter(String name, String value) {
        return inQuery(name + "=" + value.replace('\n', ' '), name, () -> viewer().queryParam(name, value)
                .get(collection));
    }

    private static Refusal inQuery(String what, String name, Supplier<Response> request) {
        return new Refusal(what, 400, "invalid-request", name, answer(request));
    }

    private static Refusal refusal(String what, int status, String type, Supplier<Response> request) {
        return new Refusal(what, status, type, answer(request));
    }

    private static Supplier<RawExchange> answer(Supplier<Response> request) {
        return () -> RawExchange.of(request.get());
    }

    private String named(String name) {
        return NAME_WITH + name + (fields.isEmpty() ? "" : ", ") + fields + "}";
    }

    /** A document of no weight in a body of so many KiB. */
    private String padded(int kibibytes) {
        return named("\"light\"").replaceFirst("\\{", "{" + " ".repeat(kibibytes * 1024));
    }

    private static String cursor(String plain) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    private RequestSpecification viewer() {
        return workspace.viewer();
    }

    private RequestSpecification editor() {
        return workspace.editor();
    }

    private RequestSpecification admin() {
        return workspace.admin();
    }
}
