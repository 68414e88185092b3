package dev.waymark.gapmap.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.waymark.gapmap.GapMapFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two hundred thousand responses in one file. */
@QuarkusTest
class BigImportTest {

    private static final int ROWS = 200_000;
    private static final String MAPPING = """
            {"provider": "who", "respondent": "id", "date": "day", "outcome": "again",
             "needs": {"speed": "key:need-0", "calm": "key:need-1"}}""";

    @TempDir
    private Path folder;

    @Test
    void isImportedInReasonableTime() throws IOException {
        var fixture = GapMapFixture.make();
        var file = folder.resolve("big.csv");
        write(file);
        var begun = Instant.now();

        fixture.workspace()
                .editor()
                .contentType(ContentType.MULTIPART)
                .multiPart("mapping", MAPPING, "application/json")
                .multiPart("file", file.toFile(), "text/csv")
                .post(fixture.path() + "/imports")
                .then()
                .statusCode(201)
                .body("report.imported", equalTo(ROWS));

        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(60));
        fixture.assertFigure(0, "own.n", ROWS / 2.0);
        // Speed goes round 1 2 3 4 5: every value equally often on both sides.
        fixture.assertFigure(0, "own.mean", 3);
        fixture.assertFigure(0, "competitors[0].mean", 3);
        fixture.assertFigure(0, "importance.derived.n", ROWS);
    }

    private static void write(Path file) throws IOException {
        try (var csv = Files.newBufferedWriter(file)) {
            csv.write("id,who,day,speed,calm,again,remark\n");
            for (int i = 0; i < ROWS; i++) {
                csv.write("r%d,%s,2026-%02d-15,%d,%d,%d,\"nothing, really\"\n"
                        .formatted(i, i % 2 == 0 ? "own" : "one", 1 + i % 12, 1 + i % 5, 1 + i % 3, i % 2));
            }
        }
    }
}
