package dev.waymark.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The OpenAPI documents keep the rules of {@code lint/.spectral.yaml}, and the rules see what they are for. */
class OpenApiLintTest {

    @ParameterizedTest
    @MethodSource("dev.waymark.contracts.Contract#all")
    void keepsTheRules(Contract contract) {
        var run = lint(contract.file("openapi.yaml").toString());

        assertThat(run.exitCode()).as(run.output()).isZero();
    }

    @Test
    void everyRuleOfOursFindsItsFault() {
        var run = lint(
                Contract.ROOT.resolve("src/test/resources/faulty-openapi.yaml").toString());

        assertThat(run.output())
                .contains(
                        "operation-operationId-unique",
                        "operation-tag-defined",
                        "operation-description",
                        "waymark-operation-id-camel-case",
                        "waymark-summary",
                        "a list takes limit beside cursor",
                        "a list answers next",
                        "put takes If-Match",
                        "put declares 412",
                        "put declares 428",
                        "a read by id 200 has an ETag",
                        "a read by id declares 304",
                        "a read by id takes If-None-Match",
                        "get does not declare 401",
                        "get does not declare 404",
                        "get 400 is no application/problem+json",
                        "/v1/cat_toys has cat_toys, which is not kebab-case",
                        "/v1/cat/{cat_id} has cat, which is no plural",
                        "waymark-property-camel-case",
                        "waymark-parameter-camel-case",
                        "the body has no example",
                        "the answer has no example");
    }

    private static Node.Run lint(String document) {
        return Node.run(
                "node", "node_modules/@stoplight/spectral-cli/dist/index.js", "lint", "--fail-severity=warn", document);
    }
}
