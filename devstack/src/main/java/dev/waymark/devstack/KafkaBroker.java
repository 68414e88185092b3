package dev.waymark.devstack;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** One Kafka node, broker and controller, in this JVM; topics and records stay in its folder across restarts. */
public final class KafkaBroker implements AutoCloseable {
    private static final String CLUSTER_ID = "d2F5bWFyay1kZXZzdGFjaw";
    private static final int NODE_ID = 1;

    private static final Map<String, String> BEHAVIOUR = Map.of(
            "auto.create.topics.enable", "false",
            "default.replication.factor", "1",
            "min.insync.replicas", "1",
            "offsets.topic.replication.factor", "1",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "share.coordinator.state.topic.replication.factor", "1",
            "share.coordinator.state.topic.min.isr", "1",
            "group.initial.rebalance.delay.ms", "0");

    // One machine, few clients: small buffers and few threads. A segment must fit into the cleaner's buffer.
    private static final Map<String, String> SIZES = Map.of(
            "message.max.bytes", "3145728",
            "replica.fetch.max.bytes", "3145728",
            "log.segment.bytes", "67108864",
            "log.cleaner.dedupe.buffer.size", "16777216",
            "offsets.topic.num.partitions", "4",
            "transaction.state.log.num.partitions", "1",
            "share.coordinator.state.topic.num.partitions", "1",
            "num.network.threads", "2",
            "num.io.threads", "2",
            "background.threads", "2");

    private final KafkaRaftServer server;
    private final String bootstrapServers;

    private KafkaBroker(KafkaRaftServer server, String bootstrapServers) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
    }

    /** Starts on a new or an already filled folder and returns when clients can connect; port 0 picks a free one. */
    public static KafkaBroker start(Path logDir, int port) {
        var folder = logDir.toAbsolutePath().normalize();
        var address = "127.0.0.1:" + FreePort.orAny(port);
        format(folder);
        var server = new KafkaRaftServer(new KafkaConfig(configuration(folder, address), false), Time.SYSTEM);
        server.startup();
        return new KafkaBroker(server, address);
    }

    private static void format(Path folder) {
        try {
            Files.createDirectories(folder);
            new Formatter()
                    .setClusterId(CLUSTER_ID)
                    .setNodeId(NODE_ID)
                    .setDirectories(List.of(folder.toString()))
                    .setMetadataLogDirectory(folder.toString())
                    .setControllerListenerName("CONTROLLER")
                    .setIgnoreFormatted(true)
                    .setPrintStream(new PrintStream(PrintStream.nullOutputStream()))
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException("Kafka's folder could not be prepared: " + folder, e);
        }
    }

    private static Map<String, String> configuration(Path folder, String address) {
        var controller = "127.0.0.1:" + FreePort.any();
        var all = new HashMap<>(SIZES);
        all.putAll(BEHAVIOUR);
        all.put("node.id", Integer.toString(NODE_ID));
        all.put("process.roles", "broker,controller");
        all.put("log.dirs", folder.toString());
        all.put("listeners", "PLAINTEXT://" + address + ",CONTROLLER://" + controller);
        all.put("advertised.listeners", "PLAINTEXT://" + address);
        all.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        all.put("controller.listener.names", "CONTROLLER");
        all.put("controller.quorum.voters", NODE_ID + "@" + controller);
        return all;
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
