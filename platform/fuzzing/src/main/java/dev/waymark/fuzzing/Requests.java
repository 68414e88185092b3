package dev.waymark.fuzzing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.waymark.conformance.OpenApiDocument;
import dev.waymark.fuzzing.Request.Kind;
import dev.waymark.refusals.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Makes requests for an operation, about what there is in a workspace. */
final class Requests {

    private static final ObjectMapper NULL_IS_ABSENT = JsonMapper.builder()
            .configure(JsonNodeFeature.WRITE_NULL_PROPERTIES, false)
            .build();
    private static final String NDJSON = "application/x-ndjson";

    private final Schemas schemas;
    private final OpenApiDocument judge;
    private final long seed;
    private final RandomGenerator random;
    private final Values values;
    private final Hostile hostile;
    private final Bodies bodies;
    private final Forms forms;

    /** @param seed for reports: that of {@code random} */
    Requests(Schemas schemas, OpenApiDocument judge, long seed, RandomGenerator random) {
        this.schemas = schemas;
        this.judge = judge;
        this.seed = seed;
        this.random = random;
        this.values = new Values(schemas, random);
        this.hostile = new Hostile(random);
        this.bodies = new Bodies(schemas, values, hostile, random);
        this.forms = new Forms(schemas, values, hostile, bodies, random);
    }

    /**
     * What is changed is the path, the query, a header or the body; the rest of it is as it should be.
     *
     * @param filled a path of the operation that leads to something
     */
    Request next(Operation operation, String filled, Kind kind) {
        var contents = schemas.bodies(operation);
        var part = contents.isEmpty() ? random.nextInt(3) : random.nextInt(9);
        var path = part == 0 && kind != Kind.VALID ? path(operation, filled, kind) : filled;
        var target = path + query(operation, part == 1 ? kind : Kind.VALID);
        var headers = headers(operation, part == 2 ? kind : Kind.VALID);
        if (contents.isEmpty()) {
            return new Request(seed, operation, kind, target, headers, "", List.of());
        }
        var content = values.any(new ArrayList<>(contents.entrySet()));
        return withBody(
                new Request(seed, operation, kind, target, headers, "", List.of()),
                content,
                part > 2 ? kind : Kind.VALID);
    }

    private Request withBody(Request request, Map.Entry<String, JsonNode> content, Kind kind) {
        var type = content.getKey();
        var form = type.startsWith("multipart/");
        var headers = new ArrayList<>(request.headers());
        if (headers.stream().noneMatch(header -> header.startsWith("Content-Type"))) {
            headers.add("Content-Type: " + type + (form ? "; boundary=" + Forms.BOUNDARY : ""));
        }
        var framed = request.with(headers);
        return form
                ? framed.with(forms.form(content.getValue(), kind), List.of())
                : json(framed, type, forKey(request, bodies.body(content.getValue(), kind)), kind);
    }

    /** The key is in the path already. */
    private static JsonNode forKey(Request request, JsonNode body) {
        if (request.operation().path().endsWith("{externalKey}") && body instanceof ObjectNode object) {
            object.remove("externalKey");
        }
        return body;
    }

    private Request json(Request request, String type, JsonNode body, Kind kind) {
        var sent = Hostile.sent(body.toString());
        if (kind == Kind.HOSTILE && random.nextInt(3) > 0) {
            return request.with(hostile.body(sent), List.of());
        }
        return request.with(sent, type.equals(NDJSON) ? List.of() : refusal(request.operation(), type, body));
    }

    private List<String> refusal(Operation operation, String type, JsonNode body) {
        try {
            return judge.bodyFaults(
                    operation.method(), operation.path(), type, NULL_IS_ABSENT.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String path(Operation operation, String there, Kind kind) {
        var filled = there.split("/", -1);
        var template = operation.path().split("/", -1);
        var parameters = new ArrayList<Integer>();
        for (var i = 0; i < template.length; i++) {
            if (template[i].startsWith("{")) {
                parameters.add(i);
            }
        }
        if (parameters.isEmpty()) {
            return String.join("/", filled) + (kind == Kind.HOSTILE ? "/" + hostile.segment() : "");
        }
        filled[values.any(parameters)] = switch (kind) {
            case HOSTILE -> hostile.segment();
            case BOUNDARY ->
                values.any(List.of(
                        "0",
                        "-1",
                        "2147483648",
                        values.id().toString().toUpperCase(Locale.ROOT),
                        "k".repeat(200),
                        "k".repeat(201),
                        "%20"));
            default -> values.id().toString();
        };
        return String.join("/", filled);
    }

    private String query(Operation operation, Kind kind) {
        var asked = new ArrayList<String>();
        schemas.parameters(operation, "query").forEach(parameter -> {
            if (parameter.path("required").asBoolean() || random.nextInt(4) == 0) {
                asked.add(parameter.path("name").asText() + "=" + value(parameter, kind));
            }
        });
        if (kind == Kind.INVALID) {
            asked.add("unknown=1");
        } else if (kind == Kind.HOSTILE && random.nextInt(3) == 0) {
            asked.add(hostile.segment());
        }
        return asked.isEmpty() ? "" : "?" + String.join("&", asked);
    }

    private String value(JsonNode parameter, Kind kind) {
        var schema = parameter.path("schema");
        return switch (kind) {
            case VALID -> Hostile.encoded(values.allowed(schema).asText());
            case BOUNDARY -> Hostile.encoded(values.atTheEdge(schema).asText());
            case INVALID -> Hostile.encoded(values.refused(schema).asText());
            case HOSTILE -> hostile.segment();
        };
    }

    private List<String> headers(Operation operation, Kind kind) {
        var headers = new ArrayList<String>();
        var known = schemas.parameters(operation, "header")
                .map(parameter -> parameter.path("name").asText())
                .collect(Collectors.toSet());
        if (known.contains("If-Match") && kind != Kind.INVALID) {
            headers.add("If-Match: *");
        }
        if (known.contains("Idempotency-Key") && random.nextInt(4) == 0) {
            headers.add("Idempotency-Key: " + (kind == Kind.BOUNDARY ? "again" : values.id()));
        }
        if (kind == Kind.HOSTILE) {
            headers.add(hostile.header());
        }
        return headers;
    }
}
