package dev.waymark.gapmap.gapmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.content.Reference;
import dev.waymark.gapmap.neighbour.KnownPersona;
import dev.waymark.gapmap.scoring.Scale;
import dev.waymark.gapmap.scoring.Verdict;
import dev.waymark.http.Problem;
import dev.waymark.inbound.Known;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GapMapTest {

    private static final UUID PERSONA = UUID.randomUUID();
    private static final UUID OWN = UUID.randomUUID();
    private static final UUID RIVAL = UUID.randomUUID();
    private static final UUID NEED = UUID.randomUUID();

    private final GapMap map = new GapMap(draft(PERSONA, null, outcome("0", "1")), Instant.EPOCH);

    @Test
    void whatIsLeftOutHasItsDefault() {
        var bare = new GapMap(draft("Bare", PERSONA, null, null, null), Instant.EPOCH);

        assertThat(bare.content().scale()).isEqualTo(Scale.of("1", "5", "1"));
        assertThat(bare.content().competitorIds()).isEmpty();
        assertThat(bare.content().settings().confidence()).isEqualTo(0.95);
        assertThat(bare.content().settings().missing()).isEmpty();
        assertThat(bare.responses()).isZero();
    }

    @Test
    void scaleIsFreeUntilThereAreRatings() {
        map.say(draft(PERSONA, Scale.of("0", "10", "1"), outcome("0", "1")));
        map.rate(1);

        map.say(draft(PERSONA, Scale.of("0.0", "10", "1.0"), outcome("0", "1")));
        assertThatThrownBy(() -> map.say(draft(PERSONA, Scale.of("1", "5", "1"), outcome("0", "1"))))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("scale");
    }

    @Test
    void rangeOfTheOutcomeIsFreeUntilThereAreRatings() {
        map.say(draft(PERSONA, null, outcome("1", "10")));
        map.rate(1);

        map.say(draft(PERSONA, null, outcome("1.0", "10.00")));
        map.say(draft(PERSONA, null, new Outcome("another word", new BigDecimal(1), new BigDecimal(10))));
        assertThatThrownBy(() -> map.say(draft(PERSONA, null, outcome("0", "10"))))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("outcome");
        assertThatThrownBy(() -> map.say(draft(PERSONA, null, null)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("outcome");
    }

    @Test
    void anOutcomeCanBeAddedLater() {
        map.say(draft(PERSONA, null, null));
        map.rate(1);

        map.say(draft(PERSONA, null, outcome("1", "10")));

        assertThat(map.content().settings().outcome()).isEqualTo(outcome("1", "10"));
    }

    @Test
    void personaStays() {
        assertThatThrownBy(() -> map.say(draft(UUID.randomUUID(), null, null)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("persona");
    }

    @Test
    void equalOutcomesAreEqualHoweverTheyWereWritten() {
        assertThat(outcome("0.0", "1.00")).isEqualTo(outcome("0", "1"));
        assertThatThrownBy(() -> outcome("1", "1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> outcome("0", "1e999999999")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> outcome("1e-999999999", "1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void outcomesOfMoreThanSixDecimalsAreNone() {
        var outcome = outcome("0", "1");

        assertThat(outcome.allows(new BigDecimal("0.000001"))).isTrue();
        assertThat(outcome.allows(new BigDecimal("0.50000000"))).isTrue();
        assertThat(outcome.allows(new BigDecimal("1e-999999999"))).isFalse();
        assertThat(outcome.allows(new BigDecimal("1.1"))).isFalse();
        assertThat(outcome.allows(new BigDecimal("-1"))).isFalse();
    }

    @Test
    void onlyNewsCountsAsContext() {
        var unheardOf = GapMapContext.of(map, Optional.empty(), Optional.empty(), List.of());
        map.tell(unheardOf);
        var tag = map.entityTag();

        map.tell(GapMapContext.of(map, Optional.empty(), Optional.empty(), List.of()));
        assertThat(map.entityTag()).isEqualTo(tag);
        assertThat(map.context().persona().status()).isEqualTo("UNRESOLVED");

        map.tell(GapMapContext.of(map, Optional.of(new Known<>(PERSONA, 2, null)), Optional.empty(), List.of()));
        assertThat(map.entityTag()).isNotEqualTo(tag);
        assertThat(map.context().persona().status()).isEqualTo("DELETED");
        assertThat(map.version()).isEqualTo(1);
    }

    @Test
    void aNeedIsRatedOnceSomebodyRatedIt() {
        var persona = new KnownPersona(
                PERSONA,
                "traveller",
                "Traveller",
                "DRAFT",
                null,
                List.of(new KnownPersona.Need(NEED, null, "Rest", "FUNCTIONAL", null)));
        var known = Optional.of(new Known<>(PERSONA, 1, persona));

        map.score(List.of(gap(0)));
        assertThat(GapMapContext.of(map, known, Optional.empty(), List.of()).needs())
                .extracting(GapMapContext.Need::rated)
                .containsExactly(false);
        map.score(List.of(gap(1)));
        assertThat(GapMapContext.of(map, known, Optional.empty(), List.of()).needs())
                .extracting(GapMapContext.Need::rated)
                .containsExactly(true);
    }

    private static GapMapDraft draft(UUID persona, Scale scale, Outcome outcome) {
        var settings = new Settings(null, null, null, null, null, outcome, null, null, null, null, null);
        return draft("Lounges", persona, List.of(Reference.to(RIVAL)), scale, settings);
    }

    private static GapMapDraft draft(
            String name, UUID persona, List<Reference> competitors, Scale scale, Settings settings) {
        return new GapMapDraft(
                null,
                name,
                null,
                Reference.to(persona),
                null,
                null,
                Reference.to(OWN),
                competitors,
                scale,
                settings,
                null,
                null,
                null);
    }

    private static Outcome outcome(String min, String max) {
        return new Outcome("recommended", new BigDecimal(min), new BigDecimal(max));
    }

    private static ValueGap gap(long responses) {
        return new ValueGap(NEED, Verdict.INSUFFICIENT, responses, null, null, null, null, null, null);
    }
}
