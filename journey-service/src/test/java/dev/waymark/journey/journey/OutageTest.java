package dev.waymark.journey.journey;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The broker is away for longer than Kafka's consumer waits by default. */
@QuarkusTest
@TestProfile(BrokerOfItsOwn.class)
class OutageTest {

    private static final Duration LONGER_THAN_A_MINUTE = Duration.ofSeconds(65);

    @Inject
    Outage outage;

    private final Neighbourhood neighbourhood = new Neighbourhood(TestWorkspace.fresh());

    @Test
    void whatWasFetchedAndWhatIsToldLaterIsTakenInWhenTheBrokerIsBack() {
        var before = Stream.generate(UUID::randomUUID).limit(30).toList();
        outage.begin(neighbourhood, before);
        await().during(LONGER_THAN_A_MINUTE)
                .atMost(LONGER_THAN_A_MINUTE.multipliedBy(2))
                .until(() -> given().get("/q/health").statusCode() == 200);
        BrokerOfItsOwn.start();
        var later = UUID.randomUUID();
        Outage.tell(neighbourhood, List.of(later));
        neighbourhood.awaitHeardOf(later);
        before.forEach(neighbourhood::awaitHeardOf);
    }
}
