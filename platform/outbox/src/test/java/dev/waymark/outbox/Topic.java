package dev.waymark.outbox;

import dev.waymark.devstack.KafkaBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A topic of one test's own on a real broker, read from its start with a plain consumer. */
record Topic(String brokers, String name) implements OutboxConfig {

    private static KafkaBroker shared;

    static synchronized String broker() {
        if (shared == null) {
            shared = KafkaBroker.start(temporary("kafka"), 0);
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
        }
        return shared.bootstrapServers();
    }

    static Path temporary(String name) {
        try {
            return Files.createTempDirectory("waymark-outbox").resolve(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Not made yet. */
    static Topic named(String brokers) {
        return new Topic(brokers, "personas-" + UUID.randomUUID());
    }

    static Topic fresh() throws ExecutionException, InterruptedException {
        var topic = named(broker());
        new Topics(topic).ensure();
        return topic;
    }

    /** One that takes small records only, in one partition, so that all of them could share a batch. */
    static Topic narrow(int bytes) throws ExecutionException, InterruptedException {
        var topic = named(broker());
        try (var admin = Admin.create(Map.of("bootstrap.servers", topic.brokers()))) {
            var small = Map.of("max.message.bytes", String.valueOf(bytes));
            admin.createTopics(List.of(new NewTopic(topic.name(), 1, (short) 1).configs(small)))
                    .all()
                    .get();
        }
        return topic;
    }

    /** Everything there is now, in order per partition. */
    List<ConsumerRecord<String, byte[]>> records() {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", brokers),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(name).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    /** The versions that arrived of one aggregate, in order of arrival; a tombstone is -1. */
    List<Integer> versions(UUID id) {
        return records().stream()
                .filter(r -> r.key().endsWith("/" + id))
                .map(r -> r.value() == null ? -1 : version(r))
                .toList();
    }

    static int version(ConsumerRecord<String, byte[]> event) {
        return Integer.parseInt(header(event, "ce_aggregateversion"));
    }

    static String header(ConsumerRecord<String, byte[]> event, String name) {
        return new String(event.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Override
    public String service() {
        return "persona";
    }

    @Override
    public Map<String, String> topics() {
        return Map.of("persona", name);
    }

    @Override
    public String deadLetters() {
        return "dead-letters-of-" + name;
    }

    @Override
    public int partitions() {
        return 3;
    }

    @Override
    public Duration poll() {
        return Duration.ofMillis(50);
    }
}
