package dev.waymark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.OpenApiDocument.Answer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The judge of answers, judged by answers whose faults are known. */
class OpenApiDocumentTest {

    private static final String YAML = """
            openapi: 3.1.0
            paths:
              /v1/cats:
                get:
                  operationId: listCats
                  x-view-full:
                    schema:
                      type: object
                      required: [items]
                      properties:
                        items: {type: array, items: {$ref: "#/components/schemas/Cat"}}
                        next: {type: string}
                  responses:
                    "200":
                      content:
                        application/json:
                          schema:
                            type: object
                            properties:
                              items: {type: array, items: {$ref: "#/components/schemas/Named"}}
              /v1/cats/{id}:
                get:
                  operationId: getCat
                  responses:
                    "200":
                      headers:
                        ETag: {required: true, schema: {type: string}}
                        Link: {schema: {type: string}}
                      content:
                        application/json:
                          schema: {$ref: "#/components/schemas/Cat"}
                    "204": {description: Gone}
                    "404": {$ref: "#/components/responses/NOT_FOUND"}
              /v1/cats/by-key/{key}:
                get:
                  operationId: getCatByKey
                  responses:
                    "200":
                      content:
                        image/*: {}
                        application/json: {schema: {type: boolean}}
            components:
              responses:
                NOT_FOUND:
                  content:
                    application/problem+json:
                      schema: {$ref: "#/components/schemas/Problem"}
              schemas:
                Problem: {type: object, required: [status], properties: {status: {type: integer}}}
                Named: {type: object, required: [name], properties: {name: {type: string}}}
                Toy: {type: object, properties: {sort: {enum: [BALL, MOUSE]}}}
                Cat:
                  allOf:
                  - $ref: "#/components/schemas/Named"
                  - type: object
                    required: [born]
                    properties:
                      born: {type: string, format: date-time}
                      weight: {type: [number, "null"], format: double}
                      toy: {anyOf: [{$ref: "#/components/schemas/Toy"}, {type: "null"}]}
                      toys: {type: array, items: {$ref: "#/components/schemas/Toy"}}
                      marks: {type: object, additionalProperties: {type: integer}}
            """;
    private static final String CAT = """
            "name": "Tom", "born": "2026-01-02T03:04:05Z\"""";

    private final OpenApiDocument document = OpenApiDocument.of(YAML);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{%s}",
                "{%s, \"weight\": null, \"toy\": null}",
                "{%s, \"toy\": {\"sort\": \"BALL\"}, \"toys\": [{\"sort\": \"MOUSE\"}], \"marks\": {\"any\": 1}}"
            })
    void whatIsDeclaredPasses(String body) {
        assertThat(cat(body)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"name\": \"Tom\"}| body: required property 'born' not found",
                "{\"born\": \"2026-01-02T03:04:05Z\"}| body: required property 'name' not found",
                "{%s, \"weight\": \"4\"}| body/weight: string found, [number, null] expected",
                "{%s, \"nick\": \"T\"}| body: property 'nick' is not evaluated",
                "{%s, \"toys\": [{\"sort\": \"BALL\", \"size\": 1}]}| body/toys/0: property 'size' is not evaluated",
                "{%s, \"toy\": {\"sort\": \"BALL\", \"size\": 1}}| body/toy: property 'size' is not evaluated",
                "{%s, \"toys\": [{\"sort\": \"YARN\"}]}| body/toys/0/sort: does not have a value in the enumeration",
                "{%s, \"marks\": {\"any\": true}}| body/marks/any: boolean found, integer expected",
                "{\"name\": \"Tom\", \"born\": \"today\"}| body/born: does not match the date-time pattern",
                "[]| body: array found, object expected",
                "{\"name\"| the body cannot be read"
            })
    void aBodyThatDoesNotFitIsNamedWithOperationPointerAndReason(String body, String reason) {
        assertThat(cat(body))
                .anySatisfy(fault -> assertThat(fault).startsWith("getCat 200:").contains(reason.strip()));
    }

    @Test
    void statusesAreDeclared() {
        assertThat(faults("GET", "/v1/cats/7", 202, "application/json", "{}"))
                .containsExactly("getCat 202: the status is not declared");
    }

    @Test
    void contentTypesAreDeclared() {
        assertThat(faults("GET", "/v1/cats/7", 200, "text/html", "<p>"))
                .containsExactly("getCat 200: the content type text/html is not declared");
        assertThat(faults("GET", "/v1/cats/7", 404, "application/json", "{\"status\": 404}"))
                .containsExactly("getCat 404: the content type application/json is not declared");
        assertThat(faults("GET", "/v1/cats/by-key/a", 200, "image/png", "")).isEmpty();
        assertThat(faults("GET", "/v1/cats/7", 404, "application/problem+json;charset=UTF-8", "{\"status\": 404}"))
                .isEmpty();
    }

    @Test
    void aBodyIsThereIfItIsDeclaredAndOnlyThen() {
        assertThat(faults("GET", "/v1/cats/7", 200, null, "")).containsExactly("getCat 200: there is no body");
        assertThat(faults("GET", "/v1/cats/7", 200, "application/json", ""))
                .containsExactly("getCat 200: there is no body");
        assertThat(faults("GET", "/v1/cats/7", 204, "application/json", "{}"))
                .containsExactly("getCat 204: it has a body, and none is declared");
        assertThat(faults("GET", "/v1/cats/7", 204, null, "")).isEmpty();
    }

    @Test
    void headersThatAreRequiredAreThere() {
        var answer = new Answer(
                "GET", "/v1/cats/7", null, 200, "application/json", Set.of("Date"), () -> "{%s}".formatted(CAT));

        assertThat(document.faults(answer)).containsExactly("getCat 200: the header ETag is missing");
    }

    @Test
    void anOperationThatIsNotDescribedMayOnlyNotBeThere() {
        assertThat(faults("GET", "/v1/dogs", 404, "application/problem+json", "{}"))
                .isEmpty();
        assertThat(faults("PUT", "/v1/cats/7", 405, "application/problem+json", "{}"))
                .isEmpty();
        assertThat(faults("GET", "/v1/dogs", 200, "application/json", "{}"))
                .containsExactly("GET /v1/dogs is no operation of the document, and answered 200");
        assertThat(faults("PUT", "/v1/cats/7", 204, null, ""))
                .containsExactly("PUT /v1/cats/7 is no operation of the document, and answered 204");
    }

    @Test
    void whoAsksForTheHeadersGetsThoseOfTheAnswer() {
        assertThat(faults("HEAD", "/v1/cats/7", 200, "application/json", "")).isEmpty();
        assertThat(faults("HEAD", "/v1/cats/7", 202, null, ""))
                .containsExactly("getCat 202: the status is not declared");
    }

    @Test
    void aWordGoesBeforeAParameter() {
        assertThat(faults("GET", "/v1/cats/by-key/7", 200, "application/json", "1"))
                .singleElement()
                .asString()
                .startsWith("getCatByKey 200: body: integer found, boolean expected");
    }

    @Test
    void aListOfWholeOnesIsHeldAgainstTheirSchema() {
        assertThat(list("limit=2&view=full", CAT)).isEmpty();
        assertThat(list("view=full", "\"name\": \"Tom\""))
                .containsExactly("listCats 200: body/items/0: required property 'born' not found");
        assertThat(list("view=full", CAT + ", \"nick\": \"T\""))
                .singleElement()
                .asString()
                .startsWith("listCats 200: body/items/0: property 'nick' is not evaluated");
        assertThat(list("view=summary", "\"name\": \"Tom\"")).isEmpty();
        assertThat(list(null, CAT)).isNotEmpty();
    }

    private List<String> cat(String body) {
        return faults("GET", "/v1/cats/7", 200, "application/json", body.replace("%s", CAT));
    }

    private List<String> faults(String method, String path, int status, String contentType, String body) {
        return document.faults(new Answer(method, path, null, status, contentType, Set.of("etag"), () -> body));
    }

    private List<String> list(String query, String item) {
        var body = "{\"items\": [{%s}]}".formatted(item);
        return document.faults(new Answer("GET", "/v1/cats", query, 200, "application/json", Set.of(), () -> body));
    }
}
