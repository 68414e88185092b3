package dev.waymark.conformance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The OpenAPI document of a service as it stands in {@code contracts/<service>/openapi.yaml}. */
public record StoredOpenApi(String service) {

    /** Fails if the running service describes itself otherwise; {@code -Dcontracts.update=true} writes it anew. */
    public void isReviewed() {
        var live = given().accept("application/yaml").get("/openapi").asString();
        if (isBeingUpdated()) {
            write(live);
        } else {
            assertThat(RestAssured.filters())
                    .as("what holds every answer against the document")
                    .hasAtLeastOneElementOfType(DocumentedAnswers.class);
        }
        assertThat(exists() ? text() : "")
                .as(
                        "The API of %s is not what contracts/%s/openapi.yaml says. If that is intended, run this test"
                                + " again with -Dcontracts.update=true and have the file's change reviewed.",
                        service, service)
                .isEqualTo(live);
    }

    static boolean isBeingUpdated() {
        return Boolean.getBoolean("contracts.update");
    }

    boolean exists() {
        return Files.exists(file());
    }

    String text() {
        try {
            return Files.readString(file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String text) {
        try {
            Files.createDirectories(file().getParent());
            Files.writeString(file(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file() {
        return Path.of(System.getProperty("waymark.root"), "contracts", service, "openapi.yaml");
    }
}
