package dev.waymark.journey;

import dev.waymark.fuzzing.Fuzzing;
import dev.waymark.journey.journey.JourneySample;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Whatever it is asked, it answers as its OpenAPI document says; what it refuses changes nothing. */
@QuarkusTest
class FuzzTest {

    @Test
    void thousandsOfRequestsFindNothing() throws Exception {
        new Fuzzing(JourneySample::make).findsNothing();
    }
}
