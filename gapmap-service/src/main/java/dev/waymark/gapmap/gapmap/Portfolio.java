package dev.waymark.gapmap.gapmap;

import dev.waymark.document.Status;
import dev.waymark.gapmap.gapmap.PortfolioView.Need;
import dev.waymark.gapmap.gapmap.PortfolioView.Part;
import dev.waymark.gapmap.neighbour.KnownPersona;
import dev.waymark.gapmap.scores.Slice;
import dev.waymark.gapmap.scoring.CompetitorScore;
import dev.waymark.gapmap.scoring.NeedScore;
import dev.waymark.gapmap.scoring.RollUp;
import dev.waymark.gapmap.scoring.ScoringSettings;
import dev.waymark.gapmap.scoring.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Takes the maps of a workspace together, weighted by how important their personas are to the business. */
@ApplicationScoped
@Transactional
class Portfolio {

    private static final int MOST_MAPS = 200;

    private final GapMaps rows;
    private final Surroundings surroundings;
    private final MapFigures figures;

    Portfolio(GapMaps rows, Surroundings surroundings, MapFigures figures) {
        this.rows = rows;
        this.surroundings = surroundings;
        this.figures = figures;
    }

    PortfolioView read() {
        var maps = rows.find("status <> ?1 order by id", Status.ARCHIVED)
                .range(0, MOST_MAPS)
                .list();
        Map<String, List<Part>> byMeaning = new LinkedHashMap<>();
        maps.stream().limit(MOST_MAPS).forEach(map -> add(map, byMeaning));
        var confidence = ScoringSettings.defaults().confidence();
        return new PortfolioView(
                confidence,
                maps.size() > MOST_MAPS,
                byMeaning.entrySet().stream()
                        .map(e -> need(e.getKey(), e.getValue(), confidence))
                        .sorted(Comparator.comparing(
                                need -> need.gap().value(), Comparator.nullsLast(Comparator.reverseOrder())))
                        .toList());
    }

    private void add(GapMap map, Map<String, List<Part>> byMeaning) {
        surroundings.persona(map).ifPresent(persona -> {
            var scores =
                    figures.result(map, Slice.whole(map.id()), persona.needs()).needs();
            for (var i = 0; i < scores.size(); i++) {
                var need = persona.needs().get(i);
                var meaning = need.key() == null ? "id:" + need.id() : "key:" + need.key();
                byMeaning.computeIfAbsent(meaning, m -> new ArrayList<>()).add(part(map, persona, need, scores.get(i)));
            }
        });
    }

    private static Part part(GapMap map, KnownPersona persona, KnownPersona.Need need, NeedScore score) {
        var width = map.content().scale().width().doubleValue();
        var importance = score.importance().value();
        return new Part(
                map.id(),
                map.name(),
                persona.id(),
                persona.name(),
                persona.businessImportance(),
                need.id(),
                need.statement(),
                importance,
                score.verdict(),
                score.valueGap() == null ? null : (Double) (score.valueGap() / width),
                score.best()
                        .map(CompetitorScore::standardError)
                        .filter(e -> importance != null && score.own().standardError() != null)
                        .map(e -> importance * Math.hypot(e, score.own().standardError()) / width)
                        .orElse(null));
    }

    private static boolean counts(Part part) {
        return part.gap() != null && part.businessImportance() != null && part.verdict() != Verdict.INSUFFICIENT;
    }

    private static Need need(String meaning, List<Part> parts, double confidence) {
        var counting = parts.stream().filter(Portfolio::counts).toList();
        // A persona with two maps counts no more than one with one.
        var maps = counting.stream().collect(Collectors.groupingBy(Part::personaId, Collectors.counting()));
        var weighed = counting.stream()
                .map(part -> new RollUp.Part(
                        part.businessImportance() / maps.get(part.personaId()), part.gap(), part.standardError()))
                .toList();
        var key = meaning.startsWith("key:") ? meaning.substring("key:".length()) : null;
        return new Need(key, RollUp.of(weighed, confidence), parts);
    }
}
