package dev.waymark.devstack.demo;

import dev.waymark.devstack.StackSettings;
import dev.waymark.devstack.launch.Arguments;
import dev.waymark.devstack.launch.Command;
import dev.waymark.devstack.launch.Refusal;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * {@code demo}: from a file of lounge reviews to a value gap map, through HTTP only; without a file the workspace
 * {@code demo}, as {@code up} loads it.
 */
public record DemoCommand(StackSettings settings, PrintStream out) implements Command {

    private static final int COMPETITORS = 6;

    @Override
    public int run(Arguments arguments) throws Exception {
        if (arguments.words().isEmpty()) {
            out.println(
                    DemoWorkspace.loadIfEmpty(settings)
                            ? "Loaded."
                            : "The workspace demo has something in it already.");
            return 0;
        }
        var given = arguments.flag("--csv").allowing("--ratings", "--own", "--segment", "--competitors", "--workspace");
        var file = ReviewFile.read(Path.of(required(given, "--ratings")));
        var question = question(given, file);
        var workspace = given.value("--workspace", "lounges");
        try (var api = new Api(settings, workspace)) {
            var map = new LoungeMap(api, file, question);
            var scores = map.scores();
            if (given.has("--csv")) {
                new ScoreSheet(question, scores).csv(out);
            } else {
                new ScoreSheet(question, scores).table(out);
                out.println("All figures:");
                out.println("  curl -H \"Authorization: Bearer $(./waymark token --workspace " + workspace + ")\" "
                        + map.url() + "/scores");
            }
        }
        return 0;
    }

    private static Question question(Arguments arguments, ReviewFile file) throws IOException {
        var own = required(arguments, "--own");
        var segment = arguments.value("--segment", ReviewFile.ALL);
        known(own, file.airlines(), "airline");
        if (!segment.equals(ReviewFile.ALL)) {
            known(segment, file.segments(), "segment");
        }
        var named = arguments.value("--competitors", "");
        var competitors = named.isBlank()
                ? file.most(segment, own, COMPETITORS)
                : Arrays.stream(named.split(",")).map(String::strip).distinct().toList();
        competitors.forEach(airline -> known(airline, file.airlines(), "airline"));
        if (competitors.contains(own)) {
            throw new Refusal(own + " cannot be its own competitor.");
        }
        return new Question(own, segment, competitors);
    }

    private static String required(Arguments arguments, String name) {
        var value = arguments.value(name, "");
        if (value.isBlank()) {
            throw new Refusal("demo needs " + name + "; for example: ./waymark demo --ratings lounge_ratings.csv"
                    + " --own british-airways --segment \"Business Class\"");
        }
        return value;
    }

    private static void known(String word, java.util.Collection<String> known, String what) {
        if (!known.contains(word)) {
            throw new Refusal("The file has no " + what + " " + word + "; it has " + String.join(", ", known) + ".");
        }
    }

    /** What is asked of the file: whose map, of which guests, compared with whom. */
    record Question(String own, String segment, List<String> competitors) {}
}
