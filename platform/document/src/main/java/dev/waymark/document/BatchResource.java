package dev.waymark.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
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
import jakarta.ws.rs.Produces;
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
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public abstract class BatchResource<D extends Document<T>, T extends Content, V> {

    static final String NDJSON = "application/x-ndjson";
    private static final MediaType LINES = MediaType.valueOf(NDJSON);

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
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
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
        var inLines = contentType != null && MediaType.valueOf(contentType).isCompatible(LINES);
        var items = inLines ? lines(read(body)) : list(read(body));
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
            return documents
                    .retries()
                    .once(
                            key,
                            tree,
                            () -> await(draft, patience),
                            () -> RestResponse.ok((Object) done(index, documents.put(draft))))
                    .getEntity();
        } catch (Exception e) {
            var problem = ProblemMappers.details(e);
            return new Item(index, problem.status(), null, null, problem);
        }
    }

    private void await(T draft, long patience) {
        if (System.nanoTime() < patience) {
            documents.await(draft);
        }
    }

    private Item done(int index, Documents.Put<D> put) {
        var document = put.document();
        return new Item(index, put.created() ? 201 : 200, document.id(), document.version(), null);
    }

    private static byte[] read(InputStream body) {
        try {
            var bytes = body.readNBytes(LONGEST_BODY + 1);
            if (bytes.length > LONGEST_BODY) {
                throw Problem.tooLarge("A batch", LONGEST_BODY);
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Callable<JsonNode>> list(byte[] body) {
        var sent = parse(body, 0, body.length);
        var items = sent.path("items");
        if (!items.isArray()) {
            throw Problem.invalid("/items", "must be a list");
        }
        sent.fieldNames().forEachRemaining(name -> {
            if (!name.equals("items")) {
                throw Problem.invalid("/" + name, "unknown property");
            }
        });
        var list = new ArrayList<Callable<JsonNode>>();
        items.forEach(item -> list.add(() -> item));
        return atMost(list);
    }

    /** A line that is no JSON is refused by itself. */
    private static List<Callable<JsonNode>> lines(byte[] body) {
        var list = new ArrayList<Callable<JsonNode>>();
        for (int from = 0, to; from < body.length && list.size() <= MOST_ITEMS; from = to + 1) {
            to = endOfLine(body, from);
            int start = from;
            int length = to - from;
            if (!new String(body, start, length, StandardCharsets.ISO_8859_1).isBlank()) {
                list.add(() -> parse(body, start, length));
            }
        }
        return atMost(list);
    }

    private static int endOfLine(byte[] body, int from) {
        int end = from;
        while (end < body.length && body[end] != '\n') {
            end++;
        }
        return end;
    }

    private static List<Callable<JsonNode>> atMost(List<Callable<JsonNode>> items) {
        if (items.isEmpty() || items.size() > MOST_ITEMS) {
            throw Problem.invalid("/items", "must have between 1 and " + MOST_ITEMS + " of them");
        }
        return items;
    }

    /** Of the bytes, because Jackson knows what is no UTF-8 and lets a byte order mark pass. */
    private static JsonNode parse(byte[] text, int from, int length) {
        try {
            return JSON.readTree(text, from, length);
        } catch (JsonProcessingException e) {
            throw StrictJson.problem(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
