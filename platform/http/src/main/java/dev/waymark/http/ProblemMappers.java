package dev.waymark.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.waymark.http.ProblemDetails.Kind;
import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpClosedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.core.multipart.MultipartParser;

/**
 * Gives every failure of a resource one shape; {@link EarlyRefusals} does the same for what happens before. What the
 * caller did wrong is not logged; what we did wrong is, once.
 */
@ApplicationScoped
public class ProblemMappers {

    /** SQL states: connection, transaction rolled back, resources, lock not available, shutdown. */
    private static final Pattern BUSY = Pattern.compile("(08|40|53|55P03|57P).*");

    private final EarlyRefusals early;

    ProblemMappers(EarlyRefusals early) {
        this.early = early;
    }

    @ServerExceptionMapper
    Response problem(Problem e, UriInfo uri) {
        return render(e.details(), uri);
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException e, UriInfo uri) {
        return render(details(e), uri);
    }

    // MismatchedInputException by name: Quarkus has a mapper for it, which would be nearer otherwise.
    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    Response malformed(JsonProcessingException e, UriInfo uri) {
        return render(details(e), uri);
    }

    @ServerExceptionMapper
    Response framework(WebApplicationException e, UriInfo uri, Request request) {
        if (e.getCause() instanceof JsonProcessingException malformed) {
            return malformed(malformed, uri);
        }
        if (e.getCause() instanceof Problem problem) {
            return problem(problem, uri);
        }
        var status = e.getResponse().getStatus();
        if (status >= 500) {
            return unexpected(e, uri);
        }
        // Where several resources share the beginning of a path, Quarkus knows no 405.
        if (status == 404 && early.allows(uri.getPath()) && !early.allows(uri.getPath(), request.getMethod())) {
            status = 405;
        }
        var answer = render(ProblemDetails.of(Kind.of(status), null), uri);
        return status == 405
                ? Response.fromResponse(answer)
                        .header(HttpHeaders.ALLOW, early.allowed(uri.getPath()))
                        .build()
                : answer;
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthorized(UriInfo uri) {
        return Response.fromResponse(
                        render(ProblemDetails.of(Kind.UNAUTHORIZED, "Send a valid token of the issuer."), uri))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e, UriInfo uri) {
        var detail = "The token grants no sufficient role in this workspace; one with several workspaces"
                + " must name one in X-Workspace.";
        return render(ProblemDetails.of(Kind.FORBIDDEN, detail), uri);
    }

    @ServerExceptionMapper
    Response unexpected(Throwable e, UriInfo uri) {
        return render(details(e), uri);
    }

    /** What a failure is to the caller; what is our fault is logged. */
    public static ProblemDetails details(Throwable failure) {
        return switch (failure) {
            case Problem problem -> problem.details();
            case ConstraintViolationException invalid ->
                Problem.invalid(violations(invalid)).details();
            case CharConversionException other ->
                Problem.invalid("", "is not in UTF-8").details(); // by its first bytes, in UTF-32 which it is not
            case UncheckedIOException read -> details(read.getCause());
            case JsonMappingException wrapped when StrictJson.isOurs(wrapped) -> details(wrapped.getCause());
            case JsonProcessingException malformed
            when !(malformed.getProcessor() instanceof JsonGenerator) ->
                StrictJson.problem(malformed).details();
            case StreamConstraintsException tooMuch
            when tooMuch.getMessage().contains("StreamReadConstraints") ->
                StrictJson.problem(tooMuch).details(); // told without a parser where a tree is read
            default -> unexpected(failure);
        };
    }

    private static List<ProblemDetails.Violation> violations(ConstraintViolationException invalid) {
        return invalid.getConstraintViolations().stream()
                .map(violation -> new ProblemDetails.Violation(Places.of(violation), violation.getMessage()))
                .sorted(Comparator.comparing(ProblemDetails.Violation::pointer))
                .toList();
    }

    private static ProblemDetails unexpected(Throwable failure) {
        if (isBusy(failure)) {
            Log.warnf("Database busy or away why=%s", failure);
            return Problem.unavailable("The database is busy with this resource, or away. Try again.")
                    .details();
        }
        if (isCutOffForm(failure)) {
            return Problem.invalid("", "is not a complete multipart form").details();
        }
        if (hasHungUp(failure)) {
            return Problem.invalid("", "has not arrived as a whole").details(); // which nobody reads
        }
        var incident = UUID.randomUUID();
        Log.errorf(failure, "Request failed incident=%s", incident);
        return ProblemDetails.of(Kind.INTERNAL_ERROR, "Incident " + incident);
    }

    /** The caller went away before all of the body was there: before or while it was read. */
    private static boolean hasHungUp(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof HttpClosedException || cause instanceof ClosedChannelException);
    }

    /** Quarkus has no better sign for a form that ends too early than this message. */
    private static boolean isCutOffForm(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof MultipartParser.MalformedMessageException
                        || cause instanceof IOException
                                && String.valueOf(cause.getMessage()).contains("parsing multipart request"));
    }

    /** No connection, no lock in time, a deadlock, a serialisation failure: all of them pass. */
    private static boolean isBusy(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .anyMatch(state -> state == null || BUSY.matcher(state).matches());
    }

    private static Response render(ProblemDetails details, UriInfo uri) {
        var response = Response.status(details.status())
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(details.at(uri.getPath()));
        return details.status() == 503
                ? response.header(HttpHeaders.RETRY_AFTER, Problem.RETRY_AFTER_SECONDS)
                        .build()
                : response.build();
    }

    /** {@code create.draft.needs[2].statement} as {@code /needs/2/statement}; for a plain parameter its name. */
    private static final class Places {
        static String of(ConstraintViolation<?> violation) {
            var nodes = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                    .toList();
            var last = nodes.getLast();
            var plain = violation.getInvalidValue() instanceof CharSequence
                    || violation.getInvalidValue() instanceof Number;
            if (last.getKind() == ElementKind.PARAMETER && plain) {
                return last.getName();
            }
            return nodes.stream().map(Places::step).collect(Collectors.joining());
        }

        private static String step(Path.Node node) {
            var index = node.getIndex() == null ? "" : "/" + node.getIndex();
            return switch (node.getKind()) {
                case PROPERTY -> index + "/" + node.getName();
                case CONTAINER_ELEMENT -> index;
                default -> "";
            };
        }
    }
}
