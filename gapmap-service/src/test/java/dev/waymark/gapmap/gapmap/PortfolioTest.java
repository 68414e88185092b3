package dev.waymark.gapmap.gapmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.waymark.gapmap.GapMapFixture;
import dev.waymark.gapmap.PersonaNextDoor;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PortfolioTest {

    private static final String MAPPING =
            "{\"provider\": \"who\", \"needs\": {\"speed\": \"key:need-0\", \"calm\": \"key:need-1\"}}";
    private static final String FEW = "{\"minResponses\": 2}";

    @Test
    void personasCountAsMuchAsTheyMatter() {
        var fixture = GapMapFixture.make(FEW);
        var second = another(fixture);
        fixture.persona().matters(2, 9);
        second.persona().matters(2, 3);
        // Need 0 matters 8: one is better by 2 of 4, then worse by 1 of 4; need 1 matters 7 and is rated in one map
        // only.
        fixture.upload(MAPPING, "who,speed,calm\nown,1,3\nown,3,3\none,3,4\none,5,4\n")
                .statusCode(201);
        second.upload(MAPPING, "who,speed,calm\nown,4,\nown,2,\none,2,\none,2,\n")
                .statusCode(201);

        await().atMost(GapMapFixture.SOON)
                .untilAsserted(() -> portfolio(fixture).body("needs[0].parts.businessImportance", contains(9f, 3f)));

        var needs = portfolio(fixture)
                .body("needs.key", contains("need-0", "need-1"))
                .extract()
                .jsonPath();
        // (9·8·2/4 + 3·8·(−1)/4) / 12 = 2.5. Standard errors of the differences: √2 and 1, times 8/4.
        assertThat(needs.getDouble("needs[0].gap.value")).isCloseTo(2.5, within(1e-6));
        assertThat(needs.getDouble("needs[0].gap.standardError"))
                .isCloseTo(Math.hypot(9 * 2 * Math.sqrt(2), 3 * 2) / 12, within(1e-6));
        assertThat(needs.getList("needs[0].parts.gap", Float.class)).containsExactly(4f, -2f);
        // 7·1/4; the other map has no rating of it, and does not count.
        assertThat(needs.getDouble("needs[1].gap.value")).isCloseTo(1.75, within(1e-6));
        assertThat(needs.getDouble("needs[1].gap.weight")).isEqualTo(9);
        assertThat(needs.getList("needs[1].parts.gap")).containsExactly(1.75f, null);
    }

    /** Two maps of one persona share its weight; what too few said has none. */
    @Test
    void nobodyCountsTwiceAndNoHearsayCounts() {
        var fixture = GapMapFixture.make(FEW);
        var again = GapMapFixture.make(fixture.persona(), fixture.providers(), FEW);
        var second = another(fixture);
        fixture.persona().matters(2, 5);
        second.persona().matters(2, 5);
        // Gaps of 8·2/4 twice, and of 8·1/4.
        fixture.upload(MAPPING, "who,speed,calm\nown,1,\nown,3,\none,3,\none,5,\n")
                .statusCode(201);
        again.upload(MAPPING, "who,speed,calm\nown,1,3\nown,3,\none,3,5\none,5,\n")
                .statusCode(201);
        second.upload(MAPPING, "who,speed,calm\nown,2,\nown,4,\none,3,\none,5,\n")
                .statusCode(201);
        await().atMost(GapMapFixture.SOON).untilAsserted(() -> portfolio(fixture)
                .body("needs[0].parts.businessImportance", contains(5f, 5f, 5f)));

        var needs = portfolio(fixture).extract().jsonPath();
        assertThat(needs.getDouble("needs[0].gap.value")).isCloseTo(3, within(1e-6));
        assertThat(needs.getDouble("needs[0].gap.weight")).isEqualTo(10);
        portfolio(fixture).body("needs[1].gap.value", nullValue());
    }

    @Test
    void whatIsNotKnownDoesNotCount() {
        var fixture = GapMapFixture.make(FEW);
        fixture.upload(MAPPING, "who,speed,calm\nown,1,\nown,3,\none,3,\none,5,\n")
                .statusCode(201);
        portfolio(fixture)
                .body("needs", hasSize(2))
                .body("needs[0].parts[0].businessImportance", nullValue())
                .body("needs[0].gap.value", nullValue());

        fixture.workspace().editor().post(fixture.path() + "/archive").then().statusCode(200);

        portfolio(fixture).body("needs", hasSize(0));
    }

    private static GapMapFixture another(GapMapFixture fixture) {
        var persona = PersonaNextDoor.arrives(fixture.workspace(), 2);
        var second = GapMapFixture.make(persona, fixture.providers(), FEW);
        second.awaitAt("context.needs.size()", 2);
        assertThat(List.of(fixture.map(), second.map())).doesNotHaveDuplicates();
        return second;
    }

    private static ValidatableResponse portfolio(GapMapFixture fixture) {
        return fixture.workspace().viewer().get("/v1/portfolio").then().statusCode(200);
    }
}
