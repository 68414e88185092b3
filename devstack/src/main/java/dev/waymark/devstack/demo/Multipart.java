package dev.waymark.devstack.demo;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;

/** The form of an import: what the columns mean, and the file. */
record Multipart(String mapping, BodyPublisher file) {

    private static final String BOUNDARY = "waymark-5d0c1b7e8f";

    static Multipart of(Object mapping, Path file) throws IOException {
        return new Multipart(Api.JSON.writeValueAsString(mapping), BodyPublishers.ofFile(file));
    }

    static Multipart of(Object mapping, String file) throws IOException {
        return new Multipart(Api.JSON.writeValueAsString(mapping), BodyPublishers.ofString(file));
    }

    String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    BodyPublisher body() {
        var before = """
                --%1$s\r
                Content-Disposition: form-data; name="mapping"\r
                Content-Type: application/json\r
                \r
                %2$s\r
                --%1$s\r
                Content-Disposition: form-data; name="file"; filename="ratings.csv"\r
                Content-Type: text/csv\r
                \r
                """.formatted(BOUNDARY, mapping);
        return BodyPublishers.concat(
                BodyPublishers.ofString(before), file, BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
    }
}
