package dev.waymark.inbound;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What another service tells: one change of one of its aggregates.
 *
 * @param type {@code persona.updated.v1} say
 * @param version rises with each change of the aggregate; what is not newer than what is known changes nothing
 */
public record Notice(String workspace, String type, UUID aggregateId, int version, byte[] json) {

    static final String WORKSPACE = "workspace";
    static final String VERSION = "aggregateversion";

    /** Tolerant, unlike the API: a neighbour may add fields at any time. */
    static final ObjectMapper TOLERANT = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, null))
            .build();

    public Notice {
        if (workspace.isBlank()) {
            throw new IllegalArgumentException("an event of no workspace");
        }
    }

    /** @throws RuntimeException if the record is no event of ours */
    static Notice read(ConsumerRecord<String, byte[]> kafka) {
        CloudEvent event = KafkaMessageFactory.createReader(kafka).toEvent();
        return new Notice(
                Objects.requireNonNull(event.getExtension(WORKSPACE), "workspace")
                        .toString(),
                event.getType(),
                UUID.fromString(Objects.requireNonNull(event.getSubject(), "subject")),
                Integer.parseInt(Objects.requireNonNull(event.getExtension(VERSION), VERSION)
                        .toString()),
                Objects.requireNonNull(event.getData(), "data").toBytes());
    }

    /** Whether this is an event this version understands, of an aggregate of that kind. */
    boolean isOf(String kind) {
        return Stream.of("created", "updated", "archived", "deleted")
                .anyMatch(v -> type.equals(kind + "." + v + ".v1"));
    }

    boolean deletes() {
        return type.endsWith(".deleted.v1");
    }

    /** The document, as far as {@code wanted} declares it. */
    <T> T data(Class<T> wanted) {
        try {
            return Objects.requireNonNull(TOLERANT.readValue(json, wanted), "data is null");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
