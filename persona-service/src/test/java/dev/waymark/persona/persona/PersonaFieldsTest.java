package dev.waymark.persona.persona;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** All that can be said of a persona, and what cannot. */
@QuarkusTest
class PersonaFieldsTest {

    private static final TestWorkspace WORKSPACE = TestWorkspace.fresh();
    private static final String PERSONAS = "/v1/personas";

    static final String WHOLE = """
            {"externalKey": "crm-1", "name": "Traveller", "headline": "Flies twice a week", "quote": "Time is short",
             "portraitUrl": "https://example.org/p.jpg?size=2#face", "description": "Long text", "lifeStage": "Family",
             "demographics": {"age": 42, "income": 51000.5, "city": "Porto", "homeowner": true, "debt": -3, "big": 1e20},
             "psychographics": {"earlyAdopter": false, "értékek": "freedom", "openness": 0.75},
             "goals": [{"key": "home", "text": "Home before eight"}], "behaviours": [{"text": "Books late"}],
             "motivations": [{"text": "Status"}], "pains": [{"text": "Queues"}], "gains": [{"text": "Rest"}],
             "triggers": [{"text": "A meeting abroad"}], "channels": [{"channel": "App", "preference": 9.5}],
             "needs": [{"key": "wifi", "statement": "Work on the way", "kind": "FUNCTIONAL", "importance": 8.5,
                        "importanceSource": "SURVEYED", "kanoClass": "MUST_BE"}],
             "traits": [{"name": "Risk", "score": 12.5, "low": "Careful", "high": "Daring"}],
             "businessImportance": 0.5, "expectedGrowth": -0.1,
             "evidence": [{"elementId": "key:wifi", "field": "importance", "method": "INTERVIEW", "source": "Pier",
                           "date": "2026-01-31", "sampleSize": 12, "confidence": 0.8, "note": "n"},
                          {"method": "ASSUMPTION"}],
             "tags": ["vip", "été 🛫"], "owner": "Ann"}
            """;

    @Test
    void everyFieldComesBackAsItWasSaid() {
        var workspace = TestWorkspace.fresh();
        var created = workspace.editor().body(WHOLE).post(PERSONAS);
        created.then().statusCode(201);

        var read = workspace.viewer().get(created.header("Location"));

        var said = io.restassured.path.json.JsonPath.from(WHOLE).<String, Object>getMap("");
        var answered = new HashMap<String, Object>(read.jsonPath().getMap(""));
        answered.keySet().retainAll(said.keySet());
        assertThat(withoutIds(answered)).isEqualTo(withoutIds(said));
        read.then()
                .body("evidence.pointer", contains("/needs/0", ""))
                .body("evidence[0].elementId", equalTo(read.path("needs[0].id")));
        assertThat(Stream.of("goals", "channels", "needs", "traits", "evidence", "triggers")
                        .map(list -> read.<String>path(list + "[0].id")))
                .doesNotContainNull()
                .doesNotHaveDuplicates();
    }

    @Test
    void whatIsReadAndPutBackMakesNoVersion() {
        var workspace = TestWorkspace.fresh();
        workspace.editor().body(WHOLE).put(PERSONAS + "/by-key/crm-1").then().statusCode(201);
        var path = PERSONAS + "/"
                + workspace.viewer().get(PERSONAS + "/by-key/crm-1").path("id");
        var read = workspace.viewer().get(path);
        var same = read.asString().replace("\"income\":51000.5", "\"income\":5.10005e4");

        put(workspace, path, read.asString()).then().statusCode(200).header("ETag", "\"1.0\"");
        put(workspace, path, same).then().statusCode(200).header("ETag", "\"1.0\"");
        put(workspace, path, same.replace("51000.5", "51000.6").replace("5.10005e4", "51000.6"))
                .then()
                .statusCode(200)
                .header("ETag", "\"2.0\"");
    }

    @Test
    void whatIsNotSaidIsEmptyOrAbsent() {
        create("{\"name\": \"Somebody\"}")
                .then()
                .statusCode(201)
                .body("demographics", equalTo(Map.of()))
                .body("goals", equalTo(List.of()))
                .body("tags", equalTo(List.of()))
                .body("segmentIds", equalTo(List.of()))
                .body("quote", nullValue())
                .body("businessImportance", nullValue());
    }

    @Test
    void aPatchChangesWhatItNamesAndNullDeletes() {
        var created = create(WHOLE.replace("crm-1", "patched"));
        var patched = WORKSPACE
                .editor()
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"1.0\"")
                .body("{\"quote\": null, \"owner\": \"Bo\", \"tags\": [\"new\"],"
                        + " \"demographics\": {\"age\": 43, \"debt\": null}, \"goals\": null}")
                .patch(created.header("Location"));

        patched.then()
                .statusCode(200)
                .header("ETag", "\"2.0\"")
                .body("quote", nullValue())
                .body("owner", equalTo("Bo"))
                .body("tags", contains("new"))
                .body("demographics.age", equalTo(43))
                .body("demographics.city", equalTo("Porto"))
                .body("demographics.debt", nullValue())
                .body("goals", hasSize(0))
                .body("headline", equalTo("Flies twice a week"))
                .body("needs[0].id", equalTo(created.path("needs[0].id")));
    }

    static Stream<Arguments> fields() {
        return Stream.of(
                refused("'headline': '" + "x".repeat(1001) + "'", "/headline"),
                refused("'quote': '" + "x".repeat(1001) + "'", "/quote"),
                refused("'description': '" + "x".repeat(10_001) + "'", "/description"),
                refused("'lifeStage': '" + "x".repeat(201) + "'", "/lifeStage"),
                refused("'owner': ''", "/owner"),
                refused("'owner': '" + "x".repeat(201) + "'", "/owner"),
                refused("'portraitUrl': 'ftp://example.org/p'", "/portraitUrl"),
                refused("'portraitUrl': 'javascript:alert(1)//http://a'", "/portraitUrl"),
                refused("'portraitUrl': 'https://'", "/portraitUrl"),
                refused("'portraitUrl': 'https://example.org/a b'", "/portraitUrl"),
                refused("'portraitUrl': 'https://" + "x".repeat(2000) + "'", "/portraitUrl"),
                refused("'demographics': {'age': {}}", "/demographics/age"),
                refused("'demographics': {'age': [1]}", "/demographics/age"),
                refused("'demographics': {'age': null}", "/demographics/age"),
                refused("'demographics': {'age': 1e400}", "/demographics/age"),
                refused("'demographics': {'note': '" + "x".repeat(1001) + "'}", "/demographics/note"),
                refused("'demographics': {'note': 'a\\u0000b'}", "/demographics/note"),
                refused("'demographics': {' ': 1}", "/demographics"),
                refused("'demographics': {'" + "x".repeat(101) + "': 1}", "/demographics"),
                refused("'demographics': []", "/demographics"),
                refused("'psychographics': {" + names(51) + "}", "/psychographics"));
    }

    static Stream<Arguments> elements() {
        return Stream.of(
                refused("'goals': [{'text': 'a'}, {'text': ' '}]", "/goals/1/text"),
                refused("'pains': [{'text': '" + "x".repeat(1001) + "'}]", "/pains/0/text"),
                refused("'gains': ['a']", "/gains/0"),
                refused("'triggers': [null]", "/triggers/0"),
                refused("'behaviours': [{'key': '', 'text': 'a'}]", "/behaviours/0/key"),
                refused("'motivations': [{'text': 'a', 'extra': 1}]", "/motivations/0/extra"),
                refused("'channels': [{'channel': 'a', 'preference': 10.1}]", "/channels/0/preference"),
                refused("'channels': [{'preference': 1}]", "/channels/0/channel"),
                refused("'needs': [{'statement': 's', 'kind': 'SOCIAL', 'importance': -0.1}]", "/needs/0/importance"),
                refused(
                        "'needs': [{'statement': 's', 'kind': 'SOCIAL', 'importanceSource': 'X'}]",
                        "/needs/0/importanceSource"),
                refused("'needs': [{'statement': 's', 'kind': 'SOCIAL', 'kanoClass': ''}]", "/needs/0/kanoClass"),
                refused("'needs': [{'statement': 's'}]", "/needs/0/kind"),
                refused("'traits': [{'name': 'a', 'score': 101}]", "/traits/0/score"),
                refused("'traits': [{'name': 'a', 'score': -1}]", "/traits/0/score"),
                refused("'traits': [{'name': 'a', 'low': '" + "x".repeat(101) + "'}]", "/traits/0/low"),
                refused("'businessImportance': 10.5", "/businessImportance"),
                refused("'expectedGrowth': -1.1", "/expectedGrowth"),
                refused("'expectedGrowth': 11", "/expectedGrowth"),
                refused("'evidence': [{'method': 'RUMOUR'}]", "/evidence/0/method"),
                refused("'evidence': [{'method': 'SURVEY', 'confidence': 2}]", "/evidence/0/confidence"),
                refused("'evidence': [{'method': 'SURVEY', 'sampleSize': 1.5}]", "/evidence/0/sampleSize"),
                refused("'tags': ['a', ' ']", "/tags/1"),
                refused("'tags': ['" + "x".repeat(101) + "']", "/tags/0"),
                refused("'tags': ['a', 'b', 'a']", "/tags"),
                refused("'tags': [" + String.join(",", Collections.nCopies(51, "'a'")) + "]", "/tags"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource({"fields", "elements"})
    void whatIsOutOfRangeIsPointedAt(String field, String pointer) {
        var refused = create("{'name': 'n', ".replace('\'', '"') + field + "}");

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(400);
        assertThat(refused.jsonPath().getList("errors.pointer", String.class)).contains(pointer);
        assertThat(refused.asString()).doesNotContain("java.", "dev.waymark");
    }

    private static Arguments refused(String field, String pointer) {
        return Arguments.of(field.replace('\'', '"'), pointer);
    }

    private static String names(int count) {
        return String.join(
                ",",
                IntStream.range(0, count).mapToObj(i -> "'f" + i + "': true").toList());
    }

    private static Response create(String body) {
        return WORKSPACE.editor().body(body).post(PERSONAS);
    }

    private static Response put(TestWorkspace workspace, String path, String body) {
        return workspace.editor().header("If-Match", "*").body(body).put(path);
    }

    /** What only answers have, and what they have resolved, is left out. */
    private static Object withoutIds(Object json) {
        return switch (json) {
            case Map<?, ?> map -> {
                var rest = new HashMap<Object, Object>();
                map.forEach((name, value) -> rest.put(name, withoutIds(value)));
                rest.keySet().removeAll(List.of("id", "pointer", "elementId"));
                yield rest;
            }
            case List<?> list ->
                list.stream().map(PersonaFieldsTest::withoutIds).toList();
            case null, default -> json;
        };
    }
}
