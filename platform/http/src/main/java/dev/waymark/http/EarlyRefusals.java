package dev.waymark.http;

import dev.waymark.http.ProblemDetails.Kind;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses what no resource should see, and gives what Vert.x refuses the shape of every other problem. Runs before CORS,
 * authentication and routing.
 */
@ApplicationScoped
public class EarlyRefusals {

    private static final int BEFORE_QUARKUS = -1000;
    private static final int LONGEST_URI = 8 * 1024;
    private static final int LARGEST_HEADERS = 32 * 1024;

    /** What routers and proxies read differently: empty segments, dots, and parameters of segments, which are dropped. */
    private static final Pattern AMBIGUOUS = Pattern.compile("//|;|/(\\.|%2e){1,2}(/|$)", Pattern.CASE_INSENSITIVE);

    /** Where it is none, Quarkus REST fails, whether or not there is a body. */
    private static final Pattern MEDIA_TYPE = Pattern.compile("[\\w!#$&^.+-]+/[\\w!#$&^.+-]+\\s*(;.*)?");

    private static final Pattern BEFORE_PATH = Pattern.compile("^[A-Za-z]+://[^/?]*");

    private final Paths paths;
    private final List<Rule> rules;

    EarlyRefusals(
            OpenApiDocumentService description,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize longestBody,
            @ConfigProperty(name = "quarkus.http.cors.origins") Optional<List<String>> origins) {
        this.paths = new Paths(description);
        this.rules = Stream.of(ofLines(), ofHeaders(longestBody.asLongValue()), ofOrigins(origins.orElse(List.of())))
                .flatMap(rules -> rules)
                .toList();
    }

    private static Stream<Rule> ofLines() {
        return Stream.of(
                new Rule(
                        Kind.URI_TOO_LONG,
                        "A URI may have at most " + LONGEST_URI + " characters.",
                        request -> request.uri().length() > LONGEST_URI),
                new Rule(
                        Kind.HEADERS_TOO_LARGE,
                        "All headers together may have at most " + LARGEST_HEADERS + " characters.",
                        request -> size(request) > LARGEST_HEADERS),
                new Rule(Kind.INVALID_REQUEST, "The URI is malformed.", request -> isMalformed(request.uri())),
                new Rule(
                        Kind.INVALID_REQUEST,
                        "The path must not contain //, ; or segments of dots.",
                        request -> AMBIGUOUS.matcher(path(request.uri())).find()));
    }

    private static Stream<Rule> ofHeaders(long longestBody) {
        return Stream.of(
                new Rule(Kind.INVALID_REQUEST, "Send one Host.", EarlyRefusals::hasNoClearHost),
                new Rule(
                        Kind.INVALID_REQUEST,
                        "Transfer-Encoding may be chunked only, and excludes Content-Length.",
                        EarlyRefusals::hasNoClearEnd),
                new Rule(
                        Kind.EXPECTATION_FAILED,
                        "Nothing but 100-continue can be expected.",
                        request -> isOther(request, "Expect", "100-continue")),
                new Rule(
                        Kind.UNSUPPORTED_MEDIA_TYPE,
                        "Bodies are taken as they are: send them without Content-Encoding.",
                        request -> isOther(request, HttpHeaders.CONTENT_ENCODING, "identity")),
                new Rule(Kind.UNSUPPORTED_MEDIA_TYPE, "The Content-Type is no media type.", EarlyRefusals::isOfNoType),
                new Rule(
                        Kind.TOO_LARGE,
                        "The body may have at most " + longestBody + " bytes.",
                        request -> contentLength(request) > longestBody));
    }

    /** Quarkus would refuse as well, without a word. */
    private static Stream<Rule> ofOrigins(List<String> allowed) {
        return Stream.of(new Rule(
                Kind.FORBIDDEN, "Pages of this origin may not use the API.", request -> isForeign(request, allowed)));
    }

    void beforeAnyResource(@Observes Router router) {
        router.route().order(BEFORE_QUARKUS).handler(this::check);
        IntStream.range(400, 500)
                .forEach(status -> router.errorHandler(
                        status, context -> answer(context, ProblemDetails.of(Kind.of(status), null))));
    }

    /** Answers a request that no resource shall see. */
    public void refuse(RoutingContext context, Problem problem) {
        answer(context, problem.details());
    }

    /** The methods that the path of a request has, for {@code Allow}. */
    String allowed(String path) {
        return String.join(", ", paths.methods(path));
    }

    /** Whether the path is described at all. */
    boolean allows(String path) {
        return paths.find(path).isPresent();
    }

    /** As it stands in the OpenAPI document, with its parameters; empty if it does not. */
    public Optional<String> template(String path) {
        return paths.find(path).map(Described::template);
    }

    boolean allows(String path, String method) {
        return paths.methods(path).contains(method);
    }

    private void check(RoutingContext context) {
        var request = context.request();
        var broken = rules.stream().filter(rule -> rule.breaks().test(request)).findFirst();
        if (broken.isPresent()) {
            // What follows on this connection may be the rest of what was refused.
            context.response().putHeader("Connection", "close");
            context.addEndHandler(answered -> request.connection().close());
            answer(context, ProblemDetails.of(broken.get().kind(), broken.get().detail()));
        } else if (asksForMethods(request) && allows(request.path())) {
            context.response()
                    .setStatusCode(204)
                    .putHeader(HttpHeaders.ALLOW, allowed(request.path()))
                    .end();
        } else {
            context.next();
        }
    }

    /** A preflight is a question of CORS, which comes later. */
    private static boolean asksForMethods(HttpServerRequest request) {
        return request.method().equals(HttpMethod.OPTIONS)
                && request.getHeader("Access-Control-Request-Method") == null;
    }

    private void answer(RoutingContext context, ProblemDetails details) {
        var response = context.response();
        if (response.ended()) {
            return;
        }
        var path = context.request().path();
        if (details.status() == 405) {
            response.putHeader(HttpHeaders.ALLOW, allowed(path));
        }
        if (details.status() == 503) {
            response.putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Problem.RETRY_AFTER_SECONDS));
        }
        var body = new JsonObject()
                .put("type", details.type())
                .put("title", details.title())
                .put("status", details.status());
        if (details.detail() != null) {
            body.put("detail", details.detail());
        }
        response.setStatusCode(details.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(body.put("instance", path).encode());
    }

    private static int size(HttpServerRequest request) {
        return request.headers().entries().stream()
                .mapToInt(header -> header.getKey().length() + header.getValue().length() + 4)
                .sum();
    }

    /** No URI, no UTF-8 behind its percent signs, or a NUL, which PostgreSQL does not know. */
    private static boolean isMalformed(String uri) {
        try {
            // What no UTF-8 is, Java decodes as a replacement character.
            return uri.contains("%00")
                    || (uri.indexOf('%') >= 0 && decoded(new URI(uri)).indexOf('\uFFFD') >= 0)
                    || new URI(uri).isOpaque();
        } catch (URISyntaxException e) {
            return true;
        }
    }

    private static String decoded(URI uri) {
        return uri.getPath() + uri.getQuery();
    }

    private static String path(String uri) {
        var query = uri.indexOf('?');
        return BEFORE_PATH.matcher(query < 0 ? uri : uri.substring(0, query)).replaceFirst("");
    }

    private static boolean hasNoClearHost(HttpServerRequest request) {
        var hosts = request.headers().getAll(HttpHeaders.HOST).size();
        return hosts > 1 || hosts == 0 && request.authority() == null;
    }

    private static boolean hasNoClearEnd(HttpServerRequest request) {
        var encoded = request.headers().contains("Transfer-Encoding");
        return isOther(request, "Transfer-Encoding", "chunked")
                || encoded && request.headers().contains(HttpHeaders.CONTENT_LENGTH);
    }

    private static boolean isOther(HttpServerRequest request, String header, String allowed) {
        return request.headers().getAll(header).stream().anyMatch(value -> !allowed.equalsIgnoreCase(value.strip()));
    }

    private static boolean isOfNoType(HttpServerRequest request) {
        return request.headers().getAll(HttpHeaders.CONTENT_TYPE).stream()
                .anyMatch(type -> !MEDIA_TYPE.matcher(type.strip()).matches());
    }

    private static boolean isForeign(HttpServerRequest request, List<String> allowed) {
        var origin = request.getHeader("Origin");
        var own = String.valueOf(request.authority());
        return origin != null && !allowed.contains(origin) && !origin.endsWith("://" + own);
    }

    private static long contentLength(HttpServerRequest request) {
        var header = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return header != null && header.matches("\\d{1,18}") ? Long.parseLong(header) : -1;
    }

    /** A reason to refuse a request, whatever it asks for. */
    private record Rule(Kind kind, String detail, Predicate<HttpServerRequest> breaks) {}

    /** The paths that the service describes in its OpenAPI document, read when it is first asked. */
    private static final class Paths {

        private final OpenApiDocumentService description;
        private volatile List<Described> described;

        Paths(OpenApiDocumentService description) {
            this.description = description;
        }

        /** The one that fits; if one has a word where another has a parameter, the former. */
        Optional<Described> find(String path) {
            return all().stream()
                    .filter(one -> one.fits().matcher(path).matches())
                    .max((a, b) -> Boolean.compare(
                            a.template().equals(path), b.template().equals(path)));
        }

        Set<String> methods(String path) {
            return find(path).map(Described::methods).orElse(Set.of());
        }

        private List<Described> all() {
            if (described == null) {
                var json = new JsonObject(Buffer.buffer(description.getDocument("<default>", Format.JSON)));
                var paths = json.getJsonObject("paths", new JsonObject());
                described = paths.fieldNames().stream()
                        .map(template -> Described.of(template, paths.getJsonObject(template)))
                        .toList();
            }
            return described;
        }
    }

    /** A path that the document describes. */
    private record Described(String template, Pattern fits, Set<String> methods) {

        private static final Set<String> DESCRIBED = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

        static Described of(String template, JsonObject operations) {
            var methods = new TreeSet<String>();
            operations.fieldNames().forEach(name -> methods.add(name.toUpperCase(Locale.ROOT)));
            methods.retainAll(DESCRIBED);
            if (methods.contains("GET")) {
                methods.add("HEAD");
            }
            methods.add("OPTIONS");
            var fits = Pattern.compile(template.replaceAll("\\{[^/]+}", "[^/]+") + "/?");
            return new Described(template, fits, Collections.unmodifiableSet(methods));
        }
    }
}
