package dev.waymark.devstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerTest {
    @TempDir
    private Path folder;

    @Test
    void recordsSurviveARestartOnTheSameFolderAndPort() throws Exception {
        var port = FreePort.any();
        try (var broker = KafkaBroker.start(folder, port);
                var admin = Admin.create(client(broker))) {
            admin.createTopics(List.of(new NewTopic("kept", 12, (short) 1)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
            send(broker, "kept", "before");
        }
        try (var broker = KafkaBroker.start(folder, port)) {
            assertThat(broker.bootstrapServers()).isEqualTo("127.0.0.1:" + port);
            send(broker, "kept", "after");
            assertThat(read(broker, 2)).containsExactly("before", "after");
        }
    }

    @Test
    void aRecordOfTwoMebibytesIsTakenAndATopicNobodyCreatedIsNot() throws Exception {
        try (var broker = KafkaBroker.start(folder, 0);
                var admin = Admin.create(client(broker))) {
            admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
            send(broker, "kept", "x".repeat(2 * 1024 * 1024));
            assertThat(read(broker, 1)).first().asString().hasSize(2 * 1024 * 1024);
            assertThatThrownBy(() -> send(broker, "unknown", "x")).hasMessageContaining("not present in metadata");
        }
    }

    @Test
    void theBrokerIsThePinnedVersion() {
        assertThat(AppInfoParser.getVersion()).isEqualTo(StackSettings.load().get("KAFKA_VERSION"));
    }

    private static void send(KafkaBroker broker, String topic, String value) throws Exception {
        var settings = client(broker);
        settings.put("acks", "all");
        settings.put("max.block.ms", "2000");
        settings.put("max.request.size", "3000000");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "key", value)).get(30, TimeUnit.SECONDS);
        }
    }

    private static List<String> read(KafkaBroker broker, int expected) {
        var settings = client(broker);
        settings.put("group.id", "test");
        settings.put("auto.offset.reset", "earliest");
        var values = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("kept"));
            for (int polls = 0; polls < 100 && values.size() < expected; polls++) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }

    private static Map<String, Object> client(KafkaBroker broker) {
        return new HashMap<>(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }
}
