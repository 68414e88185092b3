package dev.waymark.devstack;

import dev.waymark.devstack.demo.DemoCommand;
import dev.waymark.devstack.demo.DemoWorkspace;
import dev.waymark.devstack.launch.Arguments;
import dev.waymark.devstack.launch.Command;
import dev.waymark.devstack.launch.DownCommand;
import dev.waymark.devstack.launch.Refusal;
import dev.waymark.devstack.launch.StackHome;
import dev.waymark.devstack.launch.TokenCommand;
import dev.waymark.devstack.launch.UpCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The program behind the script {@code waymark}: the first word is a command, the rest are its arguments. */
public final class Main {
    private static final Logger LOG = Logger.getLogger(Main.class.getName());

    private Main() {}

    public static void main(String... words) {
        System.exit(run(List.of(words)));
    }

    private static int run(List<String> words) {
        try {
            if (words.isEmpty()) {
                throw new Refusal("Which command? ./waymark help lists them.");
            }
            return command(words.getFirst()).run(new Arguments(words.subList(1, words.size())));
        } catch (Refusal | IllegalArgumentException e) {
            System.err.println("waymark: " + e.getMessage());
        } catch (Exception e) {
            LOG.log(Level.SEVERE, "unexpected", e);
            System.err.println("waymark: " + e.getMessage() + rootCause(e) + "; see the logs for more.");
        }
        return 1;
    }

    private static Command command(String name) {
        var root = Path.of(System.getProperty("waymark.root", "")).toAbsolutePath();
        var settings = StackSettings.load();
        var home = StackHome.of(root, System.getenv());
        return switch (name) {
            case "up" -> UpCommand.of(root, settings, home, () -> DemoWorkspace.loadIfEmpty(settings), System.out);
            case "down" -> DownCommand.of(root, settings, home, System.out);
            case "token" -> new TokenCommand(settings, System.out);
            case "demo" -> new DemoCommand(settings, System.out);
            default -> throw new Refusal("There is no command " + name + "; ./waymark help lists them.");
        };
    }

    private static String rootCause(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause == failure ? "" : " (" + cause.getMessage() + ")";
    }
}
