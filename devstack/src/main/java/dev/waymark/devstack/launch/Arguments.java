package dev.waymark.devstack.launch;

import java.util.List;
import java.util.Set;

/** The words after a command: {@code --name value} pairs and nothing else. */
public record Arguments(List<String> words) {
    public Arguments {
        words = List.copyOf(words);
    }

    /** Refuses a misspelt option instead of ignoring it. */
    public Arguments allowing(String... names) {
        var allowed = Set.of(names);
        for (int i = 0; i < words.size(); i += 2) {
            if (!allowed.contains(words.get(i))) {
                var known = allowed.isEmpty() ? "none" : String.join(", ", names);
                throw new Refusal("Unknown option " + words.get(i) + "; known here: " + known + ".");
            }
            if (i + 1 == words.size()) {
                throw new Refusal(words.get(i) + " needs a value.");
            }
        }
        return this;
    }

    public String value(String name, String otherwise) {
        var position = words.indexOf(name);
        return position < 0 ? otherwise : words.get(position + 1);
    }
}
