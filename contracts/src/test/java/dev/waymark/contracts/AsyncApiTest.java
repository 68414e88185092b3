package dev.waymark.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The AsyncAPI documents are valid, and name every event of their service and no other. */
class AsyncApiTest {

    private static final String DOCUMENT = "asyncapi.yaml";

    @ParameterizedTest
    @MethodSource("dev.waymark.contracts.Contract#all")
    void isWhatSchemasAndExamplesSay(Contract contract) throws IOException {
        var file = contract.file(DOCUMENT);
        if (Boolean.getBoolean("contracts.update")) {
            Files.writeString(file, AsyncApi.of(contract));
        }
        assertThat(file)
                .as("Renew it with ./waymark test -pl contracts -Dtest=AsyncApiTest -Dcontracts.update=true")
                .hasContent(AsyncApi.of(contract));
    }

    @ParameterizedTest
    @MethodSource("dev.waymark.contracts.Contract#all")
    void isValid(Contract contract) {
        var run = Node.run("node", "asyncapi.mjs", contract.file(DOCUMENT).toString());

        assertThat(run.exitCode()).as(run.output()).isZero();
    }

    @ParameterizedTest
    @MethodSource("dev.waymark.contracts.Contract#all")
    void namesEveryEventAndNoOther(Contract contract) {
        assertThat(messages(contract).map(message -> message.path("name").asText()))
                .containsExactlyInAnyOrderElementsOf(contract.events());
        assertThat(messages(contract)
                        .map(message -> message.at("/payload/schema/$ref").asText()))
                .containsExactlyInAnyOrderElementsOf(contract.events().stream()
                        .map(event -> "./" + event + ".schema.json")
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("dev.waymark.contracts.Contract#all")
    void everyMessageIsOnAChannelAndTold(Contract contract) {
        var document = contract.read(DOCUMENT);
        var names = document.at("/components/messages").properties().stream()
                .map(message -> "#/components/messages/" + message.getKey())
                .toList();
        var onChannels = document.path("channels").findParents("address").stream()
                .flatMap(channel -> channel.path("messages").findValuesAsText("$ref").stream());
        var told = document.path("operations").findValues("messages").stream()
                .flatMap(messages -> messages.findValuesAsText("$ref").stream())
                .map(place -> place.replaceFirst("#/channels/[^/]+", "#/components"));

        assertThat(onChannels).containsExactlyInAnyOrderElementsOf(names);
        assertThat(told).containsExactlyInAnyOrderElementsOf(names);
    }

    @ParameterizedTest
    @MethodSource("dev.waymark.contracts.Contract#all")
    void headersOfExamplesFit(Contract contract) {
        var headers = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(contract.read(DOCUMENT).at("/components/messageTraits/event/headers"));
        assertThat(messages(contract)).allSatisfy(message -> {
            var example = message.at("/examples/0");
            assertThat(headers.validate(example.path("headers"))).isEmpty();
            assertThat(example.at("/headers/ce_type")).isEqualTo(message.path("name"));
            assertThat(example.at("/headers/ce_subject")).isEqualTo(example.at("/payload/id"));
        });
    }

    private static Stream<JsonNode> messages(Contract contract) {
        return contract.read(DOCUMENT).at("/components/messages").valueStream();
    }
}
