package dev.waymark.devstack.launch;

import dev.waymark.devstack.StackSettings;
import java.io.PrintStream;
import java.util.Map;

/** {@code token}: prints a bearer token and nothing else, so that it can stand in a command line. */
public record TokenCommand(StackSettings settings, PrintStream out) implements Command {
    @Override
    public int run(Arguments arguments) throws Exception {
        arguments.allowing("--workspace", "--role", "--actor");
        out.println(new TokenRequestForm(settings)
                .token(Map.of(
                        "workspace", arguments.value("--workspace", "demo"),
                        "role", arguments.value("--role", "editor"),
                        "actor", arguments.value("--actor", "developer"))));
        return 0;
    }
}
