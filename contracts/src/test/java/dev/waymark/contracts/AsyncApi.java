package dev.waymark.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * The AsyncAPI document of a service, as it follows from the schemas and examples of its events: a topic for each type of
 * document, a message for each event.
 */
class AsyncApi {

    private static final String HEADER =
            "# Made of the schemas and examples beside it; AsyncApiTest says how to renew it.\n";
    private static final YAMLMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .disable(Feature.WRITE_DOC_START_MARKER, Feature.SPLIT_LINES)
            .enable(Feature.MINIMIZE_QUOTES)
            .stringQuotingChecker(new NumbersAndTimes())
            .build());

    private final Contract contract;
    private final ObjectNode document;

    private AsyncApi(Contract contract) {
        this.contract = contract;
        document = frame(contract.service());
    }

    /** As YAML, the same at every call. */
    static String of(Contract contract) {
        try {
            return HEADER + YAML.writeValueAsString(new AsyncApi(contract).document());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode document() {
        var components = (ObjectNode) document.remove("components");
        var messages = components.putObject("messages");
        contract.events().stream()
                .collect(groupingBy(event -> event.substring(0, event.indexOf('.')), TreeMap::new, toList()))
                .forEach((type, events) -> {
                    channel(type, events);
                    events.forEach(event -> messages.set(camel(event), message(event)));
                });
        return document.set("components", components);
    }

    private void channel(String type, List<String> events) {
        var name = camel(type) + "s";
        var words = type.replace('-', ' ');
        var channel = document.withObject("/channels").putObject(name);
        channel.put("address", "waymark." + type + "s")
                .put("title", "What happened to " + words + "s")
                .put(
                        "description",
                        "In order per document. A deletion is its event, then a tombstone (no value) with the same key and"
                                + " headers, for compaction.");
        var operation = document.withObject("/operations")
                .putObject("tell" + capital(name))
                .put("action", "send")
                .put("title", "Tell what happened to a " + words);
        operation.set("channel", ref("#/channels/" + name));
        var told = operation.putArray("messages");
        events.forEach(event -> {
            channel.withObject("/messages").set(camel(event), ref("#/components/messages/" + camel(event)));
            told.add(ref("#/channels/" + name + "/messages/" + camel(event)));
        });
        var kafka = channel.withObject("/bindings/kafka")
                .put("bindingVersion", "0.5.0")
                .put("topic", "waymark." + type + "s")
                .put("partitions", 12);
        kafka.putObject("topicConfiguration")
                .put("delete.retention.ms", 2592000000L)
                .put("max.message.bytes", 2097152)
                .putArray("cleanup.policy")
                .add("compact");
    }

    private ObjectNode message(String event) {
        var parts = event.split("\\.");
        var message = YAML.createObjectNode()
                .put("name", event)
                .put("title", capital(parts[0].replace('-', ' ')) + " " + parts[1])
                .put(
                        "summary",
                        contract.read(event + ".schema.json")
                                .path("description")
                                .asText()
                                .replaceFirst("\\. .*", ""))
                .put("contentType", "application/json");
        message.putArray("traits").add(ref("#/components/messageTraits/event"));
        message.putObject("payload")
                .put("schemaFormat", "application/schema+json;version=draft-2020-12")
                .set("schema", ref("./" + event + ".schema.json"));
        var example = message.putArray("examples")
                .addObject()
                .put("name", camel(event))
                .put("summary", "As in " + event + ".example.json");
        example.set("headers", headers(event));
        example.set("payload", contract.read(event + ".example.json"));
        return message;
    }

    private ObjectNode headers(String event) {
        var data = contract.read(event + ".example.json");
        var deleted = data.path("version").isMissingNode();
        // A deletion tells no more than the id; it comes after what was told last.
        var last = deleted ? contract.read(event.replace(".deleted.", ".archived.") + ".example.json") : data;
        return YAML.createObjectNode()
                .put("ce_specversion", "1.0")
                .put("ce_id", "019aa5b0-0c2a-7b11-8f00-5d2c7e9a1b33")
                .put("ce_source", "/" + contract.service())
                .put("ce_type", event)
                .put("ce_subject", data.path("id").asText())
                .put("ce_time", last.path("updatedAt").asText())
                .put("ce_workspace", "demo")
                .put("ce_aggregateversion", String.valueOf(last.path("version").asInt() + (deleted ? 1 : 0)))
                .put("content-type", "application/json");
    }

    private static ObjectNode frame(String service) {
        try (var frame = AsyncApi.class.getResourceAsStream("/asyncapi-frame.yaml")) {
            var text = new String(frame.readAllBytes(), UTF_8);
            return (ObjectNode) YAML.readTree(text.replace("${service}", service));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode ref(String to) {
        return YAML.createObjectNode().put("$ref", to);
    }

    /** {@code gapMapCreatedV1} for {@code gap-map.created.v1}. */
    private static String camel(String name) {
        var words = name.split("[-.]");
        return words[0] + Arrays.stream(words).skip(1).map(AsyncApi::capital).collect(joining());
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /** Quotes what a reader of YAML 1.1 takes for a number or a time. */
    private static class NumbersAndTimes extends StringQuotingChecker.Default {

        @Override
        public boolean needToQuoteValue(String text) {
            return super.needToQuoteValue(text) || Character.isDigit(text.charAt(0));
        }
    }
}
