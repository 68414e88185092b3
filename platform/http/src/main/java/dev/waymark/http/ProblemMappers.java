package dev.waymark.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every exception into one shape. What the caller did wrong is not logged; what we did wrong is, once. */
class ProblemMappers {

    @ServerExceptionMapper
    Response problem(Problem e, UriInfo uri) {
        return render(e.details(), uri);
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException e, UriInfo uri) {
        var errors = e.getConstraintViolations().stream()
                .map(v -> new ProblemDetails.Violation(JsonPointers.of(v.getPropertyPath()), v.getMessage()))
                .sorted(java.util.Comparator.comparing(ProblemDetails.Violation::pointer))
                .toList();
        return render(Problem.invalid(errors).details(), uri);
    }

    @ServerExceptionMapper
    Response malformed(JsonProcessingException e, UriInfo uri) {
        return render(malformedBody(e).details(), uri);
    }

    /** Quarkus brings a mapper of its own for this one, which would be nearer than the one above. */
    @ServerExceptionMapper
    Response mismatched(MismatchedInputException e, UriInfo uri) {
        return malformed(e, uri);
    }

    @ServerExceptionMapper
    Response framework(WebApplicationException e, UriInfo uri) {
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
        var title = e.getResponse().getStatusInfo().getReasonPhrase();
        return render(ProblemDetails.of(status, title, e.getMessage()), uri);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthorized(UriInfo uri) {
        var details = ProblemDetails.of(401, "Unauthorized", "Send a valid bearer token.");
        return Response.fromResponse(render(details, uri))
                .header("WWW-Authenticate", "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e, UriInfo uri) {
        var detail = "The token grants no sufficient role in this workspace; one with several workspaces"
                + " must name one in X-Workspace.";
        return render(ProblemDetails.of(403, "Forbidden", detail), uri);
    }

    @ServerExceptionMapper
    Response unexpected(Throwable e, UriInfo uri) {
        var incident = UUID.randomUUID();
        Log.errorf(e, "Request failed incident=%s path=%s", incident, uri.getPath());
        return render(ProblemDetails.of(500, "Internal Server Error", "Incident " + incident), uri);
    }

    private static Problem malformedBody(JsonProcessingException e) {
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return Problem.invalid(pointer(mapping.getPath()), why(mapping));
        }
        return Problem.invalid("", "not valid JSON: " + e.getOriginalMessage());
    }

    private static String why(JsonMappingException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown -> "unknown property";
            case ValueInstantiationException refused
            when refused.getCause() instanceof IllegalArgumentException why -> why.getMessage();
            default -> e.getOriginalMessage();
        };
    }

    private static String pointer(List<JsonMappingException.Reference> path) {
        return path.stream()
                .map(r -> "/" + (r.getFieldName() == null ? r.getIndex() : r.getFieldName()))
                .collect(Collectors.joining());
    }

    private static Response render(ProblemDetails details, UriInfo uri) {
        var response =
                Response.status(details.status()).type(Problem.MEDIA_TYPE).entity(details.at(uri.getPath()));
        return details.status() == 503 ? response.header("Retry-After", 1).build() : response.build();
    }

    /** Property paths of Bean Validation ({@code create.draft.needs[2].statement}) as JSON pointers. */
    private static final class JsonPointers {
        static String of(jakarta.validation.Path path) {
            return StreamSupport.stream(path.spliterator(), false)
                    .filter(n -> n.getKind() == jakarta.validation.ElementKind.PROPERTY
                            || n.getKind() == jakarta.validation.ElementKind.CONTAINER_ELEMENT
                            || n.getKind() == jakarta.validation.ElementKind.PARAMETER)
                    .map(JsonPointers::step)
                    .collect(Collectors.joining());
        }

        private static String step(jakarta.validation.Path.Node node) {
            var index = node.getIndex() == null ? "" : "/" + node.getIndex();
            return switch (node.getKind()) {
                case PROPERTY -> index + "/" + node.getName();
                case CONTAINER_ELEMENT -> index;
                default -> "";
            };
        }
    }
}
