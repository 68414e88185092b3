package dev.waymark.journey.journey;

import dev.waymark.devstack.FreePort;
import dev.waymark.devstack.KafkaBroker;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The service under test with a broker that the test may stop, and start again with what it held. */
public class BrokerOfItsOwn implements QuarkusTestProfile {

    private static final int PORT = FreePort.any();
    private static final Path FOLDER = folder();
    private static KafkaBroker broker;

    @Override
    public Map<String, String> getConfigOverrides() {
        start();
        var address = "127.0.0.1:" + PORT;
        return Map.of("kafka.bootstrap.servers", address, "waymark.outbox.brokers", address);
    }

    public static synchronized void start() {
        if (broker == null) {
            broker = KafkaBroker.start(FOLDER, PORT);
        }
    }

    public static synchronized void stop() {
        broker.close();
        broker = null;
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("waymark-broker");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
