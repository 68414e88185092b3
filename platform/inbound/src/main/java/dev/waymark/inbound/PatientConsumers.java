package dev.waymark.inbound;

import io.smallrye.reactive.messaging.ClientCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.eclipse.microprofile.config.Config;

/**
 * Of a partition that is new to it, a consumer asks the broker where it was. It waits for the answer until the broker is back: without an
 * answer its channel ends. Said to Kafka's client only, since as a setting of the channel it would be the time to close it as well.
 */
@ApplicationScoped
class PatientConsumers implements ClientCustomizer<Map<String, Object>> {

    @Override
    public Map<String, Object> customize(String channel, Config settings, Map<String, Object> client) {
        if (client.containsKey(ConsumerConfig.GROUP_ID_CONFIG)) {
            client.putIfAbsent(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Integer.toString(Integer.MAX_VALUE));
        }
        return client;
    }
}
