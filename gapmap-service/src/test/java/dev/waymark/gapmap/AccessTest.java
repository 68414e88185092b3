package dev.waymark.gapmap;

import dev.waymark.refusals.AccessMatrix;
import dev.waymark.refusals.AccessSample;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nobody gets in where he should not: every operation, every kind of caller. */
@QuarkusTest
class AccessTest {

    @Test
    void everyOperationLetsInWhomItShould() {
        var fixture = GapMapFixture.make();
        var workspace = fixture.workspace();
        workspace.patch(fixture.path(), "{\"externalKey\": \"there\"}").statusCode(200);
        String provider = workspace
                .editor()
                .body("""
                        {"name": "Blue Line", "kind": "COMPETITOR",
                         "prices": [{"key": "spring", "date": "2026-03-01", "value": 30, "currency": "EUR"}]}""")
                .put("/v1/providers/by-key/there")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String upload = fixture.upload("""
                {"provider": "who", "needs": {"wifi": "%s"}}""".formatted(fixture.persona().needIds().getFirst()), "who,wifi\nown,4\n")
                .statusCode(201)
                .extract()
                .path("id");

        new AccessMatrix(
                        "gapmap-service",
                        new AccessSample(
                                workspace, Map.of("gap-maps", fixture.map(), "providers", provider, "imports", upload)))
                .isReviewed();
    }
}
