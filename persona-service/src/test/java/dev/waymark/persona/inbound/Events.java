package dev.waymark.persona.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Records as a channel hands them over. */
final class Events {

    private Events() {}

    static ConsumerRecord<String, byte[]> journey(String workspace, UUID id, int version, String verb, String json) {
        var event = bare(workspace + "/" + id, json);
        header(event, "ce_specversion", "1.0");
        header(event, "ce_id", UUID.randomUUID().toString());
        header(event, "ce_source", "/tests");
        header(event, "ce_type", "journey." + verb);
        header(event, "ce_subject", id.toString());
        header(event, "ce_workspace", workspace);
        header(event, "ce_aggregateversion", String.valueOf(version));
        header(event, "content-type", "application/json");
        return event;
    }

    static ConsumerRecord<String, byte[]> bare(String key, String json) {
        return new ConsumerRecord<>("waymark.journeys", 0, 0, key, json == null ? null : json.getBytes(UTF_8));
    }

    static String named(UUID persona, String name) {
        return "{\"personaId\": \"" + persona + "\", \"name\": \"" + name + "\", \"status\": \"DRAFT\"}";
    }

    private static void header(ConsumerRecord<String, byte[]> event, String name, String value) {
        event.headers().add(name, value.getBytes(UTF_8));
    }
}
