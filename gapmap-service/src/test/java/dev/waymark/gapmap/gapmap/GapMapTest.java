package dev.waymark.gapmap.gapmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        var bare = new GapMap(new GapMapDraft(null, "Bare", PERSONA, OWN, null, null, null), Instant.EPOCH);

        assertThat(bare.said().scale()).isEqualTo(Scale.of("1", "5", "1"));
        assertThat(bare.said().competitorIds()).isEmpty();
        assertThat(bare.said().settings().confidence()).isEqualTo(0.95);
        assertThat(bare.said().settings().missing()).isEmpty();
        assertThat(bare.responses()).isZero();
    }

    @Test
    void scaleIsFreeUntilThereAreRatings() {
        map.replace(draft(PERSONA, Scale.of("0", "10", "1"), outcome("0", "1")));
        map.score(List.of(gap(1)), 1);

        map.replace(draft(PERSONA, Scale.of("0.0", "10", "1.0"), outcome("0", "1")));
        assertThatThrownBy(() -> map.replace(draft(PERSONA, Scale.of("1", "5", "1"), outcome("0", "1"))))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("scale");
    }

    @Test
    void rangeOfTheOutcomeIsFreeUntilThereAreRatings() {
        map.replace(draft(PERSONA, null, outcome("1", "10")));
        map.score(List.of(gap(1)), 1);

        map.replace(draft(PERSONA, null, outcome("1.0", "10.00")));
        map.replace(draft(PERSONA, null, new Outcome("another word", new BigDecimal(1), new BigDecimal(10))));
        assertThatThrownBy(() -> map.replace(draft(PERSONA, null, outcome("0", "10"))))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("outcome");
        assertThatThrownBy(() -> map.replace(draft(PERSONA, null, null)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("outcome");
    }

    @Test
    void anOutcomeCanBeAddedLater() {
        map.replace(draft(PERSONA, null, null));
        map.score(List.of(gap(1)), 1);

        map.replace(draft(PERSONA, null, outcome("1", "10")));

        assertThat(map.said().settings().outcome()).isEqualTo(outcome("1", "10"));
    }

    @Test
    void personaStays() {
        assertThatThrownBy(() -> map.replace(draft(UUID.randomUUID(), null, null)))
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
        var unheardOf = GapMapContext.of(PERSONA, Optional.empty(), List.of(), List.of());
        map.tell(unheardOf);
        var tag = map.entityTag();

        map.tell(GapMapContext.of(PERSONA, Optional.empty(), List.of(), List.of()));
        assertThat(map.entityTag()).isEqualTo(tag);
        assertThat(map.context().persona().status()).isEqualTo("UNRESOLVED");

        map.tell(GapMapContext.of(PERSONA, Optional.of(new Known<>(PERSONA, 2, null)), List.of(), List.of()));
        assertThat(map.entityTag()).isNotEqualTo(tag);
        assertThat(map.context().persona().status()).isEqualTo("DELETED");
        assertThat(map.version()).isEqualTo(1);
    }

    @Test
    void aNeedIsRatedOnceSomebodyRatedIt() {
        var persona = new KnownPersona(
                PERSONA, "Traveller", "DRAFT", List.of(new KnownPersona.Need(NEED, null, "Rest", "FUNCTIONAL", null)));
        var known = Optional.of(new Known<>(PERSONA, 1, persona));

        assertThat(GapMapContext.of(PERSONA, known, List.of(), List.of(gap(0))).needs())
                .extracting(GapMapContext.Need::rated)
                .containsExactly(false);
        assertThat(GapMapContext.of(PERSONA, known, List.of(), List.of(gap(1))).needs())
                .extracting(GapMapContext.Need::rated)
                .containsExactly(true);
    }

    private static GapMapDraft draft(UUID persona, Scale scale, Outcome outcome) {
        var settings = new Settings(null, null, null, null, null, outcome, null);
        return new GapMapDraft(null, "Lounges", persona, OWN, List.of(RIVAL), scale, settings);
    }

    private static Outcome outcome(String min, String max) {
        return new Outcome("recommended", new BigDecimal(min), new BigDecimal(max));
    }

    private static ValueGap gap(long responses) {
        return new ValueGap(NEED, Verdict.INSUFFICIENT, responses, null, null, null, null, null, null);
    }
}
