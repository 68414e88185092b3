package dev.waymark.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.waymark.content.Content;
import dev.waymark.http.Problem;
import dev.waymark.http.ProblemDetails;
import dev.waymark.http.ProblemMappers;
import dev.waymark.http.StrictJson;
import dev.waymark.retries.RetryKey;
import dev.waymark.workspace.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Many documents of one kind in one request. Each is created, or replaced if it has an external key that is taken already,
 * in a transaction of its own, so that one that is refused hinders no other.
 */
@RunOnVirtualThread
public abstract class BatchResource<D extends Document<T>, T extends Content, V> {

    static final String NDJSON = "application/x-ndjson";

    /** How long all items together wait for what they refer to. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final int MOST_ITEMS = 500;
    private static final int LONGEST_BODY = 16 << 20;
    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(64)
                            .maxDocumentLength(LONGEST_BODY)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private final DocumentService<D, T, V> documents;
    private final Class<T> type;

    protected BatchResource(DocumentService<D, T, V> documents, Class<T> type) {
        this.documents = documents;
        this.type = type;
    }

    @POST
    @Consumes({MediaType.APPLICATION_JSON, NDJSON})
    @RolesAllowed(Role.EDIT)
    @Operation(
            summary = "Create or replace many Documents",
            description = "Up to 500 in at most 16 MiB, as JSON or one per line (NDJSON). One with an external key that"
                    + " is taken replaces what has it. Each is done wholly or not at all, and answered by itself.")
    public Outcome batch(
            @HeaderParam("Content-Type") String contentType,
            @HeaderParam(RetryKey.HEADER) String retryKey,
            @NotNull InputStream body,
            UriInfo uri) {
        var key = RetryKey.post(retryKey, uri);
        var items = contentType.startsWith(NDJSON) ? lines(read(body)) : list(read(body));
        var patience = System.nanoTime() + PATIENCE.toNanos();
        var outcomes = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            outcomes.add(outcome(i, items.get(i), key.item(i), patience));
        }
        return new Outcome(outcomes);
    }

    private Object outcome(int index, Callable<JsonNode> item, RetryKey key, long patience) {
        try {
            var tree = item.call();
            var draft = documents.contents().bind(tree, type);
            if (System.nanoTime() < patience) {
                documents.await(draft);
            }
            return documents
                    .retries()
                    .once(key, tree, () -> RestResponse.ok((Object) done(index, documents.put(draft))))
                    .getEntity();
        } catch (Exception e) {
            var problem = ProblemMappers.details(e);
            return new Item(index, problem.status(), null, null, problem);
        }
    }

    private Item done(int index, Documents.Put<D> put) {
        var document = put.document();
        return new Item(index, put.created() ? 201 : 200, document.id(), document.version(), null);
    }

    private static String read(InputStream body) {
        try {
            var bytes = body.readNBytes(LONGEST_BODY + 1);
            if (bytes.length > LONGEST_BODY) {
                throw Problem.tooLarge("A batch", LONGEST_BODY);
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Callable<JsonNode>> list(String body) {
        var items = parse(body).path("items");
        if (!items.isArray()) {
            throw Problem.invalid("/items", "must be a list");
        }
        var list = new ArrayList<Callable<JsonNode>>();
        items.forEach(item -> list.add(() -> item));
        return atMost(list);
    }

    /** A line that is no JSON is refused by itself. */
    private static List<Callable<JsonNode>> lines(String body) {
        return atMost(body.lines()
                .filter(line -> !line.isBlank())
                .limit(MOST_ITEMS + 1L)
                .map(line -> (Callable<JsonNode>) () -> parse(line))
                .toList());
    }

    private static List<Callable<JsonNode>> atMost(List<Callable<JsonNode>> items) {
        if (items.isEmpty() || items.size() > MOST_ITEMS) {
            throw Problem.invalid("/items", "must have between 1 and " + MOST_ITEMS + " of them");
        }
        return items;
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw StrictJson.problem(e);
        }
    }

    /** What became of each, in the order of the request. */
    @Schema(name = "BatchOutcome")
    public record Outcome(
            @Schema(required = true, implementation = Item[].class)
            List<Object> items) {}

    /**
     * What became of one.
     *
     * @param status what it would have been answered with by itself
     */
    @Schema(name = "BatchItem")
    public record Item(
            @Schema(required = true, description = "Its place in the request, from 0")
            int index,

            @Schema(
                    required = true,
                    description = "201 created, 200 replaced or left as it was, else that of the problem")
            int status,

            UUID id,
            Integer version,
            ProblemDetails problem) {}
}
