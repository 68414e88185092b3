package dev.waymark.gapmap.imports;

import dev.waymark.gapmap.gapmap.RatedMap;
import dev.waymark.gapmap.neighbour.KnownJourney;
import dev.waymark.gapmap.provider.ProviderView;
import dev.waymark.http.Problem;
import dev.waymark.http.ProblemDetails;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A mapping held against a map: what each column's values refer to.
 *
 * @param providers by external key and by id
 * @param stages by key and by id
 * @param touchpoints by key and by id
 * @param stageOf of each touchpoint
 * @param missing codes by the name of a question
 * @param missingOfNeeds the map's own codes
 */
record Columns(
        Mapping mapping,
        RatedMap map,
        Questions questions,
        Map<String, UUID> providers,
        Map<String, UUID> stages,
        Map<String, UUID> touchpoints,
        Map<UUID, UUID> stageOf,
        Map<String, Set<String>> missing,
        Set<String> missingOfNeeds) {

    /** @throws Problem 422 with a pointer for each need that the persona does not have; 400 for an outcome without setting */
    static Columns of(Mapping mapping, RatedMap map) {
        mapping.requireForm();
        if (mapping.outcome() != null && map.settings().outcome() == null) {
            throw Problem.invalid("/outcome", "the gap map's settings name no outcome");
        }
        var missing = mapping.missing().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, codes -> canonical(codes.getValue())));
        return new Columns(
                mapping,
                map,
                Questions.of(mapping, map),
                providers(map),
                stages(map),
                touchpoints(map),
                stageOf(map),
                missing,
                canonical(map.settings().missing()));
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

    /**
     * Whether it is blank or one of the codes; as numbers, where they are: code 0 means 0.0 as well. The map's own codes hold for what
     * is on the scale of ratings; for the rest only what the mapping says: there 0 may be an answer.
     */
    boolean isMissing(Cell cell) {
        if (cell.text().isBlank()) {
            return true;
        }
        var code = MissingCodes.canonical(cell.text());
        return missing.getOrDefault(cell.name(), Set.of()).contains(code)
                || cell.item().kind().isLevel() && missingOfNeeds.contains(code);
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

    private static Map<String, UUID> stages(RatedMap map) {
        return byName(map.stages(), KnownJourney.Stage::id, KnownJourney.Stage::key);
    }

    private static Map<String, UUID> touchpoints(RatedMap map) {
        var all = map.stages().stream().flatMap(KnownJourney.Stage::touchpoints).toList();
        return byName(all, KnownJourney.Touchpoint::id, KnownJourney.Touchpoint::key);
    }

    /** A key that several have in common, of different journeys say, names none of them. */
    private static <T> Map<String, UUID> byName(List<T> all, Function<T, UUID> id, Function<T, String> key) {
        var byName = new HashMap<String, UUID>();
        var ambiguous = new HashSet<String>();
        for (var each : all) {
            if (key.apply(each) != null && byName.put(key.apply(each), id.apply(each)) != null) {
                ambiguous.add(key.apply(each));
            }
        }
        byName.keySet().removeAll(ambiguous);
        all.forEach(each -> byName.put(id.apply(each).toString(), id.apply(each)));
        return byName;
    }

    /** The stage of each touchpoint. */
    private static Map<UUID, UUID> stageOf(RatedMap map) {
        var stages = new HashMap<UUID, UUID>();
        map.stages().forEach(stage -> stage.touchpoints().forEach(each -> stages.put(each.id(), stage.id())));
        return stages;
    }

    private static Set<String> canonical(List<String> codes) {
        return codes.stream().map(code -> MissingCodes.canonical(code.strip())).collect(Collectors.toSet());
    }
}
