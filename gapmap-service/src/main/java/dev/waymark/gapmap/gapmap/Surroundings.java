package dev.waymark.gapmap.gapmap;

import dev.waymark.content.Reference;
import dev.waymark.document.Status;
import dev.waymark.gapmap.neighbour.KnownJourney;
import dev.waymark.gapmap.neighbour.KnownPersona;
import dev.waymark.gapmap.provider.ProviderService;
import dev.waymark.gapmap.provider.ProviderView;
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
import java.util.stream.Stream;

/** What a gap map rests on but does not own: the persona's needs, journeys and providers. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Surroundings {

    /** The properties by which a map refers to something outside of it. */
    static final Set<String> REFERENCES = Set.of("personaId", "journeyId", "ownProviderId", "competitorIds");

    private final Neighbours neighbours;
    private final ProviderService providers;

    Surroundings(Neighbours neighbours, ProviderService providers) {
        this.neighbours = neighbours;
        this.providers = providers;
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

    /** Puts on the map what the neighbours know now. */
    void tell(GapMap map) {
        map.tell(GapMapContext.of(
                map,
                neighbours.find(KnownPersona.class, map.personaId()),
                Optional.ofNullable(map.content().journeyId())
                        .flatMap(r -> neighbours.find(KnownJourney.class, r.id())),
                neighbours.about(map.personaId(), KnownJourney.class)));
    }

    /** Of all journeys of its persona. */
    Stream<KnownJourney.Stage> stages(GapMap map) {
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

    /** The own provider first, then its competitors in the map's order. */
    List<ProviderView> compared(GapMap map) {
        var ids = map.content().providerIds();
        return providers.named(ids).stream()
                .sorted(Comparator.comparing(provider -> ids.indexOf(provider.id())))
                .toList();
    }

    List<KnownPersona.Need> needs(GapMap map) {
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
