package dev.waymark.persona.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Answers are sent compressed to who understands it. */
@QuarkusTest
class CompressionTest {

    private final TestWorkspace workspace = TestWorkspace.fresh();

    @Test
    void jsonIsCompressedWhenAsked() throws Exception {
        var name = "n".repeat(200);
        for (int i = 0; i < 10; i++) {
            workspace.editor().body("{\"name\": \"" + name + "\"}").post("/v1/personas");
        }

        var plain = get("/v1/personas", "identity");
        var zipped = get("/v1/personas", "gzip");

        assertThat(plain.headers().firstValue("Content-Encoding").orElse("identity"))
                .isEqualTo("identity");
        assertThat(zipped.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(zipped.body()).hasSizeLessThan(plain.body().length / 2);
        assertThat(unzipped(zipped)).isEqualTo(new String(plain.body(), StandardCharsets.UTF_8));
    }

    private HttpResponse<byte[]> get(String path, String encoding) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Authorization", "Bearer " + workspace.token("viewer"))
                .header("Accept-Encoding", encoding)
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private static String unzipped(HttpResponse<byte[]> answer) throws IOException {
        try (var unzip = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            return new String(unzip.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
