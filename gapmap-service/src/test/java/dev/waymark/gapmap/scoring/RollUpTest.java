package dev.waymark.gapmap.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.waymark.gapmap.scoring.RollUp.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

class RollUpTest {

    /** (9·2 + 3·(−1)) / 12 = 1.25; √((9·0.4)² + (3·0.8)²) / 12 = 0.3605551; 1.959964 of that on both sides. */
    @Test
    void weightsAndErrorsAreCarriedThrough() {
        var together = RollUp.of(List.of(new Part(9, 2, 0.4), new Part(3, -1, 0.8)), 0.95);
        assertThat(together.weight()).isEqualTo(12);
        assertThat(together.value()).isCloseTo(1.25, within(1e-12));
        assertThat(together.standardError()).isCloseTo(0.360555127546, within(1e-12));
        assertThat(together.ci().low()).isCloseTo(0.543324935, within(1e-8));
        assertThat(together.ci().high()).isCloseTo(1.956675065, within(1e-8));
    }

    @Test
    void onePartIsItself() {
        var alone = RollUp.of(List.of(new Part(0.5, 2, 0.4), new Part(0, 100, null)), 0.95);
        assertThat(alone.value()).isEqualTo(2);
        assertThat(alone.standardError()).isCloseTo(0.4, within(1e-12));
    }

    @Test
    void whatIsNotKnownStaysUnknown() {
        var uncertain = RollUp.of(List.of(new Part(1, 2, 0.4), new Part(1, 4, null)), 0.95);
        assertThat(uncertain.value()).isEqualTo(3);
        assertThat(uncertain.standardError()).isNull();
        assertThat(uncertain.ci()).isNull();
        assertThat(RollUp.of(List.of(), 0.95)).isEqualTo(new RollUp(0, null, null, null));
        assertThat(RollUp.of(List.of(new Part(0, 2, 0.4)), 0.95).value()).isNull();
    }
}
