package dev.waymark.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was released is kept: a breaking change needs a new version beside the old one. */
class ReleasedContractsTest {

    @ParameterizedTest
    @MethodSource("dev.waymark.contracts.Contract#released")
    void clientsGoOnWorking(Contract released) {
        assertThat(OpenApiChanges.between(
                        released.read("openapi.yaml"), today(released).read("openapi.yaml")))
                .as("Changes of the API of %s that break clients; a new path, below /v2 say, breaks nobody", released)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.waymark.contracts.Contract#released")
    void readersOfEventsGoOnWorking(Contract released) {
        assertThat(EventChanges.between(released, today(released)))
                .as("Changes of the events of %s that break readers; a new type, .v2 say, breaks nobody", released)
                .isEmpty();
    }

    private static Contract today(Contract released) {
        return new Contract(Contract.ROOT.resolve(released.service()));
    }
}
