package dev.waymark.gapmap.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.refusals.RawExchange;
import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A form that is none is the caller's mistake. */
@QuarkusTest
class FormProblemsTest {

    private static final String TYPE = "multipart/form-data; boundary=b";
    private static final String PART = "--b\r\nContent-Disposition: form-data; name=\"mapping\"\r\n"
            + "Content-Type: application/json\r\n\r\n{\"provider\": \"who\", \"needs\": {\"a\": \"key:a\"}}";

    static Stream<Arguments> forms() {
        return Stream.of(
                Arguments.of("no boundary", "multipart/form-data", PART + "\r\n--b--\r\n"),
                Arguments.of("an empty form", TYPE, ""),
                Arguments.of("text that is no form", TYPE, "who,a\nferry,3\n"),
                Arguments.of("cut off in a value", TYPE, PART),
                Arguments.of("cut off in a header", TYPE, "--b\r\nContent-Dispos"),
                Arguments.of("a header that is none", TYPE, "--b\r\nnonsense\r\n\r\nx\r\n--b--\r\n"),
                Arguments.of("a part without a name", TYPE, "--b\r\nX: y\r\n\r\nx\r\n--b--\r\n"),
                Arguments.of(
                        "a coding that is none",
                        TYPE,
                        "--b\r\nContent-Disposition: form-data; name=\"mapping\"\r\nContent-Transfer-Encoding: base64"
                                + "\r\n\r\n!!!!\r\n--b--\r\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void isInvalid(String what, String type, String form) {
        var answer = RawExchange.send("POST /v1/gap-maps/" + UUID.randomUUID() + "/imports HTTP/1.1\r\n"
                + "Host: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                + TestWorkspace.fresh().token("editor") + "\r\nContent-Type: " + type + "\r\nContent-Length: "
                + form.length() + "\r\n\r\n" + form);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().get("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().getString("type")).isEqualTo("/problems/invalid-request");
        assertThat(answer.body()).doesNotContain("Exception", "Incident", "java.");
    }
}
