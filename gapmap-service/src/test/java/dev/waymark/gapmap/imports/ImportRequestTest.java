package dev.waymark.gapmap.imports;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.waymark.gapmap.GapMapFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests and files as people really send them. */
@QuarkusTest
class ImportRequestTest {

    private static final String MAPPING =
            "{\"provider\": \"who\", \"date\": \"day\", \"needs\": {\"speed\": \"key:need-0\"}, \"outcome\": \"again\"}";
    private static final String CSV = "who,day,speed,again\nown,2026-01-05,5,1\n";

    private GapMapFixture fixture;

    @BeforeEach
    void makeAMap() {
        fixture = GapMapFixture.make();
    }

    @Test
    void aMissingPartIsNamed() {
        refused(form().multiPart("file", "r.csv", bytes(CSV), "text/csv"), "mapping");
        refused(form().multiPart("mapping", MAPPING, "application/json"), "file");
        refused(form().multiPart("something", "else"), "mapping");
        fixture.workspace()
                .editor()
                .body("{}")
                .post(fixture.path() + "/imports")
                .then()
                .statusCode(415);
    }

    @Test
    void aMalformedMappingIsRefusedWithPointers() {
        malformed(MAPPING.replace("outcome", "outcom"), "/outcom");
        malformed(MAPPING.replace("\"who\"", "\" \""), "/provider");
        malformed(MAPPING.replace("\"who\"", "[1]"), "/provider");
        malformed(MAPPING.replace("{\"speed\": \"key:need-0\"}", "{}"), "/needs");
        malformed("{\"provider\": ", "/provider");
        fixture.upload(MAPPING.replace("\"day\"", "\"date\""), CSV)
                .statusCode(400)
                .body("errors.pointer", contains("/date"));
        fixture.upload(MAPPING.replace("speed", "a/b~c"), CSV)
                .statusCode(400)
                .body("errors.pointer", contains("/needs/a~1b~0c"));
        fixture.upload(MAPPING.replace("key:need-0", "key:null"), CSV).statusCode(422);
    }

    @Test
    void theMappingMayComeAsAFileOrWithoutAType() {
        form().multiPart("mapping", MAPPING)
                .multiPart("file", "r.csv", bytes(CSV), "application/octet-stream")
                .post(fixture.path() + "/imports")
                .then()
                .statusCode(201);
        form().multiPart("mapping", "mapping.json", bytes(MAPPING), "application/json")
                .multiPart("file", "r.csv", bytes(CSV), "text/csv")
                .post(fixture.path() + "/imports")
                .then()
                .statusCode(200);
    }

    @Test
    void aLongMappingIsTaken() {
        var codes = IntStream.range(0, 900).mapToObj(i -> "\"" + i + "000\"").collect(Collectors.joining(","));
        fixture.upload(MAPPING.replace("\"outcome\"", "\"missing\": {\"speed\": [" + codes + "]}, \"outcome\""), CSV)
                .statusCode(201);
    }

    @Test
    void filesOfEveryOriginAreRead() {
        fixture.upload(MAPPING, "\uFEFF\"who\",day,speed,again,,\r\nown,2026-01-05,5,1,,\r\n\r\nown,,4,,,\r\n\r\n")
                .statusCode(201)
                .body("report.rows", equalTo(2))
                .body("report.imported", equalTo(2))
                .body("report.refused", equalTo(0));
        fixture.upload(MAPPING, "who,day,speed,again\n").statusCode(201).body("report.rows", equalTo(0));
        fixture.read().body("responses", equalTo(2)).body("version", equalTo(2));
    }

    @Test
    void whatIsNoSuchFileIsRefused() {
        for (var csv : new String[] {
            "",
            "who,day,speed,speed,again\n",
            "\"who\"x,day,speed,again\n",
            "who,day,speed,again\nown,\"2026\"x,5,1\n",
            "who,day,speed,again\nown,\"2026-01-05,5,1\n"
        }) {
            fixture.upload(MAPPING, csv)
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("file"))
                    .body("errors[0].detail", not(containsString("Exception")));
        }
    }

    @Test
    void whatTheFileWasTakenForIsTold() {
        form().multiPart("mapping", MAPPING, "application/json")
                .multiPart(
                        "file",
                        "r.csv",
                        "day;café;who;speed;again\n2026-01-05;é;own;4,0;1\n".getBytes(StandardCharsets.ISO_8859_1),
                        "text/csv")
                .post(fixture.path() + "/imports")
                .then()
                .statusCode(201)
                .body("report.imported", equalTo(1))
                .body("report.format.kind", equalTo("CSV"))
                .body("report.format.encoding", equalTo("windows-1252"))
                .body("report.format.delimiter", equalTo(";"))
                .body("report.format.quote", equalTo("\""));
        fixture.assertFigure(0, "own.mean", 4);
        fixture.upload(MAPPING, "{\"who\": \"own\", \"speed\": 2, \"again\": false, \"day\": \"2026-01-06\"}\n")
                .statusCode(201)
                .body("report.format.kind", equalTo("NDJSON"))
                .body("report.format", not(hasKey("delimiter")));
        fixture.assertFigure(0, "own.mean", 3);
        fixture.upload(MAPPING, "{\"who\": \"own\", \"speed\": 2}\n{\"who\": \"own\", \"speed\": 3, \"day\": null}\n")
                .statusCode(400)
                .body("errors.pointer", contains("/outcome"));
        fixture.assertFigure(0, "own.n", 2);
    }

    @Test
    void aDryRunTellsWhatWouldComeOfItAndChangesNothing() {
        var dry = fixture.path() + "/imports?dryRun=true";
        var csv = CSV + "own,2026-01-06,9,1\n";
        for (var twice = 0; twice < 2; twice++) {
            form().multiPart("mapping", MAPPING, "application/json")
                    .multiPart("file", "r.csv", bytes(csv), "text/csv")
                    .post(dry)
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("DRY_RUN"))
                    .body("", not(hasKey("id")))
                    .body("report.imported", equalTo(1))
                    .body("report.refusals.line", contains(3));
        }
        fixture.read().body("responses", equalTo(0)).body("version", equalTo(1));
        fixture.scores().body("scores[0].own.n", equalTo(0));

        fixture.upload(MAPPING, csv).statusCode(201).body("report.imported", equalTo(1));

        form().multiPart("mapping", MAPPING, "application/json")
                .multiPart("file", "r.csv", bytes(csv), "text/csv")
                .post(dry)
                .then()
                .statusCode(200)
                .body("status", equalTo("COMPLETED"));
        fixture.assertFigure(0, "own.n", 1);
    }

    /** 64 MiB in some 64 KiB. */
    @Test
    void whatIsPackedIsNotUnpacked() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write("who,day,speed,again\n".getBytes(StandardCharsets.UTF_8));
            for (var i = 0; i < 64; i++) {
                gzip.write("own,2026-01-05,5,1\n".repeat(55_000).getBytes(StandardCharsets.UTF_8));
            }
        }
        form().multiPart("mapping", MAPPING, "application/json")
                .multiPart(new MultiPartSpecBuilder(packed.toByteArray())
                        .controlName("file")
                        .fileName("r.csv.gz")
                        .mimeType("text/csv")
                        .header("Content-Encoding", "gzip")
                        .build())
                .post(fixture.path() + "/imports")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("file"))
                .body("errors[0].detail", containsString("UTF-8"));
        fixture.read().body("responses", equalTo(0));
    }

    @Test
    void aHugeFieldIsRefusedBeforeItFillsTheMemory() {
        fixture.upload(MAPPING, "who,day,speed,again\nown,2026-01-05,\"" + "5".repeat(3_000_000) + "\",1\n")
                .statusCode(400)
                .body("errors[0].detail", containsString("too long"));
    }

    @Test
    void oddRowsAreRefusedOneByOne() {
        fixture.upload(MAPPING, """
                        who,day,speed,again
                        own,2026-01-05,5,1
                        o\0n,2026-01-05,5,1
                        %s\uD83D\uDE00,2026-01-05,5,1
                        own,+999999-01-05,5,1
                        own,0000-01-05,5,1
                        own,-0044-03-15,5,1
                        own,2026-02-30,5,1
                        own,2026-01-05,5,1e-999999999
                        own,2026-01-05,1e-999999999,1
                        own,2026-01-05,100E2147483647,1
                        own,2026-01-05,5
                        own,2026-01-05,5,1,
                        """.formatted("x".repeat(39)))
                .statusCode(201)
                .body("report.imported", equalTo(1))
                .body("report.refusals.line", contains(3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13))
                .body("report.refusals[9].reason", containsString("has 3 values, the header has 4"));
        fixture.upload(MAPPING, "who,day,speed,again\n" + "nobody,,1,1\n".repeat(150))
                .body("report.refused", equalTo(150))
                .body("report.refusals", hasSize(100));
    }

    @Test
    void aRepeatChangesNothingEvenIfTheScoresWouldBeOthers() {
        fixture.put(fixture.draft().replace("\"settings\": {", "\"settings\": {\"minResponses\": 1,"));
        fixture.upload(MAPPING, CSV).statusCode(201);
        fixture.persona().values(2, 3);
        fixture.awaitAt("context.needs[0].importance", 3f);

        fixture.upload(MAPPING, CSV).statusCode(200);

        fixture.read().body("version", equalTo(3));
    }

    @Test
    void anImportIsReadUnderItsMapOnly() {
        String id = fixture.upload(MAPPING, CSV).statusCode(201).extract().path("id");
        var viewer = fixture.workspace();
        viewer.viewer().get(fixture.path() + "/imports/" + id).then().statusCode(200);
        viewer.viewer()
                .get(fixture.path() + "/imports/" + UUID.randomUUID())
                .then()
                .statusCode(404);
        viewer.viewer()
                .get("/v1/gap-maps/" + UUID.randomUUID() + "/imports/" + id)
                .then()
                .statusCode(404);
    }

    private void malformed(String mapping, String pointer) {
        fixture.upload(mapping, CSV)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo(pointer))
                .body(not(containsString("dev.waymark")));
    }

    private void refused(RequestSpecification request, String part) {
        request.post(fixture.path() + "/imports")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo(part));
    }

    private RequestSpecification form() {
        return fixture.workspace().editor().contentType(ContentType.MULTIPART);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
