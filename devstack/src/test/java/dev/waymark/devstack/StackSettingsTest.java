package dev.waymark.devstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StackSettingsTest {
    @Test
    void theEnvironmentOverridesTheFile() {
        var settings = StackSettings.load(Map.of("WAYMARK_PERSONA_PORT", "9081"));
        assertThat(settings.port("PERSONA_PORT")).isEqualTo(9081);
        assertThat(settings.port("JOURNEY_PORT")).isEqualTo(8082);
    }

    @Test
    void aPortThatIsNoneIsRefusedByName() {
        for (var nonsense : new String[] {"eighty", "70000", "-1", ""}) {
            var settings = StackSettings.load(Map.of("WAYMARK_KAFKA_PORT", nonsense));
            assertThatThrownBy(() -> settings.port("KAFKA_PORT")).hasMessageStartingWith("WAYMARK_KAFKA_PORT is not");
        }
    }

    @Test
    void everyPasswordOfTheRolesScriptIsInTheFile() {
        var statements =
                new RolesScript(StackSettings.load(Map.of("WAYMARK_PERSONA_APP_PASSWORD", "it's"))).statements();
        assertThat(statements).anySatisfy(sql -> assertThat(sql).contains("persona_app", "password 'it''s'"));
        assertThat(statements).noneSatisfy(sql -> assertThat(sql).contains(":'"));
    }
}
