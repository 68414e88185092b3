package dev.waymark.gapmap;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.awaitility.Awaitility.await;

import dev.waymark.refusals.WorkspaceSample;
import dev.waymark.testing.TestWorkspace;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import java.util.concurrent.Callable;

/** A workspace with the gap map and the provider that the API description shows, another provider, an import and its response. */
final class GapMapSample {

    private GapMapSample() {}

    static WorkspaceSample make() {
        var workspace = TestWorkspace.fresh();
        Examples.tellOfNeighbours(workspace);
        put(workspace, "providers", "blue-line", "{\"name\": \"Blue Line\", \"kind\": \"OWN\"}");
        put(workspace, "providers", "harbour-air", Examples.PROVIDER);
        var provider = put(workspace, "providers", "there", Examples.PROVIDER.replace("\"harbour-air\"", "\"there\""));
        var map = put(workspace, "gap-maps", "there", Examples.GAP_MAP.replace("\"lounges-business\"", "\"there\""));
        var upload = created(() -> workspace
                .editor()
                .contentType(ContentType.MULTIPART)
                .multiPart(
                        "mapping", "{\"provider\": \"who\", \"needs\": {\"wifi\": \"key:wifi\"}}", "application/json")
                .multiPart("file", "ratings.csv", "who,wifi\nharbour-air,4\n".getBytes(US_ASCII), "text/csv")
                .post("/v1/gap-maps/" + map + "/imports"));
        int response =
                workspace.viewer().get("/v1/gap-maps/" + map + "/ratings").path("items[0].id");
        return new WorkspaceSample(
                workspace,
                Map.of(
                        "gap-maps", map,
                        "providers", provider,
                        "imports", upload,
                        "ratings", String.valueOf(response)));
    }

    private static String put(TestWorkspace workspace, String collection, String key, String body) {
        return created(() -> workspace.editor().body(body).put("/v1/" + collection + "/by-key/" + key));
    }

    /** As long as the service has not heard of the neighbours, it refuses what is about them. */
    private static String created(Callable<Response> request) {
        return await().atMost(GapMapFixture.SOON)
                .until(request, answer -> answer.statusCode() == 201)
                .path("id");
    }
}
