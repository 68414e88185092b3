package dev.waymark.gapmap;

import dev.waymark.refusals.AccessMatrix;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Nobody gets in where he should not: every operation, every kind of caller. */
@QuarkusTest
class AccessTest {

    @Test
    void everyOperationLetsInWhomItShould() {
        new AccessMatrix("gapmap-service", GapMapSample.make()).isReviewed();
    }
}
