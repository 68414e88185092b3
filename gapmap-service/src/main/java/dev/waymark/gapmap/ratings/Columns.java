package dev.waymark.gapmap.ratings;

import dev.waymark.gapmap.gapmap.RatedMap;
import dev.waymark.gapmap.neighbour.KnownJourney;
import dev.waymark.gapmap.neighbour.KnownPersona;
import dev.waymark.gapmap.provider.ProviderView;
import dev.waymark.http.Problem;
import dev.waymark.http.ProblemDetails;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A mapping held against a map: what each column's values refer to.
 *
 * @param needs need per column
 * @param providers by external key and by id
 * @param stages by key and by id
 * @param missing codes per need column and for the outcome
 */
record Columns(
        Mapping mapping,
        Map<String, UUID> needs,
        Map<String, UUID> providers,
        Map<String, UUID> stages,
        Map<String, Set<String>> missing) {

    /** @throws Problem 422 with a pointer for each need that the persona does not have; 400 for an outcome without setting */
    static Columns of(Mapping mapping, RatedMap map) {
        if (mapping.outcome() != null && map.settings().outcome() == null) {
            throw Problem.invalid("/outcome", "the gap map's settings name no outcome");
        }
        return new Columns(mapping, needs(mapping, map.needs()), providers(map), stages(map), missing(mapping, map));
    }

    /** @throws Problem 400 if the file lacks a column that the mapping names */
    void require(Collection<String> header) {
        var errors = mapping.columns().entrySet().stream()
                .filter(e -> !header.contains(e.getValue()))
                .map(e -> new ProblemDetails.Violation(e.getKey(), "the file has no column '" + e.getValue() + "'"))
                .toList();
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    /** Whether a value is blank or one of the column's codes; as numbers, where they are: code 0 means 0.0 as well. */
    boolean isMissing(String column, String value) {
        return value.isBlank() || missing.getOrDefault(column, Set.of()).contains(MissingCodes.canonical(value));
    }

    private static Map<String, UUID> needs(Mapping mapping, List<KnownPersona.Need> known) {
        var needs = new LinkedHashMap<String, UUID>();
        mapping.needs().forEach((column, reference) -> {
            var need = known.stream()
                    .filter(n -> n.key() != null && reference.equals("key:" + n.key())
                            || reference.equals(n.id().toString()))
                    .findFirst()
                    .orElseThrow(() -> Problem.unknownReference(
                            Mapping.pointer("needs", column),
                            "The persona has no need " + reference + " that is known here."));
            if (needs.containsValue(need.id())) {
                throw Problem.invalid(Mapping.pointer("needs", column), "another column is mapped to the same need");
            }
            needs.put(column, need.id());
        });
        return needs;
    }

    private static Map<String, UUID> providers(RatedMap map) {
        var byName = new HashMap<String, UUID>();
        for (ProviderView provider : map.providers()) {
            if (provider.content().externalKey() != null) {
                byName.put(provider.content().externalKey(), provider.id());
            }
        }
        // After the keys: nobody takes another's ratings by being named like its id.
        map.providers().forEach(provider -> byName.put(provider.id().toString(), provider.id()));
        return byName;
    }

    /** A key that stages of several journeys have in common names none of them. */
    private static Map<String, UUID> stages(RatedMap map) {
        var byName = new HashMap<String, UUID>();
        var ambiguous = new HashSet<String>();
        for (KnownJourney.Stage stage : map.stages()) {
            if (stage.key() != null && byName.put(stage.key(), stage.id()) != null) {
                ambiguous.add(stage.key());
            }
        }
        byName.keySet().removeAll(ambiguous);
        map.stages().forEach(stage -> byName.put(stage.id().toString(), stage.id()));
        return byName;
    }

    /** The map's own codes hold for every need column; for the outcome only what the mapping says: there 0 may be an answer. */
    private static Map<String, Set<String>> missing(Mapping mapping, RatedMap map) {
        var codes = new HashMap<String, Set<String>>();
        mapping.missing().forEach((column, own) -> codes.put(column, canonical(own.stream())));
        for (var column : mapping.needs().keySet()) {
            var own = mapping.missing().getOrDefault(column, List.of());
            codes.put(column, canonical(Stream.concat(own.stream(), map.settings().missing().stream())));
        }
        return codes;
    }

    private static Set<String> canonical(Stream<String> codes) {
        return codes.map(code -> MissingCodes.canonical(code.strip())).collect(Collectors.toSet());
    }
}
