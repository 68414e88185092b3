package dev.waymark.journey.journey;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever starts services anew when they are not alive does so when a channel has ended, whatever ended it. */
@QuarkusTest
@TestProfile(EndedChannelTest.Impatient.class)
class EndedChannelTest {

    @Inject
    Outage outage;

    @Test
    void withoutAChannelTheServiceIsNotAlive() {
        given().get("/q/health/live").then().statusCode(200);
        outage.begin(
                new Neighbourhood(TestWorkspace.fresh()),
                Stream.generate(UUID::randomUUID).limit(30).toList());
        await().atMost(Neighbourhood.SOON)
                .until(() -> given().get("/q/health/live").statusCode() == 503);
        given().get("/q/health/live")
                .then()
                .body("checks.find { it.status == 'DOWN' }.data.personas", containsString("committed offset"));
    }

    /** A consumer that does not wait for a broker that is away. */
    public static final class Impatient extends BrokerOfItsOwn {

        @Override
        public Map<String, String> getConfigOverrides() {
            var overrides = new HashMap<>(super.getConfigOverrides());
            overrides.put("mp.messaging.connector.smallrye-kafka.request.timeout.ms", "1000");
            overrides.put("mp.messaging.connector.smallrye-kafka.default.api.timeout.ms", "2000");
            return overrides;
        }
    }
}
