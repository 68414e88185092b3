package dev.waymark.journey.journey;

import static dev.waymark.journey.journey.Neighbourhood.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.waymark.testing.TestWorkspace;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/** Journeys of one workspace over HTTP. */
record JourneyClient(TestWorkspace workspace) {

    static final String PATH = "/v1/journeys";

    /** @return where it is */
    String create(UUID personaId, UUID... needIds) {
        return post(draft(personaId, needIds)).statusCode(201).extract().header("Location");
    }

    ValidatableResponse post(String body) {
        return workspace.editor().body(body).post(PATH).then();
    }

    ValidatableResponse read(String journey) {
        return workspace.viewer().get(journey).then().statusCode(200);
    }

    ValidatableResponse put(String journey, String ifMatch, String body) {
        return editor(ifMatch).body(body).put(journey).then();
    }

    ValidatableResponse putByKey(String key, String body) {
        return workspace.editor().body(body).put(PATH + "/by-key/" + key).then();
    }

    ValidatableResponse patch(String journey, String body) {
        return editor("*")
                .contentType("application/merge-patch+json")
                .body(body)
                .patch(journey)
                .then();
    }

    RequestSpecification editor(String ifMatch) {
        return workspace.editor().header("If-Match", ifMatch);
    }

    void awaitAt(String journey, String path, Object expected) {
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(read(journey).extract().<Object>path(path)).isEqualTo(expected));
    }

    /** A journey with one stage for each of the needs. */
    static String draft(UUID personaId, UUID... needIds) {
        var stages = Arrays.stream(needIds)
                .map(id -> "{\"name\": \"Search\", \"phase\": \"EVALUATION\", \"needIds\": [\"%s\"]}".formatted(id))
                .collect(Collectors.joining(","));
        return """
                {"personaId": "%s", "name": "Booking", "scenario": "At short notice", "trigger": {"type": "EVENT"},
                 "stages": [%s]}
                """.formatted(personaId, stages);
    }
}
