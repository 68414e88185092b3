package dev.waymark.devstack.launch;

import dev.waymark.devstack.KafkaBroker;
import dev.waymark.devstack.Postgres;
import dev.waymark.devstack.ProcessMark;
import dev.waymark.devstack.StackSettings;
import dev.waymark.devstack.TokenIssuer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * {@code up}: starts everything, says when it is ready, and stays until it is told to stop or a service ends. With
 * {@code --parts} it starts no service, only what they need.
 *
 * @param demo loads something to look at, once the services are ready; tells whether there was a need to
 */
public record UpCommand(
        StackSettings settings, StackHome home, List<ServicePlan> services, Callable<Boolean> demo, PrintStream out)
        implements Command {

    public UpCommand {
        services = List.copyOf(services);
    }

    public static UpCommand of(
            Path root, StackSettings settings, StackHome home, Callable<Boolean> demo, PrintStream out) {
        return new UpCommand(settings, home, ServicePlan.all(root, settings), demo, out);
    }

    @Override
    public int run(Arguments arguments) throws Exception {
        var given = arguments.flag("--parts").allowing();
        return (given.has("--parts") ? withoutServices() : this).up();
    }

    /** For services that somebody starts by himself, from an editor say. */
    private UpCommand withoutServices() {
        return new UpCommand(settings, home, List.of(), demo, out);
    }

    private int up() throws Exception {
        home.prepare();
        var lock = StackLock.tryTake(home);
        if (lock.isEmpty()) {
            return alreadyRunning();
        }
        Files.deleteIfExists(home.readyFile());
        ProcessMark.ofThisProcess().write(home.launcherMark());
        try (var _ = lock.get();
                var stack = new RunningStack()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack), "stop"));
            return startAndStay(stack);
        } finally {
            Files.deleteIfExists(home.readyFile());
            Files.deleteIfExists(home.launcherMark());
        }
    }

    private int startAndStay(RunningStack stack) throws Exception {
        try {
            start(stack);
            return stay(stack);
        } catch (Refusal refusal) {
            // Said before everything is stopped again, which takes a moment.
            System.err.println("waymark: " + refusal.getMessage());
            return 1;
        }
    }

    private int alreadyRunning() throws Exception {
        if (!Files.exists(home.readyFile())) {
            throw new Refusal(
                    "Another ./waymark up is starting just now; wait for it, or stop it with ./waymark down.");
        }
        out.println("Waymark is already running.");
        new Welcome(settings, home, services).print(out);
        return 0;
    }

    private void start(RunningStack stack) throws Exception {
        new Leftovers(home, services, out).end();
        home.emptyUploads();
        home.demandSpace();
        new PortCheck(settings).demandFree();
        LauncherLog.to(home.newLog("devstack"));
        var progress = new Progress(out);
        out.println("Starting Waymark; data and logs are in " + home.folder());
        var environment = startParts(stack, progress);
        for (var service : services) {
            stack.startService(
                    () -> ServiceProcess.start(service, environment.of(service.key(), service.port()), home));
        }
        if (!services.isEmpty()) {
            new Readiness(stack.services(), progress).await();
            progress.waiting(List.of("demo workspace"));
            progress.ready(demo.call() ? "demo (loaded)" : "demo workspace");
        }
        progress.say("Ready after %.0f s.".formatted(progress.seconds()));
        new Welcome(settings, home, services).print(out);
        Files.writeString(
                home.readyFile(), Long.toString(ProcessHandle.current().pid()));
    }

    private ServiceEnvironment startParts(RunningStack stack, Progress progress) throws Exception {
        progress.waiting(List.of("PostgreSQL"));
        var postgres = stack.startPart(() -> Postgres.startUnhooked(
                home.data("postgres"), settings.port("POSTGRES_PORT"), true, home.newLog("postgres")));
        progress.ready("PostgreSQL");
        progress.waiting(List.of("Kafka"));
        var kafka = stack.startPart(() -> KafkaBroker.start(home.data("kafka"), settings.port("KAFKA_PORT")));
        progress.ready("Kafka");
        var issuer = stack.startPart(() -> TokenIssuer.start(settings.port("ISSUER_PORT"), home.data("issuer")));
        progress.ready("token issuer");
        return new ServiceEnvironment(
                settings, postgres::jdbcUrl, kafka.bootstrapServers(), issuer.issuer(), home.uploads());
    }

    private int stay(RunningStack stack) throws IOException {
        var ended = stack.awaitFirstEnd();
        if (stack.isClosed()) {
            return 0;
        }
        throw new Refusal(ended.obituary());
    }

    private void stop(RunningStack stack) {
        if (!stack.isClosed()) {
            out.println("\nStopping …");
            stack.close();
            out.println("Stopped.");
        }
    }
}
