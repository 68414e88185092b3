package dev.waymark.journey;

import dev.waymark.journey.journey.JourneySample;
import dev.waymark.refusals.AccessMatrix;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Nobody gets in where he should not: every operation, every kind of caller. */
@QuarkusTest
class AccessTest {

    @Test
    void everyOperationLetsInWhomItShould() {
        new AccessMatrix("journey-service", JourneySample.make()).isReviewed();
    }
}
