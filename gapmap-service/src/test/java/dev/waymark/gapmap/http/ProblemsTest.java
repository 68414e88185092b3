package dev.waymark.gapmap.http;

import dev.waymark.refusals.Refusal;
import dev.waymark.refusals.RefusalCases;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks every kind of refusal: all have one shape, whichever layer refuses. */
@QuarkusTest
class ProblemsTest {

    private static final RefusalCases CASES = RefusalCases.of("/v1/providers", "\"kind\": \"OWN\"");

    static Stream<Refusal> refusals() {
        return CASES.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void isAProblemAndChangesNothing(Refusal refusal) {
        CASES.require(refusal);
    }
}
