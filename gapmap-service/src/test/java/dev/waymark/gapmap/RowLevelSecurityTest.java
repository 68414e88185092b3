package dev.waymark.gapmap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.testing.ServiceRole;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** A table that the application may touch shows it the rows of one workspace only. */
@QuarkusTest
class RowLevelSecurityTest {

    @Test
    void isOnForEveryTableOfTheApplication() throws SQLException {
        assertThat(ServiceRole.APP.tables(true)).contains("gap_map", "revision", "outbox", "neighbour");
        assertThat(ServiceRole.APP.tables(false))
                .as("read only, and of no workspace")
                .containsExactly("flyway_schema_history");
    }
}
