package dev.waymark.devstack;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/** A real PostgreSQL on 127.0.0.1, with the databases and roles of {@code roles.sql}, keeping its data in a folder. */
public final class Postgres implements AutoCloseable {
    private static final String SUPERUSER = "postgres";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;

    private Postgres(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Starts on a new or an already filled folder; port 0 picks a free one. Durable means that a commit has reached the
     * disk; without, a crash may lose everything, which is right for tests only. Ends with this JVM at the latest.
     */
    public static Postgres start(Path dataDir, int port, boolean durable) {
        var postgres = startUnhooked(dataDir, port, durable, logBeside(dataDir));
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::close, "postgres-stop"));
        return postgres;
    }

    /** The same, for one who closes it in an order of his own and wants the log elsewhere. */
    public static Postgres startUnhooked(Path dataDir, int port, boolean durable, Path log) {
        var folder = dataDir.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder.getParent());
            PostgresLeftover.in(folder).clear();
            var server = configure(folder, FreePort.orAny(port), durable, log).start();
            var postgres = new Postgres(server);
            postgres.setUp(folder);
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start, see " + log, e);
        }
    }

    private static EmbeddedPostgres.Builder configure(Path folder, int port, boolean durable, Path log) {
        var toLog = ProcessBuilder.Redirect.appendTo(log.toFile());
        var onOff = durable ? "on" : "off";
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(binaries().toFile())
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setOutputRedirector(toLog)
                .setErrorRedirector(toLog)
                .setPGStartupWait(PATIENCE)
                .setConnectConfig("password", StackSettings.load().get("POSTGRES_PASSWORD"))
                // The order of names must not depend on the machine: code points, Unicode upper and lower case.
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "200")
                // The library passes -F and turns synchronous_commit off; what comes later on the line wins.
                .setServerConfig("fsync", onOff)
                .setServerConfig("synchronous_commit", onOff)
                .setServerConfig("full_page_writes", onOff);
    }

    // One folder for each user: on a shared machine another user's unpacked files cannot be written to.
    private static Path binaries() {
        return Path.of(System.getProperty("java.io.tmpdir"), "waymark-postgres-" + System.getProperty("user.name"));
    }

    private static Path logBeside(Path dataDir) {
        var folder = dataDir.toAbsolutePath().normalize();
        return folder.resolveSibling(folder.getFileName() + ".log");
    }

    private void setUp(Path folder) throws IOException {
        var settings = StackSettings.load();
        try (var connection = connect(settings)) {
            new PostgresAccess(folder).demandPasswords(connection, settings.get("POSTGRES_PASSWORD"));
            new RolesScript(settings).run(connection);
            ProcessMark.ofThisProcess().write(PostgresLeftover.ownerFile(folder));
        } catch (SQLException e) {
            close();
            throw new IOException("databases and roles could not be set up", e);
        }
    }

    private Connection connect(StackSettings settings) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(SUPERUSER), SUPERUSER, settings.get("POSTGRES_PASSWORD"));
    }

    public int port() {
        return server.getPort();
    }

    /** Without user and password: which role one is, is for the caller to say. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
