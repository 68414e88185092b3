package dev.waymark.outbox;

import io.quarkus.logging.Log;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates this service's topics and checks those that exist. */
class Topics {

    private static final long DAY = 86_400_000L;

    private final OutboxConfig config;

    Topics(OutboxConfig config) {
        this.config = config;
    }

    /** @throws ExecutionException if the broker does not answer; trying again is right */
    void ensure() throws ExecutionException, InterruptedException {
        var admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, config.brokers(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 3000));
        try {
            var present = new ArrayList<String>();
            for (var topic : config.topics().values()) {
                if (!create(admin, topic, compacted())) {
                    present.add(topic);
                }
            }
            create(admin, config.deadLetters(), deadLetters());
            verify(admin, present); // what was made just now the broker may not know everywhere yet
        } finally {
            admin.close(Duration.ZERO); // whoever is interrupted does not want to wait for what is under way
        }
    }

    private static Map<String, String> compacted() {
        return Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT,
                TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG, String.valueOf(7 * DAY),
                TopicConfig.DELETE_RETENTION_MS_CONFIG, String.valueOf(30 * DAY),
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(2 * 1024 * 1024));
    }

    /** A dead letter is the event and, in headers, why. */
    private static Map<String, String> deadLetters() {
        return Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(3 * 1024 * 1024));
    }

    /** @return whether it was made; it may be there already */
    private boolean create(Admin admin, String name, Map<String, String> settings)
            throws ExecutionException, InterruptedException {
        var topic = new NewTopic(name, Optional.of(config.partitions()), Optional.empty()).configs(settings);
        try {
            admin.createTopics(List.of(topic)).all().get();
            Log.infof("Topic created topic=%s partitions=%d", name, config.partitions());
            return true;
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
            return false;
        }
    }

    private void verify(Admin admin, Collection<String> names) throws ExecutionException, InterruptedException {
        for (var topic : admin.describeTopics(names).allTopicNames().get().values()) {
            if (topic.partitions().size() != config.partitions()) {
                Log.errorf(
                        "Topic has the wrong number of partitions: order per aggregate may break topic=%s partitions=%d wanted=%d",
                        topic.name(), topic.partitions().size(), config.partitions());
            }
        }
    }
}
