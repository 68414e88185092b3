package dev.waymark.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.waymark.testing.TestWorkspace;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Answers that a test got, for the API description to show: {@code META-INF/examples/answers.json} of the service, by the
 * names of their schemas. What differs from run to run (ids, times, the workspace) is put in other words.
 */
public final class AnswerExamples {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern NUMBER = Pattern.compile("\"id\":(\\d+)");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
    private static final Pattern TICKET = Pattern.compile("\"ticket\":\"[^\"]+\"");

    private final String service;
    private final TestWorkspace workspace;
    private final Map<String, Object> examples = new TreeMap<>();

    public AnswerExamples(String service, TestWorkspace workspace) {
        this.service = service;
        this.workspace = workspace;
    }

    /** Takes the answer as the example of a schema: {@code Need}, or {@code Needs} of an array of them. */
    public void take(String schema, Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isBetween(200, 201);
        examples.put(schema, parsed(settled(answer.asString())));
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void get(String schema, String path) {
        take(schema, workspace.editor().get(path));
    }

    /**
     * Changes a document and takes what all documents can be asked alike.
     *
     * @param document the path of one at its first version
     * @param collection the path of all of them
     */
    public void takeWhatAllHave(String document, String collection) {
        var tagged = workspace
                .editor()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"tags\": [\"this-year\"]}")
                .patch(document);
        assertThat(tagged.statusCode()).isEqualTo(200);
        get("PageRevisionSummary", document + "/revisions");
        get("Revision", document + "/revisions/2");
        get("PatchSteps", document + "/revisions/1/diff?to=2");
        var batch = "{\"items\": [{\"name\": \"\"}]}";
        take(
                "BatchOutcome",
                workspace.editor().urlEncodingEnabled(false).body(batch).post(collection + ":batch"));
        var ticket = "{\"path\": \"%s\"}".formatted(collection);
        take("Ticket", workspace.editor().body(ticket).post("/v1/tickets"));
        examples.put("ChangeEvents", List.of(creation(document.substring(collection.length() + 1))));
    }

    private JsonNode creation(String id) {
        var events = await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> parsed(workspace.editor().get("/v1/events").asString()),
                        told -> told.findValuesAsText("subject").contains(id));
        return StreamSupport.stream(events.spliterator(), false)
                .filter(event -> event.get("subject").asText().equals(id))
                .findFirst()
                .map(event -> parsed(settled(event.toString())))
                .orElseThrow();
    }

    /** Fails if the examples of the service are others than the answers that were taken. */
    public void areReviewed() {
        var file = Path.of(
                System.getProperty("waymark.root"), service, "src/main/resources/META-INF/examples/answers.json");
        try {
            var taken = JSON.writeValueAsString(examples) + "\n";
            if (StoredOpenApi.isBeingUpdated()) {
                Files.writeString(file, taken);
            }
            assertThat(Files.exists(file) ? Files.readString(file) : "")
                    .as(
                            "%s is not what %s answers. If that is intended, run this test again with"
                                    + " -Dcontracts.update=true.",
                            file, service)
                    .isEqualTo(taken);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String settled(String json) {
        var ids = new HashMap<String, String>();
        var text = json.replace(workspace.name(), "acme");
        text = ID.matcher(text)
                .replaceAll(id -> ids.computeIfAbsent(
                        id.group(), any -> "019aa5b0-0c1e-7c3a-9d52-%012x".formatted(ids.size() + 1)));
        var numbers = new HashMap<String, Integer>();
        text = NUMBER.matcher(text)
                .replaceAll(id -> "\"id\":" + numbers.computeIfAbsent(id.group(1), any -> numbers.size() + 1));
        text = TICKET.matcher(text).replaceAll(Matcher.quoteReplacement("\"ticket\":\"qN3c…\""));
        return TIME.matcher(text).replaceAll("2026-01-31T09:30:00Z");
    }
}
