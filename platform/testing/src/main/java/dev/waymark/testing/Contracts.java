package dev.waymark.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.waymark.testing.TestTopic.Told;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

/** What a service has promised the others, as it stands in {@code contracts/<service>/}. */
public final class Contracts {

    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final SchemaValidatorsConfig FORMATS_COUNT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    /** Reads as a consumer does: what it does not declare does not disturb it. */
    private static final ObjectMapper TOLERANT = JsonMapper.builder()
            .findAndAddModules()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Contracts() {}

    /** Fails if {@code json} is not what the schema of this event promises; {@code event} is {@code persona.created.v1} say. */
    public static void requireValid(String service, String event, String json) {
        var schema = SCHEMAS.getSchema(
                SchemaLocation.of(file(service, event, ".schema.json").toUri().toString()), FORMATS_COUNT);
        assertThat(schema.validate(json, InputFormat.JSON))
                .as("%s: %s", event, json)
                .isEmpty();
    }

    /**
     * Fails unless an aggregate's whole life was told as promised: these events in this order, the last of them its
     * deletion, each as its schema says, with versions that count from 1; then a tombstone with the deletion's headers.
     */
    public static void requireLife(String service, List<Told> told, String... events) {
        var life = told.subList(0, told.size() - 1);
        assertThat(life).extracting(Told::type).containsExactly(events);
        assertThat(life)
                .extracting(Told::version)
                .isEqualTo(IntStream.rangeClosed(1, events.length).boxed().toList());
        life.forEach(event -> requireValid(service, event.type(), event.json()));
        assertThat(told.getLast().json()).as("a tombstone").isNull();
        assertThat(told.getLast().headers()).isEqualTo(life.getLast().headers());
    }

    /** Fails unless the first event of an aggregate names its origin, as every CloudEvent of ours does. */
    public static void requireOrigin(Told event, String service, TestWorkspace workspace, UUID id) {
        assertThat(event.key()).isEqualTo(workspace.name() + "/" + id);
        assertThat(event.headers())
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_source", "/" + service)
                .containsEntry("ce_subject", id.toString())
                .containsEntry("ce_workspace", workspace.name())
                .containsEntry("ce_aggregateversion", "1")
                .containsEntry("content-type", "application/json")
                .containsKeys("ce_id", "ce_time");
    }

    /** The example of an event's data, after checking it against its schema. */
    public static String example(String service, String event) {
        var json = read(file(service, event, ".example.json"));
        requireValid(service, event, json);
        return json;
    }

    /** What the API description of the service under test shows for a new document of a collection, {@code personas} say. */
    public static String shown(String collection) {
        var file = "META-INF/examples/" + collection + ".json";
        try (var example = Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(example, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The example as a consumer's own record reads it. */
    public static <T> T example(String service, String event, Class<T> type) {
        try {
            return TOLERANT.readValue(example(service, event), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(String service, String event, String ending) {
        return folder(service).resolve(event + ending);
    }

    private static Path folder(String service) {
        return Path.of(System.getProperty("waymark.root"), "contracts", service);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
