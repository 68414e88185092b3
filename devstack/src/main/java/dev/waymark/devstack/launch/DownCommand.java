package dev.waymark.devstack.launch;

import dev.waymark.devstack.ProcessMark;
import dev.waymark.devstack.StackSettings;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** {@code down}: ends what {@code up} of the same folder started, and waits until it is gone. */
public record DownCommand(StackHome home, List<ServicePlan> services, PrintStream out) implements Command {
    private static final long GRACE_SECONDS = 60;

    public DownCommand {
        services = List.copyOf(services);
    }

    public static DownCommand of(Path root, StackSettings settings, StackHome home, PrintStream out) {
        return new DownCommand(home, ServicePlan.all(root, settings), out);
    }

    @Override
    public int run(Arguments arguments) throws Exception {
        arguments.allowing();
        var launcher = ProcessMark.read(home.launcherMark()).flatMap(ProcessMark::find);
        if (launcher.isPresent()) {
            out.println("Stopping …");
            stop(launcher.get());
        }
        var left = new Leftovers(home, services, out).end();
        Files.deleteIfExists(home.launcherMark());
        Files.deleteIfExists(home.readyFile());
        out.println(launcher.isPresent() || left ? "Stopped." : "Nothing is running.");
        return 0;
    }

    // The launcher ends its children itself, in order; it is given the time for that.
    private static void stop(ProcessHandle launcher) throws Exception {
        launcher.destroy();
        try {
            launcher.onExit().get(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            launcher.destroyForcibly();
            launcher.onExit().join();
        }
    }
}
