package dev.waymark.persona.persona;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.http.Problem;
import dev.waymark.http.ProblemDetails;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PersonaTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:15:00Z");

    @Test
    void needsGetIds() {
        var persona = persona(need(null, "wifi", "Work on the way"), need(null, null, "Feel expected"));

        assertThat(persona.content().needs())
                .extracting(Need::id)
                .doesNotContainNull()
                .doesNotHaveDuplicates();
    }

    @Test
    void aNeedIsMatchedByItsIdEvenUnderAnotherKey() {
        var persona = persona(need(null, "wifi", "Work on the way"));
        var id = persona.content().needs().getFirst().id();

        persona.replace(draft(need(id, "internet", "Be online")));

        assertThat(persona.content().needs()).containsExactly(need(id, "internet", "Be online"));
    }

    @Test
    void aNeedWithoutIdIsMatchedByItsKey() {
        var persona = persona(need(null, "wifi", "Work on the way"), need(null, "seat", "Sleep"));
        var ids = persona.content().needs().stream().map(Need::id).toList();

        persona.replace(draft(need(null, "seat", "Sleep well"), need(null, "wifi", "Work")));

        assertThat(persona.content().needs()).extracting(Need::id).containsExactly(ids.get(1), ids.get(0));
    }

    @Test
    void anIdWinsOverAKey() {
        var persona = persona(need(null, "wifi", "Work on the way"), need(null, "seat", "Sleep"));
        var seat = persona.content().needs().get(1).id();

        persona.replace(draft(need(seat, "wifi", "Sleep")));

        assertThat(persona.content().needs()).extracting(Need::id).containsExactly(seat);
    }

    @Test
    void aNeedWithNeitherIsNewAndWhatIsAbsentIsGone() {
        var persona = persona(need(null, null, "Work on the way"));
        var old = persona.content().needs().getFirst().id();

        persona.replace(draft(need(null, null, "Work on the way")));

        assertThat(persona.content().needs()).hasSize(1).extracting(Need::id).doesNotContain(old);
    }

    @Test
    void twoNeedsWithOneKeyAreRefused() {
        assertThatThrownBy(() -> persona(need(null, "wifi", "Work"), need(null, "wifi", "Play")))
                .isInstanceOf(Problem.class)
                .extracting(problem -> ((Problem) problem).details().status())
                .isEqualTo(400);
    }

    @Test
    void twoNeedsWithOneIdAreRefused() {
        var id = UUID.randomUUID();

        assertThatThrownBy(() -> persona(need(id, null, "Work"), need(id, null, "Play")))
                .isInstanceOf(Problem.class);
    }

    @Test
    void aReplacementThatSaysTheSameIsEqualContent() {
        var persona = persona(need(null, "wifi", "Work on the way"));
        var before = persona.content();

        persona.replace(draft(need(null, "wifi", "Work on the way")));

        assertThat(persona.content()).isEqualTo(before);
    }

    @Test
    void withoutNeedsGivenItHasNone() {
        var persona = new Persona(new PersonaDraft(null, "Somebody", null, null), NOW);

        assertThat(persona.content().needs()).isEmpty();
    }

    @Test
    void aPublishedPersonaNeedsAHeadlineAndANeed() {
        var bare = new Persona(new PersonaDraft(null, "Somebody", null, List.of()), NOW);

        assertThat(bare.missing()).extracting(ProblemDetails.Violation::pointer).containsExactly("/headline", "/needs");
        assertThat(persona(need(null, null, "Work")).missing()).isEmpty();
    }

    @Test
    void onlyNewsFromNeighboursChangesTheTagAndNeverTheVersion() {
        var persona = persona();
        var news = new PersonaContext(
                List.of(new PersonaContext.Journey(UUID.randomUUID(), "Booking", "DRAFT")), List.of());

        persona.tell(PersonaContext.EMPTY);
        var before = persona.entityTag();
        persona.tell(news);
        persona.tell(news);

        assertThat(before.header()).isEqualTo("\"1.0\"");
        assertThat(persona.entityTag().header()).isEqualTo("\"1.1\"");
    }

    @Test
    void whatIsToldLeavesOutWhatNeighboursKnow() {
        assertThat(((PersonaView) persona().told()).context()).isNull();
    }

    private static Persona persona(Need... needs) {
        return new Persona(draft(needs), NOW);
    }

    private static PersonaDraft draft(Need... needs) {
        return new PersonaDraft("crm-1", "Somebody", "A headline", Arrays.asList(needs));
    }

    private static Need need(UUID id, String key, String statement) {
        return new Need(id, key, statement, NeedKind.FUNCTIONAL, 5.0);
    }
}
