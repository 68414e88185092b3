package dev.waymark.devstack.launch;

import java.util.List;
import java.util.Set;

/**
 * The words after a command: {@code --name value} pairs, and flags that stand alone.
 *
 * @param flags those that are set
 */
public record Arguments(List<String> words, Set<String> flags) {
    public Arguments {
        words = List.copyOf(words);
        flags = Set.copyOf(flags);
    }

    public Arguments(List<String> words) {
        this(words, Set.of());
    }

    /** Takes a flag out from between the pairs. */
    public Arguments flag(String name) {
        if (!words.contains(name)) {
            return this;
        }
        var rest = words.stream().filter(word -> !word.equals(name)).toList();
        return new Arguments(rest, Set.of(name));
    }

    public boolean has(String flag) {
        return flags.contains(flag);
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
