package dev.waymark.gapmap.scoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The importance of every need of a map, and what is to be said of it. */
record Importances(Map<UUID, Importance> byNeed, ScoringSettings settings) {

    static Importances of(ScoringInput input) {
        ScoringSettings settings = input.settings();
        double highest = input.needs().stream()
                .map(need -> input.outcomePairs(need.id()).correlation())
                .filter(Objects::nonNull)
                .reduce(0.0, Math::max);
        Map<UUID, RelativeWeight> weights = RelativeWeights.of(
                        input.needs().stream().map(ScoringInput.Need::id).toList(),
                        input.jointSums(),
                        settings.minResponses())
                .byNeed();
        Map<UUID, Importance> byNeed = new LinkedHashMap<>();
        for (ScoringInput.Need need : input.needs()) {
            DerivedImportance derived = DerivedImportance.of(input.outcomePairs(need.id()), highest);
            byNeed.put(
                    need.id(),
                    Importance.of(
                            settings.importanceSource(),
                            need.statedImportance(),
                            SurveyedImportance.of(need.asked().importance(), settings.confidence()),
                            derived,
                            weights.getOrDefault(need.id(), RelativeWeight.NONE)));
        }
        return new Importances(byNeed, settings);
    }

    /** The mean of the known importances; null if none is known. */
    Double mean() {
        return ExactMean.of(byNeed.values().stream().map(Importance::value).toList());
    }

    /** The median of the known importances; null if none is known. */
    Double median() {
        return Crosshair.median(byNeed.values().stream().map(Importance::value).toList());
    }

    List<Warning> warningsOf(UUID need) {
        Importance importance = byNeed.get(need);
        List<Warning> warnings = new ArrayList<>();
        if (importance.value() == null) {
            warnings.add(Warning.of(Warning.Code.IMPORTANCE_UNKNOWN));
        }
        if (importance.value() != null && responses(importance) < settings.minResponses()) {
            warnings.add(Warning.of(Warning.Code.IMPORTANCE_FROM_FEW_RESPONSES));
        }
        return warnings;
    }

    /** How many responses the value used rests on, where it rests on any. */
    private static long responses(Importance importance) {
        return switch (importance.source()) {
            case SURVEYED -> importance.surveyed().n();
            case DERIVED -> importance.derived().n();
            default -> Long.MAX_VALUE;
        };
    }

    /** What concerns the whole map. */
    List<Warning> warnings() {
        if (byNeed.isEmpty() || byNeed.values().stream().anyMatch(importance -> importance.value() != null)) {
            return List.of();
        }
        return switch (settings.importanceSource()) {
            case SURVEYED -> List.of(Warning.of(Warning.Code.SURVEYED_IMPORTANCE_UNKNOWN));
            case DERIVED -> List.of(Warning.of(Warning.Code.NO_DERIVED_IMPORTANCE));
            case RELATIVE_WEIGHTS -> List.of(Warning.of(Warning.Code.NO_RELATIVE_WEIGHTS));
            default -> List.of();
        };
    }
}
