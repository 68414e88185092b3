package dev.waymark.gapmap.gapmap;

import dev.waymark.document.Status;
import dev.waymark.gapmap.neighbour.KnownJourney;
import dev.waymark.gapmap.neighbour.KnownPersona;
import dev.waymark.gapmap.provider.ProviderService;
import dev.waymark.gapmap.provider.ProviderView;
import dev.waymark.gapmap.scores.Contestants;
import dev.waymark.gapmap.scores.ScoreBook;
import dev.waymark.gapmap.scores.Slice;
import dev.waymark.gapmap.scoring.ScoringResult;
import dev.waymark.http.Problem;
import dev.waymark.inbound.Known;
import dev.waymark.inbound.Neighbours;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** What a gap map rests on but does not own: the persona's needs, journeys, providers and the tallied ratings. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Surroundings {

    private final Neighbours neighbours;
    private final ProviderService providers;
    private final ScoreBook book;

    Surroundings(Neighbours neighbours, ProviderService providers, ScoreBook book) {
        this.neighbours = neighbours;
        this.providers = providers;
        this.book = book;
    }

    /**
     * For a map that begins to refer to its persona: no event about it may slip by until the map is stored.
     *
     * @throws Problem 409 if the persona has been deleted
     */
    void holdStill(GapMap map) {
        neighbours.holdStill(map.personaId());
        if (neighbours
                .find(KnownPersona.class, map.personaId())
                .filter(Known::deleted)
                .isPresent()) {
            throw Problem.conflict("The persona " + map.personaId() + " has been deleted.");
        }
    }

    /** @throws Problem 422 if the map names a provider that there is not; 400 if it names one twice */
    void requireProviders(GapMapContent said) {
        var ids = providersOf(said);
        var known = providers.named(ids).stream().map(ProviderView::id).toList();
        for (int i = 0; i < ids.size(); i++) {
            var pointer = i == 0 ? "/ownProviderId" : "/competitorIds/" + (i - 1);
            if (ids.indexOf(ids.get(i)) < i) {
                throw Problem.invalid(pointer, "names the same provider again");
            }
            if (!known.contains(ids.get(i))) {
                throw Problem.unknownReference(pointer, "There is no provider " + ids.get(i) + " in this workspace.");
            }
        }
    }

    /** Puts the present scores, in short, on the map. */
    void score(GapMap map, long responses) {
        map.score(ValueGap.of(result(map, Slice.whole(map.id()), needs(map)), compared(map)), responses);
    }

    /** Puts on the map what the neighbours know now. */
    void tell(GapMap map) {
        map.tell(GapMapContext.of(
                map.personaId(),
                neighbours.find(KnownPersona.class, map.personaId()),
                neighbours.about(map.personaId(), KnownJourney.class),
                map.gaps()));
    }

    ScoresView scores(GapMap map, Slice slice) {
        var needs = needs(map);
        return ScoresView.of(map, slice, result(map, slice, needs), needs, compared(map));
    }

    RatedMap rated(GapMap map) {
        var stages = neighbours.about(map.personaId(), KnownJourney.class).stream()
                .flatMap(journey -> journey.data().stages().stream())
                .toList();
        var said = map.said();
        return new RatedMap(
                map.id(), unrateable(map), said.scale(), said.settings(), needs(map), providers.all(), stages);
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

    private ScoringResult result(GapMap map, Slice slice, List<KnownPersona.Need> needs) {
        var said = map.said();
        var contestants = new Contestants(said.ownProviderId(), said.competitorIds());
        return book.score(slice, said.scale(), said.settings().forScoring(), contestants, needs);
    }

    /** The own provider first, then its competitors in the map's order. */
    private List<ProviderView> compared(GapMap map) {
        var ids = providersOf(map.said());
        return providers.named(ids).stream()
                .sorted(Comparator.comparing(provider -> ids.indexOf(provider.id())))
                .toList();
    }

    private static List<UUID> providersOf(GapMapContent said) {
        var ids = new ArrayList<UUID>();
        ids.add(said.ownProviderId());
        ids.addAll(said.competitorIds());
        return ids;
    }

    private List<KnownPersona.Need> needs(GapMap map) {
        return neighbours
                .find(KnownPersona.class, map.personaId())
                .filter(known -> !known.deleted())
                .map(Known::data)
                .map(KnownPersona::needs)
                .orElse(List.of());
    }
}
