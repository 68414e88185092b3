package dev.waymark.gapmap.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.waymark.gapmap.GapMapFixture;
import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import of minutes can be watched and broken off. */
@QuarkusTest
class RunningImportTest {

    /** So many that nobody has read them before somebody else has said stop. */
    private static final int ROWS = 4_000_000;

    private static final String MAPPING = "{\"provider\": \"who\", \"needs\": {\"speed\": \"key:need-0\"}}";

    @TempDir
    private Path folder;

    @Test
    void aLongImportIsWatchedAndBrokenOff() throws IOException {
        var fixture = GapMapFixture.make();
        var file = write();
        running(fixture).statusCode(200).body("phase", equalTo("IDLE"));

        var upload = CompletableFuture.supplyAsync(() -> fixture.workspace()
                .editor()
                .contentType(ContentType.MULTIPART)
                .multiPart("mapping", MAPPING, "application/json")
                .multiPart("file", file.toFile(), "text/csv")
                .post(fixture.path() + "/imports")
                .then());
        await().atMost(GapMapFixture.SOON.multipliedBy(4))
                .untilAsserted(() -> assertThat(running(fixture).extract().<Integer>path("rows"))
                        .isNotNull()
                        .isPositive());
        running(fixture).statusCode(200).body("phase", equalTo("READING"));
        cancel(TestWorkspace.fresh().editor(), fixture).statusCode(404);
        cancel(fixture.workspace().viewer(), fixture).statusCode(403);
        cancel(fixture.workspace().editor(), fixture).statusCode(204);

        upload.join().statusCode(409).body("detail", containsString("cancelled"));
        running(fixture).statusCode(200).body("phase", equalTo("IDLE"));
        cancel(fixture.workspace().editor(), fixture).statusCode(204);
        fixture.read().body("responses", equalTo(0)).body("version", equalTo(1));
        fixture.upload(MAPPING, "who,speed\nown,3\n").statusCode(201);
        fixture.assertFigure(0, "own.n", 1);
    }

    private Path write() throws IOException {
        var file = folder.resolve("long.csv");
        try (var csv = Files.newBufferedWriter(file)) {
            csv.write("who,speed\n");
            for (var i = 0; i < ROWS; i++) {
                csv.write(i % 2 == 0 ? "own,4\n" : "one,3\n");
            }
        }
        return file;
    }

    private static ValidatableResponse running(GapMapFixture fixture) {
        return fixture.workspace()
                .viewer()
                .get(fixture.path() + "/running-import")
                .then();
    }

    private static ValidatableResponse cancel(RequestSpecification as, GapMapFixture fixture) {
        return as.post(fixture.path() + "/running-import/cancel").then();
    }
}
