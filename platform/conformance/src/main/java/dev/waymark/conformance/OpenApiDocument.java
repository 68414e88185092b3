package dev.waymark.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.AbsoluteIri;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An OpenAPI 3.1 document as a judge of answers and bodies: what it does not declare is wrong. */
public final class OpenApiDocument {

    private static final String ADDRESS = "urn:waymark:openapi";
    private static final SchemaValidatorsConfig STRICT = SchemaValidatorsConfig.builder()
            .formatAssertionsEnabled(true)
            .pathType(PathType.JSON_POINTER)
            .locale(Locale.ROOT)
            .build();

    /** What OpenAPI adds to JSON Schema is left alone. */
    private static final JsonMetaSchema DIALECT = JsonMetaSchema.builder(
                    "urn:waymark:dialect", JsonMetaSchema.getV202012())
            .unknownKeywordFactory((keyword, context) -> new NonValidationKeyword(keyword))
            .build();

    /** What the server sends of itself, where there is no operation: a path that is none, no such path, no such method. */
    private static final Set<Integer> OF_NO_OPERATION = Set.of(400, 404, 405);

    /** What the server sends of itself before it chooses an operation; {@code 4XX} stands for nothing else. */
    private static final Set<Integer> BEFORE_ANY_OPERATION = Set.of(413, 414, 415, 417, 431);

    private final ObjectNode document;
    private final JsonSchemaFactory schemas;

    private OpenApiDocument(ObjectNode document) {
        this.document = document;
        this.schemas = JsonSchemaFactory.getInstance(VersionFlag.V202012, factory -> factory.metaSchema(DIALECT)
                .defaultMetaSchemaIri(DIALECT.getIri())
                .schemaLoaders(loaders -> loaders.schemas(Map.of(ADDRESS, document.toString()))));
    }

    /** @throws UncheckedIOException if {@code yaml} is none */
    public static OpenApiDocument of(String yaml) {
        try {
            return new OpenApiDocument(ClosedSchemas.of((ObjectNode) new YAMLMapper().readTree(yaml)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with an answer, in sentences that begin with its operation; empty if it is as declared. */
    public List<String> faults(Answer answer) {
        var template = template(answer.path());
        var method = answer.method().equals("HEAD") ? "get" : answer.method().toLowerCase(Locale.ROOT);
        var operation = template.map(path -> place("paths", path, method)).filter(this::exists);
        if (operation.isEmpty()) {
            return OF_NO_OPERATION.contains(answer.status())
                    ? List.of()
                    : List.of(answer.method() + " " + answer.path() + " is no operation of the document, and answered "
                            + answer.status());
        }
        var name = at(operation.get()).path("operationId").asText(answer.method() + " " + template.get());
        return response(operation.get(), answer.status())
                .map(response -> contentFaults(operation.get(), response, answer))
                .orElseGet(() -> List.of("the status is not declared"))
                .stream()
                .map(fault -> name + " " + answer.status() + ": " + fault)
                .toList();
    }

    private List<String> contentFaults(JsonNodePath operation, JsonNodePath response, Answer answer) {
        var faults = new ArrayList<String>();
        at(response).path("headers").properties().forEach(header -> {
            if (header.getValue().path("required").asBoolean() && !answer.hasHeader(header.getKey())) {
                faults.add("the header " + header.getKey() + " is missing");
            }
        });
        if (answer.method().equals("HEAD")) {
            return faults;
        }
        var content = at(response).path("content");
        if (content.isEmpty()) {
            if (answer.mediaType() != null && answer.hasBody()) {
                faults.add("it has a body, and none is declared");
            }
            return faults;
        }
        faults.addAll(
                answer.mediaType() == null || !answer.hasBody()
                        ? List.of("there is no body")
                        : bodyFaults(operation, response, answer));
        return faults;
    }

    private List<String> bodyFaults(JsonNodePath operation, JsonNodePath response, Answer answer) {
        var declared = at(response).path("content").properties().stream()
                .map(Map.Entry::getKey)
                .filter(range -> answer.isOf(range))
                .findFirst();
        if (declared.isEmpty()) {
            return List.of("the content type " + answer.mediaType() + " is not declared");
        }
        var ofWholeOnes = operation.append("x-view-full").append("schema");
        var schema = answer.status() == 200 && answer.asksForWholeOnes() && exists(ofWholeOnes)
                ? ofWholeOnes
                : response.append("content").append(declared.get()).append("schema");
        if (!answer.isJson() || !exists(schema)) {
            return List.of();
        }
        return faults(schema, answer.body().get());
    }

    /**
     * What is wrong with a body that is to be sent; empty if it is as declared.
     *
     * @param template of the path, as in the document
     */
    public List<String> bodyFaults(String method, String template, String mediaType, String body) {
        return faults(
                place(
                        "paths",
                        template,
                        method.toLowerCase(Locale.ROOT),
                        "requestBody",
                        "content",
                        mediaType,
                        "schema"),
                body);
    }

    private List<String> faults(JsonNodePath schema, String body) {
        try {
            return told(schemas.getSchema(new SchemaLocation(AbsoluteIri.of(ADDRESS), schema), STRICT)
                    .validate(body, InputFormat.JSON));
        } catch (IllegalArgumentException | JsonSchemaException e) {
            return List.of("the body cannot be read: " + e.getMessage());
        }
    }

    /** A part that does not fit leaves its properties without an owner as well: what is said about these comes last. */
    private static List<String> told(Set<ValidationMessage> faults) {
        return faults.stream()
                .sorted(Comparator.comparing(fault -> "unevaluatedProperties".equals(fault.getType())))
                .map(fault -> "body" + fault.getMessage())
                .toList();
    }

    /** The path of the document that fits, whether or not a slash follows; that with a word in a place goes before that with a parameter there. */
    private Optional<String> template(String path) {
        return document.path("paths").properties().stream()
                .map(Map.Entry::getKey)
                .filter(template -> path.matches(expression(template) + "/?"))
                .min(Comparator.comparing(template -> template.replace('{', '\uffff')));
    }

    private static String expression(String template) {
        return Stream.of(template.split("(?=\\{)|(?<=\\})", -1))
                .map(part -> part.startsWith("{") ? "[^/]+" : Pattern.quote(part))
                .reduce("", String::concat);
    }

    private Optional<JsonNodePath> response(JsonNodePath operation, int status) {
        var responses = operation.append("responses");
        var own = String.valueOf(status);
        return (BEFORE_ANY_OPERATION.contains(status) ? Stream.of(own, "4XX") : Stream.of(own))
                .map(responses::append)
                .filter(this::exists)
                .findFirst()
                .map(this::followed);
    }

    private JsonNodePath followed(JsonNodePath place) {
        var reference = at(place).path("$ref").asText();
        return reference.isEmpty() ? place : place(reference.substring(2).split("/"));
    }

    private static JsonNodePath place(String... names) {
        var place = new JsonNodePath(PathType.JSON_POINTER);
        for (var name : names) {
            place = place.append(name);
        }
        return place;
    }

    private boolean exists(JsonNodePath place) {
        return !at(place).isMissingNode();
    }

    private JsonNode at(JsonNodePath place) {
        JsonNode node = document;
        for (var i = 0; i < place.getNameCount(); i++) {
            node = node.path(place.getName(i));
        }
        return node;
    }

    /**
     * An answer as the judge sees it.
     *
     * @param query of the request, null without
     * @param contentType as in the header, null without
     * @param headers their names
     * @param body asked for only where it is looked at, so that an endless one is left alone
     */
    public record Answer(
            String method,
            String path,
            String query,
            int status,
            String contentType,
            Set<String> headers,
            Supplier<String> body) {

        boolean asksForWholeOnes() {
            return query != null && List.of(query.split("&")).contains("view=full");
        }

        boolean hasHeader(String name) {
            return headers.stream().anyMatch(name::equalsIgnoreCase);
        }

        String mediaType() {
            return contentType == null || contentType.isBlank()
                    ? null
                    : contentType.split(";")[0].strip().toLowerCase(Locale.ROOT);
        }

        boolean isJson() {
            return mediaType().equals("application/json") || mediaType().endsWith("+json");
        }

        boolean hasBody() {
            return !isJson() || !body.get().isEmpty();
        }

        boolean isOf(String range) {
            var wanted = range.split(";")[0].strip().toLowerCase(Locale.ROOT);
            return wanted.equals("*/*")
                    || wanted.equals(mediaType())
                    || wanted.endsWith("/*") && mediaType().startsWith(wanted.substring(0, wanted.length() - 1));
        }
    }
}
