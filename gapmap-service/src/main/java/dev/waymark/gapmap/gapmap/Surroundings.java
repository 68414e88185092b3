package dev.waymark.gapmap.gapmap;

import dev.waymark.content.Reference;
import dev.waymark.document.Status;
import dev.waymark.gapmap.neighbour.KnownJourney;
import dev.waymark.gapmap.neighbour.KnownPersona;
import dev.waymark.gapmap.provider.ProviderService;
import dev.waymark.gapmap.provider.ProviderView;
import dev.waymark.gapmap.scores.Contestants;
import dev.waymark.gapmap.scores.Place;
import dev.waymark.gapmap.scores.ScoreBook;
import dev.waymark.gapmap.scores.Slice;
import dev.waymark.gapmap.scoring.ScoringInput;
import dev.waymark.gapmap.scoring.ScoringResult;
import dev.waymark.gapmap.scoring.SurveyAnswers;
import dev.waymark.http.Problem;
import dev.waymark.inbound.Known;
import dev.waymark.inbound.Neighbour;
import dev.waymark.inbound.Neighbours;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a gap map rests on but does not own: the persona's needs, journeys, providers and the tallied ratings. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Surroundings {

    /** The properties by which a map refers to something outside of it. */
    static final Set<String> REFERENCES = Set.of("personaId", "journeyId", "ownProviderId", "competitorIds");

    private final Neighbours neighbours;
    private final ProviderService providers;
    private final ScoreBook book;

    Surroundings(Neighbours neighbours, ProviderService providers, ScoreBook book) {
        this.neighbours = neighbours;
        this.providers = providers;
        this.book = book;
    }

    /** Finds what a map refers to; the id of a persona or journey that has not been heard of is taken at its word. */
    Optional<UUID> find(String property, Reference reference) {
        return switch (property) {
            case "personaId" -> known(KnownPersona.class, reference);
            case "journeyId" -> known(KnownJourney.class, reference);
            default -> providers.find(reference);
        };
    }

    private <T extends Neighbour> Optional<UUID> known(Class<T> type, Reference reference) {
        return reference.id() == null
                ? neighbours.findByKey(type, reference.key()).map(Known::id)
                : Optional.of(reference.id());
    }

    /**
     * For a map that begins to refer to its persona: no event about it may slip by until the map is stored.
     *
     * @throws Problem 409 if the persona has been deleted
     */
    void holdStill(GapMapDraft said) {
        var persona = said.personaId().id();
        neighbours.holdStill(persona);
        if (neighbours.find(KnownPersona.class, persona).filter(Known::deleted).isPresent()) {
            throw Problem.conflict("The persona " + persona + " has been deleted.");
        }
    }

    /**
     * For a map that begins to belong to a journey.
     *
     * @throws Problem 409 if the journey has been deleted; 422 if it is another persona's
     */
    void requireJourney(GapMapDraft said) {
        var journey = Optional.ofNullable(said.journeyId()).flatMap(r -> neighbours.find(KnownJourney.class, r.id()));
        if (journey.filter(Known::deleted).isPresent()) {
            throw Problem.conflict("The journey " + said.journeyId() + " has been deleted.");
        }
        if (journey.filter(known ->
                        !known.data().personaId().equals(said.personaId().id()))
                .isPresent()) {
            throw Problem.unknownReference(
                    "/journeyId", "The journey " + said.journeyId() + " is not one of the map's persona.");
        }
    }

    /** Puts the present scores, in short, on the map. */
    void score(GapMap map) {
        map.score(ValueGap.of(result(map, Slice.whole(map.id()), needs(map)), compared(map)));
    }

    /** Puts on the map what the neighbours know now. */
    void tell(GapMap map) {
        map.tell(GapMapContext.of(
                map,
                neighbours.find(KnownPersona.class, map.personaId()),
                Optional.ofNullable(map.content().journeyId())
                        .flatMap(r -> neighbours.find(KnownJourney.class, r.id())),
                neighbours.about(map.personaId(), KnownJourney.class)));
    }

    ScoresView scores(GapMap map, ScoresView.Question question, List<ProviderView> compared) {
        var needs = needs(map);
        return ScoresView.of(map, question, result(map, question.slice(), needs), needs, compared);
    }

    Priorities priorities(GapMap map, List<ProviderView> compared) {
        var needs = needs(map);
        return new Priorities(
                result(map, Slice.whole(map.id()), needs), map.content().scale(), needs, compared);
    }

    TrendView trend(GapMap map, TrendView.Question question, List<ProviderView> compared) {
        var needs = needs(map);
        var said = map.content();
        var settings = said.settings().forScoring();
        var asked =
                new ScoreBook.Asked(needs.stream().map(KnownPersona.Need::id).toList(), question.since());
        var trends = book.trends(question.slice(), said.scale(), settings, contestants(map), asked);
        return new TrendView(
                map.id(),
                question.slice().stageId(),
                question.slice().touchpointId(),
                question.since(),
                said.scale(),
                settings.confidence(),
                settings.minResponses(),
                compared.stream().map(ScoresView.Provider::of).toList(),
                IntStream.range(0, needs.size())
                        .mapToObj(i -> new TrendView.NeedTrend(ScoresView.Need.of(needs.get(i)), trends.get(i)))
                        .toList());
    }

    HeatmapView heatmap(GapMap map, ScoreBook.Cut cut, List<ProviderView> compared) {
        var said = map.content();
        var slice = cut.slice();
        var needs = needs(map);
        var importances = result(map, slice, needs).needs().stream()
                .map(score -> score.importance().value())
                .toList();
        var weighed = IntStream.range(0, needs.size())
                .mapToObj(i -> new ScoringInput.Need(needs.get(i).id(), importances.get(i)))
                .toList();
        var scored = book.byPlace(cut, said.scale(), said.settings().forScoring(), contestants(map), weighed);
        var columns = inOrder(map, cut.by(), scored.keySet());
        return new HeatmapView(
                map.id(),
                slice.months().from(),
                slice.months().to(),
                said.scale(),
                compared.stream().map(ScoresView.Provider::of).toList(),
                cut.by(),
                columns,
                IntStream.range(0, needs.size())
                        .mapToObj(i -> new HeatmapView.Row(
                                ScoresView.Need.of(needs.get(i)),
                                importances.get(i),
                                columns.stream()
                                        .map(column -> HeatmapView.Figures.of(
                                                scored.get(column.id()).get(i)))
                                        .toList()))
                        .toList());
    }

    private List<HeatmapView.Column> inOrder(GapMap map, Place by, Set<UUID> rated) {
        var known = stages(map)
                .flatMap(stage -> by == Place.STAGE
                        ? Stream.of(new HeatmapView.Column(stage.id(), stage.name(), stage.id(), stage.phase()))
                        : stage.touchpoints()
                                .map(each -> new HeatmapView.Column(each.id(), each.name(), stage.id(), stage.phase())))
                .filter(column -> rated.contains(column.id()))
                .toList();
        var gone = rated.stream()
                .filter(id -> known.stream().noneMatch(column -> column.id().equals(id)))
                .map(id -> new HeatmapView.Column(id, null, null, null));
        return Stream.concat(known.stream(), gone).toList();
    }

    /** @throws Problem 422 if the stage or touchpoint is neither of a journey of the map's persona nor rated in the map */
    void requirePlace(GapMap map, Slice slice) {
        var place = slice.placeId();
        if (place == null || book.rated(map.id(), place)) {
            return;
        }
        var known = stages(map)
                .flatMap(stage -> slice.touchpointId() == null
                        ? Stream.of(stage.id())
                        : stage.touchpoints().map(KnownJourney.Touchpoint::id));
        if (known.noneMatch(place::equals)) {
            var kind = slice.touchpointId() == null ? "stage" : "touchpoint";
            throw Problem.unknownReference(
                    kind,
                    "The " + kind + " " + place
                            + " is of no journey of the map's persona, and the map has no rating of it.");
        }
    }

    private Stream<KnownJourney.Stage> stages(GapMap map) {
        return neighbours.about(map.personaId(), KnownJourney.class).stream()
                .flatMap(journey -> journey.data().stages().stream());
    }

    RatedMap rated(GapMap map) {
        var said = map.content();
        return new RatedMap(
                map.id(),
                unrateable(map),
                said.scales(),
                said.settings(),
                needs(map),
                providers.all(),
                stages(map).toList());
    }

    private String unrateable(GapMap map) {
        if (map.status() == Status.ARCHIVED) {
            return "The gap map is archived: restore it before importing ratings.";
        }
        var persona = neighbours.find(KnownPersona.class, map.personaId());
        if (persona.isEmpty()) {
            return "The persona " + map.personaId() + " has not been heard of yet: its needs are not known.";
        }
        return persona.get().deleted() ? "The persona " + map.personaId() + " has been deleted." : null;
    }

    /** The scores of needs, in their order. */
    ScoringResult result(GapMap map, Slice slice, List<KnownPersona.Need> needs) {
        var settings = map.content().settings();
        return book.score(
                slice,
                map.content().scales(),
                settings.forScoring(),
                contestants(map),
                needs.stream()
                        .map(need -> new ScoringInput.Need(
                                need.id(), need.importance(), settings.dimension(need), SurveyAnswers.NONE))
                        .toList());
    }

    static Contestants contestants(GapMap map) {
        var ids = map.content().providerIds();
        return new Contestants(ids.getFirst(), ids.subList(1, ids.size()));
    }

    /** The own provider first, then its competitors in the map's order. */
    List<ProviderView> compared(GapMap map) {
        var ids = map.content().providerIds();
        return providers.named(ids).stream()
                .sorted(Comparator.comparing(provider -> ids.indexOf(provider.id())))
                .toList();
    }

    private List<KnownPersona.Need> needs(GapMap map) {
        return persona(map).map(KnownPersona::needs).orElse(List.of());
    }

    /** Empty if it has not been heard of, or has been deleted. */
    Optional<KnownPersona> persona(GapMap map) {
        return neighbours
                .find(KnownPersona.class, map.personaId())
                .filter(known -> !known.deleted())
                .map(Known::data);
    }
}
