package dev.waymark.gapmap.scores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.gapmap.GapMapFixture;
import dev.waymark.gapmap.OwnerConnection;
import dev.waymark.testing.ServiceRole;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Whether a stage is rated is looked up in the index of the counts, under row-level security, whatever a map holds. */
@QuarkusTest
class StagePlansTest {

    @Test
    void aStageIsLookedUp() throws SQLException {
        var fixture = GapMapFixture.make();
        try (var owner = new OwnerConnection()) {
            for (var map : new String[] {fixture.map(), GapMapFixture.make().map()}) {
                owner.run("""
                        insert into frequency select workspace, id, uuidv7(), i % 20, uuidv7(), null, i % 5, 1
                        from gap_map, generate_series(1, 5000) i where id = '""" + map + "'");
            }
            owner.run("analyze frequency");
            owner.commit();
        }
        assertThat(ServiceRole.APP.plan(fixture.workspace().name(), Tallies.RATED))
                .contains("frequency_cell")
                .containsPattern("Index Cond: .*workspace = .*gap_map_id = \\$1.*stage_id = \\$2")
                .doesNotContain("Seq Scan");
    }
}
