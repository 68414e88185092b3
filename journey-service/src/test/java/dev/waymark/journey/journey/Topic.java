package dev.waymark.journey.journey;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.eclipse.microprofile.config.ConfigProvider;

/** A topic of the real broker, written and read without any of the code under test. */
record Topic(String name) {

    /** Creates it as its owner would. */
    Topic created() {
        try (var admin = Admin.create(Map.of("bootstrap.servers", brokers()))) {
            admin.createTopics(List.of(new NewTopic(name, Optional.of(12), Optional.empty())))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    /** Returns when the broker has it. */
    void send(String key, Map<String, String> headers, byte[] value) {
        var event = new ProducerRecord<>(name, key, value);
        headers.forEach((header, text) -> event.headers().add(header, text.getBytes(StandardCharsets.UTF_8)));
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", brokers(), "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(event).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All there is now under keys that begin so, in order per key. */
    List<ConsumerRecord<String, byte[]>> read(String keyPrefix) {
        var found = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", brokers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(name).stream()
                    .map(p -> new TopicPartition(name, p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(200)).forEach(event -> {
                    if (event.key() != null && event.key().startsWith(keyPrefix)) {
                        found.add(event);
                    }
                });
            }
        }
        return found;
    }

    /** A header of CloudEvents' binary mode, or null. */
    static String header(ConsumerRecord<?, ?> event, String name) {
        var header = event.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static String brokers() {
        return ConfigProvider.getConfig().getValue("WAYMARK_KAFKA", String.class);
    }
}
