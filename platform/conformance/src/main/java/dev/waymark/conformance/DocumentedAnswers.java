package dev.waymark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.OpenApiDocument.Answer;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Holds every answer that a test gets from {@code /v1} against the stored document of the service. Quarkus finds it as a
 * callback of tests, so no test has to name it.
 */
public final class DocumentedAnswers implements QuarkusTestBeforeEachCallback, Filter {

    private static OpenApiDocument document;

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        var service = ConfigProvider.getConfig().getValue("quarkus.application.name", String.class);
        // While the document is being written anew, answers are ahead of it.
        var stored = new StoredOpenApi(service);
        if (!StoredOpenApi.isBeingUpdated() && stored.exists()) {
            install(stored);
        }
    }

    private void install(StoredOpenApi stored) {
        if (document == null) {
            document = OpenApiDocument.of(stored.text());
        }
        if (RestAssured.filters().stream().noneMatch(DocumentedAnswers.class::isInstance)) {
            RestAssured.filters(this);
        }
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        var response = context.next(request, expected);
        var uri = URI.create(request.getURI());
        var path = uri.getRawPath();
        if (path.startsWith("/v1") && !request.getMethod().equals("OPTIONS")) {
            var answer = new Answer(
                    request.getMethod(),
                    path,
                    uri.getRawQuery(),
                    response.statusCode(),
                    response.contentType(),
                    response.headers().asList().stream().map(Header::getName).collect(Collectors.toSet()),
                    response::asString);
            assertThat(document.faults(answer))
                    .as("%s %s is not answered as the document says", request.getMethod(), path)
                    .isEmpty();
        }
        return response;
    }
}
