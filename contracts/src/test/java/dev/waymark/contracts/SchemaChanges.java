package dev.waymark.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What breaks somebody between two versions of a JSON Schema. Who reads wants no less than before: fields that stay, and
 * types that he knows; new fields and new values of an enum he ignores. Who writes wants no more asked of him.
 */
final class SchemaChanges {

    /** Who would be broken. */
    enum For {
        READER,
        WRITER
    }

    private static final List<String> LOWER_BREAKS =
            List.of("maxLength", "maximum", "maxItems", "exclusiveMaximum", "maxProperties");
    private static final List<String> HIGHER_BREAKS =
            List.of("minLength", "minimum", "minItems", "exclusiveMinimum", "minProperties");

    private final For who;
    private final Function<String, JsonNode> before;
    private final Function<String, JsonNode> after;
    private final List<String> breaks = new ArrayList<>();
    private final Set<String> compared = new HashSet<>();

    /** @param before gives what a reference of the old schema points to; {@code after} likewise */
    SchemaChanges(For who, Function<String, JsonNode> before, Function<String, JsonNode> after) {
        this.who = who;
        this.before = before;
        this.after = after;
    }

    /** Sentences that begin with the place, {@code /needs/*} say. */
    List<String> between(JsonNode old, JsonNode now) {
        compare("", old, now);
        return breaks;
    }

    private void compare(String place, JsonNode oldSchema, JsonNode newSchema) {
        var old = Shape.of(oldSchema, before);
        var now = Shape.of(newSchema, after);
        if (!old.where().isEmpty() && !compared.add(old.where() + " " + now.where())) {
            return; // compared where it was met first, or contains itself
        }
        types(place, old, now);
        if (who == For.READER) {
            forReaders(place, old, now);
        } else {
            forWriters(place, old, now);
        }
        old.properties().forEach((name, schema) -> {
            var still = now.properties().get(name);
            if (still == null) {
                say(place + "/" + name, who == For.READER ? "is gone" : "is not accepted any more");
            } else {
                compare(place + "/" + name, schema, still);
            }
        });
        parts(place, old, now);
        alternatives(place, old, now);
    }

    private void types(String place, Shape old, Shape now) {
        var from = who == For.READER ? now.types() : old.types();
        var into = who == For.READER ? old.types() : now.types();
        var fits = into.isEmpty()
                || !from.isEmpty()
                        && from.stream()
                                .allMatch(type ->
                                        into.contains(type) || type.equals("integer") && into.contains("number"));
        if (!fits) {
            say(place, "was of type %s and is of %s".formatted(named(old.types()), named(now.types())));
        }
    }

    private static String named(Set<String> types) {
        return types.isEmpty() ? "any" : String.join(" or ", types);
    }

    private void forReaders(String place, Shape old, Shape now) {
        lost(old.required(), now.required())
                .filter(name -> now.properties().containsKey(name))
                .forEach(name -> say(place + "/" + name, "was always there and may be absent"));
        if (old.node().has("format") && !old.said("format").equals(now.said("format"))) {
            say(place, "was of format %s and is of %s".formatted(old.said("format"), now.said("format")));
        }
    }

    private void forWriters(String place, Shape old, Shape now) {
        lost(now.required(), old.required()).forEach(name -> say(place + "/" + name, "is required now"));
        if (!now.values().isEmpty()) {
            var allowed = old.values().isEmpty() ? Set.of("other values") : old.values();
            lost(allowed, now.values()).forEach(value -> say(place, "does not accept " + value + " any more"));
        }
        for (var keyword : List.of("format", "pattern", "uniqueItems", "multipleOf")) {
            if (now.node().has(keyword) && !now.said(keyword).equals(old.said(keyword))) {
                say(place, "%s was %s and is %s".formatted(keyword, old.said(keyword), now.said(keyword)));
            }
        }
        LOWER_BREAKS.forEach(keyword -> limit(place, keyword, old, now, -1));
        HIGHER_BREAKS.forEach(keyword -> limit(place, keyword, old, now, 1));
    }

    private void limit(String place, String keyword, Shape old, Shape now, int worse) {
        var is = now.node().path(keyword);
        var was = old.node().path(keyword);
        var tighter = is.isNumber()
                && (was.isMissingNode() || Integer.signum(is.decimalValue().compareTo(was.decimalValue())) == worse);
        if (tighter) {
            say(place, "%s was %s and is %s".formatted(keyword, old.said(keyword), now.said(keyword)));
        }
    }

    private void parts(String place, Shape old, Shape now) {
        for (var keyword : List.of("items", "additionalProperties")) {
            if (old.parts(keyword).isObject() && now.parts(keyword).isObject()) {
                compare(place + "/*", old.parts(keyword), now.parts(keyword));
            }
        }
    }

    /** Alternatives are told apart by their reference, or else by their order. */
    private void alternatives(String place, Shape old, Shape now) {
        var was = named(old.alternatives());
        var is = named(now.alternatives());
        if (was.isEmpty() && is.isEmpty()) {
            return;
        }
        (who == For.READER ? lost(is, was) : lost(was, is))
                .forEach(name ->
                        say(place, (who == For.READER ? "may be %s now" : "may not be %s any more").formatted(name)));
        for (var i = 0; i < was.size(); i++) {
            var same = List.copyOf(is).indexOf(List.copyOf(was).get(i));
            if (same >= 0) {
                compare(place, old.alternatives().get(i), now.alternatives().get(same));
            }
        }
    }

    private static Set<String> named(List<JsonNode> alternatives) {
        var names = new LinkedHashSet<String>();
        for (var i = 0; i < alternatives.size(); i++) {
            var reference = alternatives.get(i).path("$ref").asText();
            names.add(reference.isEmpty() ? "alternative " + (i + 1) : reference);
        }
        return names;
    }

    private static Stream<String> lost(Set<String> had, Set<String> has) {
        var lost = new TreeSet<>(had);
        lost.removeAll(has);
        return lost.stream();
    }

    private void say(String place, String what) {
        breaks.add((place.isEmpty() ? "the whole" : place) + " " + what);
    }
}
