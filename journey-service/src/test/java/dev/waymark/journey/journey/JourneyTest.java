package dev.waymark.journey.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.waymark.document.Element;
import dev.waymark.http.EntityTag;
import dev.waymark.http.Problem;
import dev.waymark.http.ProblemDetails;
import dev.waymark.inbound.Known;
import dev.waymark.journey.map.Phase;
import dev.waymark.journey.map.Stage;
import dev.waymark.journey.map.Step;
import dev.waymark.journey.map.Touchpoint;
import dev.waymark.journey.neighbour.KnownAbout;
import dev.waymark.journey.neighbour.KnownPersona;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JourneyTest {

    private final UUID personaId = UUID.randomUUID();
    private final UUID need = UUID.randomUUID();

    @Test
    void elementsOfEveryLevelAreGivenAnId() {
        var journey = journey(stage("book", step("seat", touchpoint("map"))));

        assertThat(journey.elements()).hasSize(3).extracting(Element::id).doesNotContainNull();
    }

    @Test
    void elementsKeepTheirIdsByKeyAtEveryLevel() {
        var journey = journey(stage("book", step("seat", touchpoint("map"))));
        var before = ids(journey);

        journey.replace(draft(stage("book", step("seat", touchpoint("map")))));

        assertThat(ids(journey)).isEqualTo(before);
    }

    @Test
    void elementWithNoKeyKeepsItsIdIfTheCallerNamesIt() {
        var journey = journey(stage(null));
        var stage = journey.content().stages().getFirst();

        journey.replace(draft(stage("renamed").withId(stage.id())));

        assertThat(journey.content().stages())
                .singleElement()
                .satisfies(s -> assertThat(s.id()).isEqualTo(stage.id()))
                .satisfies(s -> assertThat(s.key()).isEqualTo("renamed"));
    }

    @Test
    void stepThatMovesToAnotherStageStaysTheSameStep() {
        var journey = journey(stage("search", step("seat", touchpoint("map"))), stage("book"));
        var step = journey.content().stages().getFirst().steps().getFirst();

        journey.replace(draft(stage("search"), stage("book", step("seat", touchpoint("map")))));

        var moved = journey.content().stages().getLast().steps().getFirst();
        assertThat(moved.id()).isEqualTo(step.id());
        assertThat(moved.touchpoints()).isEqualTo(step.touchpoints());
    }

    @Test
    void keysAreUniqueOverAllLevels() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> journey(stage("twice", step("seat", touchpoint("twice")))))
                .satisfies(problem -> assertThat(problem.details().status()).isEqualTo(400));
    }

    @Test
    void idsAreUniqueOverAllLevels() {
        var id = UUID.randomUUID();

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> journey(stage("book", step("seat").withId(id)).withId(id)));
    }

    @Test
    void journeyStaysWithItsPersona() {
        var journey = journey(stage("book"));
        var elsewhere = new JourneyDraft(null, UUID.randomUUID(), "Booking", null, List.of());

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> journey.replace(elsewhere))
                .satisfies(problem -> assertThat(problem.details().status()).isEqualTo(409));
    }

    @Test
    void draftThatSaysTheSameLeavesTheContentEqual() {
        var journey = journey(stage("book", step("seat", touchpoint("map"))));
        var before = journey.content();

        journey.replace(draft(stage("book", step("seat", touchpoint("map")))));

        assertThat(journey.content()).isEqualTo(before);
    }

    @Test
    void publishingWantsScenarioStagesAndPhases() {
        var bare = new Journey(new JourneyDraft(null, personaId, "Booking", null, null), heard(), Instant.EPOCH);
        assertThat(bare.missing())
                .extracting(ProblemDetails.Violation::pointer)
                .containsExactly("/scenario", "/stages");

        assertThat(journey(stage("book"), new Stage(null, null, "Fly", null, null, null, null, null))
                        .missing())
                .extracting(ProblemDetails.Violation::pointer)
                .containsExactly("/stages/1/phase");
        assertThat(journey(stage("book")).missing()).isEmpty();
    }

    @Test
    void newsOfTheNeighboursCountInTheContextOnly() {
        var journey = journey(stage("book"));

        journey.tell(heard("Traveller", need));

        assertThat(journey.entityTag()).isEqualTo(new EntityTag(1, 1));
        assertThat(journey.context().persona().name()).isEqualTo("Traveller");
        assertThat(journey.updatedAt()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void whatWasToldBeforeIsNoNews() {
        var journey = journey(stage("book"));
        journey.tell(heard("Traveller", need));

        journey.tell(heard("Traveller", need));

        assertThat(journey.entityTag()).isEqualTo(new EntityTag(1, 1));
    }

    @Test
    void needCountsForAStageIfOneOfItsStepsHoldsIt() {
        var journey =
                journey(stage("book", new Step(null, null, "Choose", null, List.of(need), null, null)), stage("fly"));

        journey.tell(heard("Traveller", need));

        assertThat(journey.context().needs().getFirst().stageIds())
                .containsExactly(journey.content().stages().getFirst().id());
    }

    @Test
    void needsAreNotCalledUnknownWhileThePersonaIs() {
        var journey = journey(stage("book", new Step(null, null, "Choose", null, List.of(need), null, null)));
        assertThat(journey.context().stages().getFirst().unknownNeedIds()).isEmpty();

        journey.tell(heard("Traveller"));

        assertThat(journey.context().stages().getFirst().unknownNeedIds()).containsExactly(need);
    }

    @Test
    void eventLeavesTheContextOut() {
        assertThat(((JourneyView) journey(stage("book")).told()).context()).isNull();
    }

    private Journey journey(Stage... stages) {
        return new Journey(draft(stages), heard(), Instant.EPOCH);
    }

    private JourneyDraft draft(Stage... stages) {
        return new JourneyDraft(null, personaId, "Booking", "At short notice", List.of(stages));
    }

    private KnownAbout heard() {
        return new KnownAbout(personaId, Optional.empty(), List.of());
    }

    private KnownAbout heard(String name, UUID... needs) {
        var said = Arrays.stream(needs)
                .map(id -> new KnownPersona.Need(id, "Work on the way", "FUNCTIONAL", 8.0))
                .toList();
        var persona = new KnownPersona(personaId, name, "PUBLISHED", said);
        return new KnownAbout(personaId, Optional.of(new Known<>(personaId, 1, persona)), List.of());
    }

    private static Stage stage(String key, Step... steps) {
        return new Stage(null, key, "Stage", Phase.PURCHASE, 0.5, null, null, List.of(steps));
    }

    private static Step step(String key, Touchpoint... touchpoints) {
        return new Step(null, key, "Step", null, null, 1, List.of(touchpoints));
    }

    private static Touchpoint touchpoint(String key) {
        return new Touchpoint(null, key, "Touchpoint", "app", null, null);
    }

    private static List<UUID> ids(Journey journey) {
        return journey.elements().stream().<UUID>map(Element::id).toList();
    }
}
