package dev.waymark.outbox;

import dev.waymark.traces.TraceParent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends revisions as CloudEvents 1.0 in binary mode. A deletion is its event, then a tombstone for compaction. */
class KafkaPublisher implements Publisher {

    private static final int LARGEST_RECORD = 2 * 1024 * 1024;
    private static final Duration DELIVERY = Duration.ofSeconds(5);

    private final Producer<String, byte[]> producer;
    private final OutboxConfig config;

    KafkaPublisher(OutboxConfig config) {
        this.config = config;
        this.producer = new KafkaProducer<>(settings(config), new StringSerializer(), new ByteArraySerializer());
    }

    private static Map<String, Object> settings(OutboxConfig config) {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                config.brokers(),
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                LARGEST_RECORD,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                (int) DELIVERY.toMillis(),
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                3000,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                3000,
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                // One record each: a batch that is larger than the topic allows and smaller than this is split into
                // itself over and over (KAFKA-8350), and what fits would never arrive beside what does not.
                ProducerConfig.BATCH_SIZE_CONFIG,
                0);
    }

    @Override
    public List<Outcome> publish(List<QueuedRevision> revisions, Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        var sent = new ArrayList<List<Future<?>>>();
        var away = new HashSet<String>();
        for (var revision : revisions) {
            // A send that finds no broker or no topic blocks for a while: one such wait is enough for the whole round.
            var futures = away.contains(revision.aggregateType()) ? List.<Future<?>>of(away()) : send(revision);
            if (futures.stream().anyMatch(KafkaPublisher::failedAtOnce)) {
                away.add(revision.aggregateType());
            }
            sent.add(futures);
        }
        return sent.stream().map(futures -> outcome(futures, deadline)).toList();
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
    }

    private List<Future<?>> send(QueuedRevision revision) {
        var topic = config.topics().get(revision.aggregateType());
        if (topic == null || revision.data() == null) {
            var why = topic == null ? "no topic for the aggregate type " + revision.aggregateType() : "no data";
            return List.of(CompletableFuture.failedFuture(new SerializationException(why)));
        }
        var event = record(topic, revision);
        if (!revision.deletes()) {
            return List.of(send(event));
        }
        var tombstone = new ProducerRecord<String, byte[]>(
                event.topic(), null, event.timestamp(), event.key(), null, event.headers());
        return List.of(send(event), send(tombstone));
    }

    private Future<?> send(ProducerRecord<String, byte[]> event) {
        try {
            return producer.send(event);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private ProducerRecord<String, byte[]> record(String topic, QueuedRevision revision) {
        var event = CloudEventBuilder.v1()
                .withId(revision.eventId().toString())
                .withSource(URI.create("/" + config.service() + "-service"))
                .withType(revision.type())
                .withSubject(revision.aggregateId().toString())
                .withTime(revision.occurredAt().atOffset(ZoneOffset.UTC))
                .withExtension("workspace", revision.workspace())
                .withExtension("aggregateversion", revision.version())
                .withData("application/json", revision.data().getBytes(StandardCharsets.UTF_8))
                .build();
        ProducerRecord<String, byte[]> kafka = KafkaMessageFactory.createWriter(
                        topic, null, revision.occurredAt().toEpochMilli(), revision.key())
                .writeBinary(event);
        if (revision.traceParent() != null) {
            kafka.headers().add(TraceParent.HEADER, revision.traceParent().getBytes(StandardCharsets.US_ASCII));
        }
        return kafka;
    }

    private static Outcome outcome(List<Future<?>> futures, long deadline) {
        try {
            for (var future : futures) {
                future.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            }
            return new Outcome.Acknowledged();
        } catch (ExecutionException e) {
            var cause = e.getCause();
            return cause instanceof RecordTooLargeException || cause instanceof SerializationException
                    ? new Outcome.Refused(String.valueOf(cause.getMessage()))
                    : new Outcome.TryAgain(String.valueOf(cause));
        } catch (TimeoutException e) {
            return new Outcome.TryAgain("no acknowledgement in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.TryAgain("interrupted");
        }
    }

    private static boolean failedAtOnce(Future<?> future) {
        return future.state() == Future.State.FAILED
                && future.exceptionNow() instanceof org.apache.kafka.common.errors.TimeoutException;
    }

    private static Future<?> away() {
        return CompletableFuture.failedFuture(new org.apache.kafka.common.errors.TimeoutException("broker away"));
    }
}
