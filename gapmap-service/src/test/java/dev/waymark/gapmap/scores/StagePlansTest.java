package dev.waymark.gapmap.scores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.gapmap.GapMapFixture;
import dev.waymark.gapmap.OwnerConnection;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.eclipse.microprofile.config.ConfigProvider;
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
        try (var app = app()) {
            work(
                    app,
                    "select set_config('waymark.workspace', '"
                            + fixture.workspace().name() + "', false)");

            // For values that are not known yet: the worst that a prepared statement can come to.
            var plan = work(
                    app,
                    "explain (generic_plan) "
                            + Tallies.RATED.replaceFirst("\\?", "\\$1").replaceFirst("\\?", "\\$2"));

            assertThat(plan)
                    .contains("frequency_cell")
                    .containsPattern("Index Cond: .*workspace = .*gap_map_id = \\$1.*stage_id = \\$2")
                    .doesNotContain("Seq Scan");
        }
    }

    private static String work(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var lines = new StringBuilder();
            while (rows.next()) {
                lines.append(rows.getString(1)).append('\n');
            }
            return lines.toString();
        }
    }

    /** In simple mode, so that a {@code $1} that is to be explained gets to the server as it is. */
    private static Connection app() throws SQLException {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class) + "?preferQueryMode=simple",
                config.getValue("quarkus.datasource.username", String.class),
                config.getValue("quarkus.datasource.password", String.class));
    }
}
