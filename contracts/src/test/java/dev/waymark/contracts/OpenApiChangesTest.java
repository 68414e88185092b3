package dev.waymark.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each change is one replacement in the document below; ¶ is a new line with its indentation. */
class OpenApiChangesTest {

    private static final String BEFORE = """
            openapi: 3.1.0
            paths:
              /v1/cats:
                get:
                  operationId: listCats
                  parameters: [{name: q, in: query, schema: {type: string, maxLength: 9}}]
                  responses:
                    "200":
                      headers: {Link: {schema: {type: string}}}
                      content: {application/json: {schema: {$ref: "#/components/schemas/Cat"}}}
                    "404": {$ref: "#/components/responses/Problem"}
                post:
                  operationId: createCat
                  requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Draft"}}}}
                  responses: {"201": {description: Created}}
              /v1/dogs:
                get: {operationId: listDogs, responses: {"204": {description: None}}}
            components:
              responses:
                Problem: {content: {application/problem+json: {schema: {$ref: "#/components/schemas/Problem"}}}}
              schemas:
                Problem: {type: object, properties: {status: {type: integer}}}
                Cat:
                  type: object
                  required: [id, age]
                  properties:
                    id: {type: string, format: uuid}
                    age: {type: integer}
                    coat: {type: string, enum: [SHORT, LONG]}
                    toys: {type: array, items: {$ref: "#/components/schemas/Toy"}}
                    best: {anyOf: [{$ref: "#/components/schemas/Toy"}, {type: "null"}]}
                    kin: {type: array, items: {$ref: "#/components/schemas/Cat"}}
                Toy: {type: object, properties: {sort: {type: string}}}
                Draft:
                  type: object
                  required: [name]
                  properties:
                    name: {type: string, maxLength: 20}
                    nick: {type: [string, "null"]}
                    coat: {type: string, enum: [SHORT, LONG]}
                    lives: {type: number, maximum: 9}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/v1/dogs:| /v1/hounds:| /v1/dogs is gone",
                "post:| put:| POST of /v1/cats is gone",
                "operationId: listDogs| operationId: getDogs| listDogs: its operationId is getDogs now",
                "required: [name]| required: [name, nick]| createCat: the body: /nick is required now",
                "lives: {type: number, maximum: 9}| x: {}| createCat: the body: /lives is not accepted any more",
                "type: [string, \"null\"]| type: string| createCat: the body: /nick was of type null or string and is of string",
                "maxLength: 20| maxLength: 10| createCat: the body: /name maxLength was 20 and is 10",
                "name: {type: string,| name: {type: string, minLength: 1,| createCat: the body: /name minLength was none and is 1",
                "maximum: 9| maximum: 9, multipleOf: 2| createCat: the body: /lives multipleOf was none and is 2",
                "type: number| type: integer| createCat: the body: /lives was of type number and is of integer",
                "[SHORT, LONG]}¶lives| [SHORT]}¶lives| createCat: the body: /coat does not accept \"LONG\" any more",
                "requestBody: {content| requestBody: {required: true, content| createCat: a body is required now",
                "\"201\": {| \"202\": {| createCat: 201 is not answered any more; createCat: 202 may be answered now",
                "name: q, in: query,| name: q, in: query, required: true,| listCats: the query parameter q is required now",
                "name: q,| name: p,| listCats: the query parameter q is gone",
                "parameters: [| parameters: [{name: n, in: query, required: true, schema: {type: string}}, | listCats: the query parameter n is new and required",
                "maxLength: 9| maxLength: 8| listCats: the query parameter q: the whole maxLength was 9 and is 8",
                "headers: {Link| headers: {Lunk| listCats: 200 has no header Link any more",
                "application/json: {schema: {$ref: \"#/components/schemas/Cat\"| text/csv: {schema: {$ref: \"#/components/schemas/Cat\"| listCats: 200 has no application/json any more",
                "required: [id, age]| required: [id]| listCats: 200: /age was always there and may be absent",
                "id: {type: string, format: uuid}| uid: {type: string}| listCats: 200: /id is gone",
                "format: uuid| format: uri| listCats: 200: /id was of format uuid and is of uri",
                "age: {type: integer}| age: {type: number}| listCats: 200: /age was of type integer and is of number",
                "age: {type: integer}| age: {type: [integer, \"null\"]}| listCats: 200: /age was of type integer and is of integer or null",
                "sort: {type: string}| sort: {type: boolean}| listCats: 200: /toys/*/sort was of type string and is of boolean",
                "status: {type: integer}| code: {type: integer}| listCats: 404: /status is gone",
                "Toy\"}, {| Cat\"}, {type: string}, {| listCats: 200: /best/sort is gone; listCats: 200: /best may be #/components/schemas/Cat now"
            })
    void whatBreaksAClientIsNamed(String was, String is, String named) throws JsonProcessingException {
        assertThat(String.join("; ", changes(was, is))).startsWith(named);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "paths:| paths:¶/v2/cats: {get: {operationId: listCats2}}",
                "age: {type: integer}| age: {type: integer}¶weight: {type: number}",
                "required: [id, age]| required: [id, age, coat]",
                "[SHORT, LONG]}¶toys| [SHORT, LONG, NONE]}¶toys",
                "[SHORT, LONG]}¶lives| [SHORT, LONG, NONE]}¶lives",
                "required: [name]| required: []",
                "maxLength: 20| maxLength: 30",
                "name: {type: string,| name: {type: [string, \"null\"],",
                "lives: {type: number| fur: {type: string}¶lives: {type: number",
                "parameters: [| parameters: [{name: n, in: query, schema: {type: string}}, ",
                "\"204\": {description: None}| \"204\": {description: None}, \"409\": {description: Not now}",
                "anyOf: [{$ref: \"#/components/schemas/Toy\"}, {type: \"null\"}]| $ref: \"#/components/schemas/Toy\""
            })
    void whatBreaksNobodyIsNot(String was, String is) throws JsonProcessingException {
        assertThat(changes(was, is)).isEmpty();
    }

    private static List<String> changes(String was, String is) throws JsonProcessingException {
        var after = BEFORE.replace(lines(was), lines(is));
        assertThat(after).isNotEqualTo(BEFORE);
        var yaml = new YAMLMapper();
        return OpenApiChanges.between(yaml.readTree(BEFORE), yaml.readTree(after));
    }

    private static String lines(String text) {
        return text.replace("¶/", "\n  /").replace("¶", "\n        ");
    }
}
