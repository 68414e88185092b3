package dev.waymark.chaos;

import dev.waymark.devstack.FreePort;
import dev.waymark.devstack.PostgresLeftover;
import dev.waymark.devstack.StackSettings;
import dev.waymark.devstack.TokenIssuer;
import dev.waymark.devstack.launch.ServiceEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** PostgreSQL, Kafka, an issuer, and two instances of each service, on free ports, each a process of its own. */
final class Stack implements AutoCloseable {

    static final List<String> SERVICES = List.of("persona", "journey", "gapmap");

    private static final int INSTANCES = 2;
    private static final StackSettings SETTINGS = StackSettings.load();

    private final Path root = Path.of(System.getProperty("waymark.root", ".")).toAbsolutePath();
    private final Path folder;
    private final int postgresPort = FreePort.any();
    private final int kafkaPort = FreePort.any();
    private final TokenIssuer issuer = TokenIssuer.start(FreePort.any());
    private final Disk disk;
    private final Server postgres;
    private final Server kafka;
    private final List<Server> instances = new ArrayList<>();
    private final Map<String, List<String>> urls = new HashMap<>();

    Stack(Path folder) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(folder).toAbsolutePath();
        disk = new Disk(this.folder.resolve("disk"));
        postgres = part("postgres", postgresPort);
        kafka = part("kafka", kafkaPort);
        for (var service : SERVICES) {
            for (var i = 1; i <= INSTANCES; i++) {
                var port = FreePort.any();
                urls.computeIfAbsent(service, each -> new ArrayList<>()).add("http://127.0.0.1:" + port);
                instances.add(instance(service, i, port));
            }
        }
    }

    void start() throws IOException, InterruptedException {
        startPart(postgres);
        startPart(kafka);
        for (var instance : instances) { // one after the other: the first of a service migrates
            instance.start();
            instance.awaitReady();
        }
    }

    /** Of a service, one for each of its instances. */
    List<String> urls(String service) {
        return urls.get(service);
    }

    List<Server> instances() {
        return instances;
    }

    /** Absolute; logs and data are in it. */
    Path folder() {
        return folder;
    }

    Server kafka() {
        return kafka;
    }

    String brokers() {
        return "127.0.0.1:" + kafkaPort;
    }

    String token(String workspace) {
        return issuer.token(workspace, "admin", "chaos");
    }

    /** As superuser, who sees all workspaces. */
    Connection database(String service) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(service), "postgres", SETTINGS.get("POSTGRES_PASSWORD"));
    }

    void startPart(Server part) throws IOException, InterruptedException {
        Files.deleteIfExists(readyFile(part.name()));
        part.start();
        part.awaitReady();
    }

    /** The server itself with all that serves connections, and the program that started it. */
    void killPostgres() throws IOException, InterruptedException {
        var server = database().server();
        postgres.end();
        if (server.isPresent()) {
            var backends = server.get().descendants().toList();
            server.get().destroyForcibly();
            backends.forEach(ProcessHandle::destroyForcibly);
            server.get().onExit().join();
        }
    }

    void restartPostgres() throws IOException, InterruptedException {
        startPart(postgres);
    }

    Disk disk() {
        return disk;
    }

    /** It may have given up, when it could not write. */
    void revivePostgres() throws IOException, InterruptedException {
        if (database().server().isEmpty()) {
            postgres.kill();
            restartPostgres();
        }
    }

    private PostgresLeftover database() {
        return PostgresLeftover.in(folder.resolve("disk/postgres"));
    }

    @Override
    public void close() throws IOException {
        killAll();
        issuer.close();
    }

    /** Nothing of it is kept, so nobody needs to be asked to stop. */
    void killAll() {
        try {
            instances.forEach(Server::end);
            kafka.end();
            killPostgres();
            disk.unmount();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Server part(String kind, int port) {
        var ready = readyFile(kind);
        var command = List.of(
                java(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                Part.class.getName(),
                kind,
                folder.resolve(kind.equals("postgres") ? "disk" : ".")
                        .resolve(kind)
                        .toString(),
                Integer.toString(port),
                ready.toString(),
                log(kind).toString());
        var environment = Map.of("CLASSPATH", System.getProperty("java.class.path"));
        return new Server(kind, command, environment, log(kind), () -> Files.exists(ready));
    }

    private Server instance(String service, int number, int port) {
        var jar = root.resolve(service + "-service/target/quarkus-app/quarkus-run.jar");
        var command = List.of(
                java(),
                "-XX:+UseSerialGC",
                "-Xmx176m",
                "--enable-native-access=ALL-UNNAMED",
                "-Dvertx.disableURIValidation=true",
                "-jar",
                jar.toString());
        var name = service + "-" + number;
        return new Server(name, command, environment(service, port), log(name), () -> isReady(port));
    }

    private Map<String, String> environment(String service, int port) {
        var told =
                new ServiceEnvironment(SETTINGS, this::jdbcUrl, brokers(), issuer.issuer(), folder.resolve("uploads"));
        var environment = told.of(service.toUpperCase(Locale.ROOT), port);
        environment.put("WAYMARK_LIMIT_REQUESTS", "1000000");
        return environment;
    }

    private String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + postgresPort + "/" + database;
    }

    private static boolean isReady(int port) {
        var ask = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(ask, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Path readyFile(String part) {
        return folder.resolve(part + ".ready");
    }

    private Path log(String name) {
        return folder.resolve(name + ".out");
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
