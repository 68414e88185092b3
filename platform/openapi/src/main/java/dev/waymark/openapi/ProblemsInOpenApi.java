package dev.waymark.openapi;

import dev.waymark.http.PageRequest;
import dev.waymark.http.Problem;
import dev.waymark.http.ProblemDetails.Kind;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Adds to every operation what all have in common, so that resources need not repeat it: its problems and its headers. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ProblemsInOpenApi implements OASFilter {

    private static final Set<HttpMethod> WANT_A_PRECONDITION =
            EnumSet.of(HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    private static final String WORKSPACE = "X-Workspace";

    /** What may happen to any request, and says more of the request than of the operation. */
    private static final String EARLY = "4XX";

    private static final String REFUSED_EARLY = "REFUSED_EARLY";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    private static final Map<String, String> PARAMETERS = Map.of(
            "If-Match", "The ETag that was read, or *",
            "If-None-Match", "An ETag the caller has already, or *",
            "cursor", "The cursor of the page before; good for the query that gave it only",
            "limit", "How many at most",
            "Idempotency-Key",
                    "Up to 255 visible characters; sent again with the same body, the first answer is given again",
            "version", "A version of it",
            "id", "The server's id",
            "externalKey", "The other system's id");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        var used = EnumSet.noneOf(Kind.class);
        api.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> {
                    declareHolders(path, operation);
                    Roles.declare(path, method, operation);
                    var kinds = kinds(method, operation);
                    kinds.forEach(kind ->
                            operation.getResponses().addAPIResponse(String.valueOf(kind.status), reference(kind)));
                    operation
                            .getResponses()
                            .addAPIResponse(
                                    EARLY, OASFactory.createAPIResponse().ref(REFUSED_EARLY));
                    used.addAll(kinds);
                    describeDeclaredProblems(operation);
                    describeCreated(operation);
                    describeParameters(method, operation);
                    describeHeaders(method, operation, isRead(api, path));
                    operation.addParameter(OASFactory.createParameter().ref(WORKSPACE));
                }));
        api.getComponents().addParameter(WORKSPACE, workspace());
        used.forEach(kind -> api.getComponents().addResponse(kind.name(), response(kind)));
        api.getComponents().addResponse(REFUSED_EARLY, refusedEarly());
    }

    private static APIResponse refusedEarly() {
        return OASFactory.createAPIResponse()
                .description(
                        "Refused before any operation was chosen: a body (413), a URI (414) or headers (431) that are"
                                + " too large, a Content-Encoding or no media type (415), an expectation (417)")
                .content(problem());
    }

    /** The elements on the way to a nested one are no parameters of the inherited methods. */
    private static void declareHolders(String path, Operation operation) {
        PLACEHOLDER.matcher(path).results().map(found -> found.group(1)).forEach(name -> {
            if (!has(operation, named(name))) {
                operation.addParameter(OASFactory.createParameter()
                        .name(name)
                        .in(Parameter.In.PATH)
                        .required(true)
                        .schema(OASFactory.createSchema().type(List.of(SchemaType.STRING))));
            }
        });
    }

    /** Whether what is created there can be read: by itself, or below the collection. */
    private static boolean isRead(OpenAPI api, String path) {
        return api.getPaths().getPathItems().entrySet().stream()
                .filter(item -> item.getValue().getGET() != null)
                .anyMatch(item -> item.getKey().equals(path) && path.endsWith("}")
                        || item.getKey().matches(Pattern.quote(path) + "/\\{\\w+}"));
    }

    private static Parameter workspace() {
        return OASFactory.createParameter()
                .name(WORKSPACE)
                .in(Parameter.In.HEADER)
                .description("Which workspace is meant, if the token grants several")
                .schema(OASFactory.createSchema().type(List.of(SchemaType.STRING)));
    }

    private static Set<Kind> kinds(HttpMethod method, Operation operation) {
        var kinds = EnumSet.of(Kind.INVALID_REQUEST, Kind.NOT_ACCEPTABLE, Kind.INTERNAL_ERROR, Kind.UNAVAILABLE);
        kinds.addAll(EnumSet.of(Kind.UNAUTHORIZED, Kind.FORBIDDEN, Kind.TOO_MANY_REQUESTS));
        if (has(operation, p -> p.getIn() == Parameter.In.PATH)) {
            kinds.add(Kind.NOT_FOUND);
        }
        if (operation.getRequestBody() != null) {
            kinds.addAll(
                    EnumSet.of(Kind.CONFLICT, Kind.TOO_LARGE, Kind.UNSUPPORTED_MEDIA_TYPE, Kind.UNKNOWN_REFERENCE));
        }
        if (has(operation, named("If-Match"))) {
            kinds.addAll(EnumSet.of(Kind.CONFLICT, Kind.STALE_VERSION, Kind.UNKNOWN_REFERENCE));
        }
        if (wantsPrecondition(method, operation)) {
            kinds.add(Kind.PRECONDITION_REQUIRED);
        }
        return kinds;
    }

    /** A by-key PUT, which knows both headers, needs neither. */
    private static boolean wantsPrecondition(HttpMethod method, Operation operation) {
        return WANT_A_PRECONDITION.contains(method)
                && has(operation, named("If-Match"))
                && !has(operation, named("If-None-Match"));
    }

    private static void describeDeclaredProblems(Operation operation) {
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.matches("[45]..") && response.getRef() == null && response.getContent() == null) {
                response.setContent(problem());
            }
        });
    }

    /** What may be answered with 200 or 201 looks the same. */
    private static void describeCreated(Operation operation) {
        var ok = operation.getResponses().getAPIResponse("200");
        var created = operation.getResponses().getAPIResponse("201");
        if (ok != null && created != null && created.getContent() == null) {
            created.setContent(ok.getContent());
        }
    }

    private static void describeParameters(HttpMethod method, Operation operation) {
        for (var parameter : parameters(operation)) {
            var element = parameter.getName().endsWith("Id") && parameter.getIn() == Parameter.In.PATH;
            if (parameter.getDescription() == null) {
                parameter.setDescription(
                        element ? "An element, by its id or key:" : PARAMETERS.get(parameter.getName()));
            }
            if (parameter.getName().equals("limit")) {
                parameter.getSchema().minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(PageRequest.LARGEST));
            }
            if (parameter.getName().equals("If-Match")) {
                parameter.setRequired(wantsPrecondition(method, operation));
            }
        }
    }

    private static void describeHeaders(HttpMethod method, Operation operation, boolean created) {
        var versioned = has(operation, named("If-Match").or(named("If-None-Match")));
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.equals("201") && created) {
                response.addHeader("Location", header("Where it is").required(true));
            }
            if (status.equals("201") && created || versioned && status.equals("200")) {
                response.addHeader(
                        "ETag",
                        header("Its version, for If-Match and If-None-Match").required(true));
            }
            if (status.equals("200") && has(operation, named("cursor"))) {
                response.addHeader("Link", header("The next page, rel=next; absent on the last one"));
            }
        });
        if (method == HttpMethod.GET && versioned) {
            operation
                    .getResponses()
                    .addAPIResponse("304", OASFactory.createAPIResponse().description("Not modified"));
        }
    }

    private static APIResponse response(Kind kind) {
        var response = OASFactory.createAPIResponse().description(kind.title).content(problem());
        return switch (kind) {
            case UNAUTHORIZED -> response.addHeader("WWW-Authenticate", header("Bearer"));
            case UNAVAILABLE, TOO_MANY_REQUESTS ->
                response.addHeader("Retry-After", header("In how many seconds to try again"));
            default -> response;
        };
    }

    private static APIResponse reference(Kind kind) {
        return OASFactory.createAPIResponse().ref(kind.name());
    }

    private static Content problem() {
        return OASFactory.createContent()
                .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("Problem")));
    }

    private static Header header(String description) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().type(List.of(SchemaType.STRING)));
    }

    private static boolean has(Operation operation, Predicate<Parameter> wanted) {
        return parameters(operation).stream().anyMatch(wanted);
    }

    private static Predicate<Parameter> named(String name) {
        return parameter -> name.equals(parameter.getName());
    }

    private static List<Parameter> parameters(Operation operation) {
        return operation.getParameters() == null ? List.of() : operation.getParameters();
    }
}
