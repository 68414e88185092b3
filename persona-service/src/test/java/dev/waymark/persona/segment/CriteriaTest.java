package dev.waymark.persona.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each operator takes the values that it can compare with, and no others. */
@QuarkusTest
class CriteriaTest {

    private static final TestWorkspace WORKSPACE = TestWorkspace.fresh();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "EQ | 'x'",
                "EQ | -1.5",
                "NE | false",
                "IN | ['a']",
                "IN | [1, 2.5]",
                "NOT_IN | [true, false]",
                "LT | 3",
                "LE | '2026-01-31'",
                "GT | 0",
                "GE | '2024-02-29'",
                "BETWEEN | [1, 2]",
                "BETWEEN | [2, 2]",
                "BETWEEN | ['2026-01-31', '2026-02-01']",
                "CONTAINS | 'x'",
                "EXISTS | false"
            })
    void aValueThatFitsComesBackAsItWasSaid(String operator, String value) {
        var created = create(operator, ", 'value': " + value);

        assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
        assertThat(created.<Object>path("criteria[0].value"))
                .isEqualTo(JsonPath.from("{\"value\": " + value.replace('\'', '"') + "}")
                        .get("value"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "EQ | [1]",
                "EQ | []",
                "NE | ['a', 'b']",
                "IN | 1",
                "IN | []",
                "IN | ['a', 1]",
                "NOT_IN | [true, 'true']",
                "LT | 'tomorrow'",
                "LE | true",
                "GT | '2026-02-30'",
                "GT | '2026-01-31T10:00:00Z'",
                "GE | [1]",
                "BETWEEN | 1",
                "BETWEEN | [1]",
                "BETWEEN | [1, 2, 3]",
                "BETWEEN | [2, 1]",
                "BETWEEN | [1, '2026-01-31']",
                "BETWEEN | ['a', 'b']",
                "BETWEEN | ['2026-02-01', '2026-01-31']",
                "BETWEEN | [false, true]",
                "CONTAINS | 1",
                "CONTAINS | ['a']",
                "EXISTS | 'true'",
                "EXISTS | 1",
                "EQ | {}",
                "EQ | null"
            })
    void aValueThatDoesNotFitIsPointedAt(String operator, String value) {
        refused(create(operator, ", 'value': " + value), "/criteria/0/value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EQ", "NE", "IN", "NOT_IN", "LT", "LE", "GT", "GE", "BETWEEN", "CONTAINS"})
    void allButOneWantAValue(String operator) {
        refused(create(operator, ""), "/criteria/0/value");
    }

    @Test
    void existsIsTrueIfNotSaidOtherwise() {
        var created = create("EXISTS", "");

        assertThat(created.<Boolean>path("criteria[0].value")).isTrue();
    }

    @Test
    void listsHaveAtMostTwoHundredValues() {
        assertThat(create("IN", ", 'value': " + Collections.nCopies(200, 7)).statusCode())
                .isEqualTo(201);
        refused(create("IN", ", 'value': " + Collections.nCopies(201, 7)), "/criteria/0/value");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'attribute': ' ', 'kind': 'DEMOGRAPHIC', 'operator': 'EXISTS'} | /criteria/0/attribute",
                "{'attribute': 'a', 'operator': 'EXISTS'} | /criteria/0/kind",
                "{'attribute': 'a', 'kind': 'OTHER', 'operator': 'EXISTS'} | /criteria/0/kind",
                "{'attribute': 'a', 'kind': 'DEMOGRAPHIC'} | /criteria/0/operator",
                "{'attribute': 'a', 'kind': 'DEMOGRAPHIC', 'operator': 'LIKE'} | /criteria/0/operator",
                "{'attribute': 'a', 'kind': 'DEMOGRAPHIC', 'operator': 'IN', 'value': [1, {}]} | /criteria/0/value/1",
                "{'attribute': 'a', 'kind': 'DEMOGRAPHIC', 'operator': 'IN', 'value': ['a', null]} | /criteria/0/value/1"
            })
    void whatElseIsWrongWithACriterionIsPointedAt(String criterion, String pointer) {
        refused(post(criterion), pointer);
    }

    private static void refused(Response response, String pointer) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(400);
        assertThat(response.jsonPath().getList("errors.pointer", String.class)).containsExactly(pointer);
        assertThat(response.asString()).doesNotContain("java.", "dev.waymark");
    }

    private static Response create(String operator, String value) {
        return post("{'attribute': 'a', 'kind': 'BEHAVIOURAL', 'operator': '" + operator + "'" + value + "}");
    }

    private static Response post(String criterion) {
        return WORKSPACE
                .editor()
                .body(("{'name': 'n', 'criteria': [" + criterion + "]}").replace('\'', '"'))
                .post("/v1/segments");
    }
}
