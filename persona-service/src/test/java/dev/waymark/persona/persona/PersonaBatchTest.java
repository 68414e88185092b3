package dev.waymark.persona.persona;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Many personas in one request. */
@QuarkusTest
class PersonaBatchTest {

    private static final String BATCH = "/v1/personas:batch";
    private static final String NDJSON = "application/x-ndjson";

    private final Rules rules = new Rules();

    @Test
    void everyItemIsAnsweredAndNoneHindersAnother() {
        rules.create();

        send("{\"items\": [" + Rules.TRAVELLER + ", {\"nmae\": \"typo\"}, 7, null, [], {\"name\": \" \"},"
                        + " {\"name\": \"a\", \"segmentIds\": [\"key:none\"]}, {\"name\": \"Other\"}]}")
                .statusCode(200)
                .body("items.index", contains(0, 1, 2, 3, 4, 5, 6, 7))
                .body("items.status", contains(200, 400, 400, 400, 400, 400, 422, 201))
                .body("items[0].version", equalTo(1))
                .body("items[1].problem.type", equalTo("/problems/invalid-request"))
                .body("items[1].problem.errors.pointer", hasItem("/nmae"))
                .body("items[3].problem.errors.pointer", contains(""))
                .body("items[5].problem.errors.pointer", contains("/name"))
                .body("items[6].problem.errors.pointer", contains("/segmentIds/0"));
        rules.get(Rules.PERSONAS).body("items.name", contains("Traveller", "Other"));
    }

    @Test
    void aKeyTwiceIsCreatedAndThenReplaced() {
        var items = "{\"name\": \"First\", \"externalKey\": \"k\"}, {\"name\": \"Second\", \"externalKey\": \"k\"}";

        var answer = send("{\"items\": [" + items + "]}")
                .body("items.status", contains(201, 200))
                .body("items.version", contains(1, 2))
                .extract();

        assertThat(answer.<String>path("items[0].id")).isEqualTo(answer.path("items[1].id"));
        rules.get(Rules.PERSONAS).body("items.name", contains("Second"));
    }

    @Test
    void linesMayBeBlankAndEndInAnyWayAndABadOneIsRefusedByItself() {
        var lines = "\r\n{\"name\": \"a\"}\r\n   \n{\"name\": \"b\"\n{\"name\": \"c\"} {\"name\": \"lost\"}\n\"d\"\n"
                + "{\"name\": \"e\", \"name\": \"f\"}\n{\"name\": \"g\"}";

        lines(lines).statusCode(200).body("items.status", contains(201, 400, 400, 400, 400, 201));
        rules.get(Rules.PERSONAS).body("items.name", contains("a", "g"));
    }

    @Test
    void aByteOrderMarkIsNoFault() {
        lines("\uFEFF{\"name\": \"a\"}\n{\"name\": \"b\"}").body("items.status", contains(201, 201));
        send("\uFEFF{\"items\": [{\"name\": \"c\"}]}").statusCode(200).body("items.status", contains(201));
    }

    @Test
    void whatIsNoUtf8IsRefusedAndNotGuessed() {
        var latin = "{\"name\": \"Jörg\"}\n{\"name\": \"b\"}".getBytes(StandardCharsets.ISO_8859_1);

        editor().contentType(NDJSON).body(latin).post(BATCH).then().body("items.status", contains(400, 201));
        rules.get(Rules.PERSONAS).body("items.name", contains("b"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'items': []} | /items",
                "{'items': null} | /items",
                "{'items': {}} | /items",
                "{'itmes': [{'name': 'n'}]} | /items",
                "{'items': [{'name': 'n'}], 'more': 1} | /more",
                "[{'name': 'n'}] | /items",
                "{'items': [{'name': 'n'}]} {} | ''",
                "{'items': [{'name': 'n'}, | /items/1",
            })
    void aBodyThatIsNoListDoesNothing(String body, String pointer) {
        send(body.replace('\'', '"')).statusCode(400).body("errors.pointer", contains(pointer.replace("''", "")));
        rules.get(Rules.PERSONAS).body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", " \r\n\r\n"})
    void noLinesAreRefused(String body) {
        lines(body).statusCode(400);
    }

    @Test
    void fiveHundredAreTakenAndOneMoreIsNot() {
        send("{\"items\": [" + people(501, ",") + "]}").statusCode(400).body("errors.pointer", contains("/items"));
        lines(people(501, "\n")).statusCode(400);
        rules.get(Rules.PERSONAS).body("items", empty());

        send("{\"items\": [" + people(500, ",") + "]}")
                .statusCode(200)
                .body("items", hasSize(500))
                .body("items.status", everyItem(equalTo(201)));
        lines(people(500, "\n")).statusCode(200).body("items.status", everyItem(equalTo(200)));
    }

    @Test
    void oneThatIsTooLargeIsRefusedByItselfAndABodyThatIsAltogether() {
        var goals = "[" + "{\"text\": \"%s\"},".formatted("x".repeat(900)).repeat(199) + "{\"text\": \"t\"}]";
        var large = "{\"name\": \"Large\", \"goals\": %1$s, \"pains\": %1$s, \"gains\": %1$s}".formatted(goals);

        send("{\"items\": [" + large + ", {\"name\": \"Small\"}]}").body("items.status", contains(413, 201));
        lines("{\"name\": \"a\"}\n" + " ".repeat(16 << 20)).statusCode(413);
        rules.get(Rules.PERSONAS).body("items.name", contains("Small"));
    }

    @ParameterizedTest
    @ValueSource(ints = {16 << 20, 18 << 20})
    void aBodyThatDoesNotSayHowLongItIsHasTheSameLimit(int length) throws Exception {
        var bytes = ("{\"name\": \"a\"}\n" + " ".repeat(length)).getBytes(StandardCharsets.UTF_8);
        assertThat(chunked(bytes, "Content-Type", NDJSON)).isEqualTo(413);
        rules.get(Rules.PERSONAS).body("items", empty());
    }

    @Test
    void whatDoesNotSayWhatItIsIsJsonOrRefused() throws Exception {
        var bytes = "{\"items\": [{\"name\": \"a\"}]}".getBytes(StandardCharsets.UTF_8);

        assertThat(chunked(bytes, "X-Other", "x")).isIn(200, 415);
    }

    @Test
    void aRepeatIsAnsweredTheSameAndDoneOnce() {
        var body = "{\"items\": [{\"name\": \"a\"}, {\"name\": \" \"}, {\"name\": \"c\", \"externalKey\": \"c\"}]}";

        var first = keyed("k1").body(body).post(BATCH);
        var second = keyed("k1").body(body).post(BATCH);

        first.then().body("items.status", contains(201, 400, 201));
        assertThat(second.asString()).isEqualTo(first.asString());
        rules.get(Rules.PERSONAS).body("items.name", contains("a", "c"));
        keyed("k1")
                .body(body.replace("\"a\"", "\"b\"").replace("\" \"", "\"d\""))
                .post(BATCH)
                .then()
                .body("items.status", contains(422, 201, 201))
                .body("items[0].problem.type", equalTo("/problems/idempotency-key-reused"));
        rules.get(Rules.PERSONAS).body("items.name", contains("a", "c", "d"));
    }

    @Test
    void viewersAndOtherTypesAreRefused() {
        rules.workspace()
                .viewer()
                .urlEncodingEnabled(false)
                .body("{\"items\": [{\"name\": \"a\"}]}")
                .post(BATCH)
                .then()
                .statusCode(403);
        editor().contentType("text/csv").body("a").post(BATCH).then().statusCode(415);
        editor().contentType("Application/X-NDJSON; charset=utf-8")
                .body("{\"name\": \"a\"}".getBytes(StandardCharsets.UTF_8))
                .post(BATCH)
                .then()
                .statusCode(200)
                .body("items.status", contains(201));
    }

    private int chunked(byte[] bytes, String header, String value) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + BATCH))
                .header("Authorization", "Bearer " + rules.workspace().token("editor"))
                .header(header, value)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)))
                .build();
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
        }
    }

    private static String people(int count, String between) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"name\": \"p%1$d\", \"externalKey\": \"p%1$d\"}".formatted(i))
                .collect(Collectors.joining(between));
    }

    private ValidatableResponse send(String body) {
        return editor().body(body.getBytes(StandardCharsets.UTF_8)).post(BATCH).then();
    }

    private ValidatableResponse lines(String body) {
        return editor().contentType(NDJSON)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(BATCH)
                .then();
    }

    private RequestSpecification keyed(String key) {
        return editor().header("Idempotency-Key", key);
    }

    /** Without encoding, or the colon would be encoded. */
    private RequestSpecification editor() {
        return rules.workspace().editor().urlEncodingEnabled(false);
    }
}
