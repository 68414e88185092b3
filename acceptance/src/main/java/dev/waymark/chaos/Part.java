package dev.waymark.chaos;

import dev.waymark.devstack.KafkaBroker;
import dev.waymark.devstack.Postgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** PostgreSQL or Kafka as a program of its own, so that it can be killed alone: {@code postgres|kafka FOLDER PORT READY LOG}. */
final class Part {

    private Part() {}

    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[1]);
        var port = Integer.parseInt(arguments[2]);
        var ready = Path.of(arguments[3]);
        if (arguments[0].equals("postgres")) {
            Postgres.startUnhooked(folder, port, true, Path.of(arguments[4]));
        } else {
            KafkaBroker.start(folder, port);
        }
        Files.writeString(ready, "");
        new CountDownLatch(1).await();
    }
}
