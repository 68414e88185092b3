package dev.waymark.chaos;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads along on all topics, before they are compacted: of each document, which versions came, the first time, in order. */
final class Topics implements Runnable {

    private static final List<String> NAMES = List.of(
            "waymark.personas", "waymark.segments", "waymark.journeys", "waymark.gap-maps", "waymark.providers");
    private static final Duration LOOK = Duration.ofMillis(500);

    private final String brokers;
    private final Map<String, Set<Integer>> versions = new ConcurrentHashMap<>();
    private final AtomicLong reordered = new AtomicLong();
    private volatile boolean over;

    Topics(String brokers) {
        this.brokers = brokers;
    }

    @Override
    public void run() {
        var places = new HashMap<TopicPartition, Long>();
        while (!over) {
            try {
                read(places);
            } catch (KafkaException away) {
                // with a new consumer, from where it was
            }
        }
    }

    void end() {
        over = true;
    }

    /** Whether this version of a document has come. */
    boolean has(String workspace, String id, int version) {
        return versions.getOrDefault(workspace + "/" + id, Set.of()).contains(version);
    }

    /** How often a version came for the first time after a higher one of the same document. */
    long reordered() {
        return reordered.get();
    }

    private void read(Map<TopicPartition, Long> places) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", brokers, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = NAMES.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            partitions.forEach(partition -> consumer.seek(partition, places.getOrDefault(partition, 0L)));
            while (!over) {
                for (var event : consumer.poll(LOOK)) {
                    take(event);
                    places.put(new TopicPartition(event.topic(), event.partition()), event.offset() + 1);
                }
            }
        }
    }

    private void take(ConsumerRecord<String, byte[]> event) {
        var header = event.headers().lastHeader("ce_aggregateversion");
        var version = Integer.parseInt(new String(header.value(), StandardCharsets.UTF_8));
        var seen = versions.computeIfAbsent(event.key(), key -> ConcurrentHashMap.newKeySet());
        if (seen.add(version) && seen.stream().anyMatch(other -> other > version)) {
            reordered.incrementAndGet();
        }
    }
}
