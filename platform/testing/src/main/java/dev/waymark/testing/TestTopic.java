package dev.waymark.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;

/** A topic as somebody outside the service under test sees it: plays a neighbour, and reads what was really published. */
public record TestTopic(String name) {

    private static final int PARTITIONS = 12;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    /** Tells what a neighbour would tell, as a CloudEvent in binary mode; creates the topic if its owner has not yet. */
    public void publish(String workspace, UUID id, int version, String type, String json) {
        send(new Told(workspace + "/" + id, headers(workspace, id, version, type), json));
    }

    /** Sends a record just as it is: once more, a tombstone, or what is no event at all. */
    public void send(Told told) {
        var value = told.json() == null ? null : told.json().getBytes(UTF_8);
        var record = new ProducerRecord<>(name, told.key(), value);
        told.headers().forEach((header, text) -> record.headers().add(header, text.getBytes(UTF_8)));
        create();
        try (var producer = new KafkaProducer<>(connection(), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("could not publish to " + name, e);
        }
    }

    /** All that has been said of one aggregate, in order. */
    public List<Told> told(String workspace, UUID id) {
        try (var consumer = new KafkaConsumer<>(connection(), new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(name).stream()
                    .map(p -> new TopicPartition(name, p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var told = new ArrayList<Told>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (record.key().equals(workspace + "/" + id)) {
                        told.add(Told.of(record));
                    }
                });
            }
            return told;
        }
    }

    /** The same, once so many records are there. */
    public List<Told> awaitTold(String workspace, UUID id, int count) {
        return Awaitility.await().atMost(LONGEST_WAIT).until(() -> told(workspace, id), all -> all.size() >= count);
    }

    /** The headers of a neighbour's event. */
    public static Map<String, String> headers(String workspace, UUID id, int version, String type) {
        return Map.of(
                "ce_specversion",
                "1.0",
                "ce_id",
                UUID.randomUUID().toString(),
                "ce_type",
                type,
                "ce_source",
                "/tests",
                "ce_subject",
                id.toString(),
                "ce_time",
                Instant.now().toString(),
                "ce_workspace",
                workspace,
                "ce_aggregateversion",
                String.valueOf(version),
                "content-type",
                "application/json");
    }

    private void create() {
        try (var admin = Admin.create(connection())) {
            admin.createTopics(List.of(new NewTopic(name, Optional.of(PARTITIONS), Optional.empty())
                            .configs(Map.of("cleanup.policy", "compact"))))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("could not create " + name, e);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("could not create " + name, e);
        }
    }

    private static Map<String, Object> connection() {
        return Map.of("bootstrap.servers", ConfigProvider.getConfig().getValue("waymark.outbox.brokers", String.class));
    }

    /**
     * One record.
     *
     * @param headers {@code ce_type}, {@code ce_subject} and so on
     * @param json null in a tombstone
     */
    public record Told(String key, Map<String, String> headers, String json) {

        static Told of(ConsumerRecord<String, byte[]> record) {
            var headers = new HashMap<String, String>();
            record.headers().forEach(h -> headers.put(h.key(), new String(h.value(), UTF_8)));
            return new Told(record.key(), headers, record.value() == null ? null : new String(record.value(), UTF_8));
        }

        public String type() {
            return headers.get("ce_type");
        }

        public int version() {
            return Integer.parseInt(headers.get("ce_aggregateversion"));
        }
    }
}
