package dev.waymark.persona.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.waymark.refusals.RawExchange;
import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers that go away, and those that speak another HTTP. */
@QuarkusTest
class OddConnectionsTest {

    private static final int CALLERS = 10;

    @ParameterizedTest
    @ValueSource(strings = {"GET /q/health/live", "GET /v1/personas"})
    void aVersionOfHttpThatThereIsNotIsTakenForTheOneThereIs(String request) {
        var rest = "\r\nHost: localhost\r\nConnection: close\r\n\r\n";

        assertThat(RawExchange.send(request + " HTTP/9.9" + rest).status())
                .isEqualTo(RawExchange.send(request + " HTTP/1.1" + rest).status());
    }

    /** What follows on the log is the failure that ends the test, and nothing of those who hung up before. */
    @Test
    void whoHangsUpWhileSendingIsNoIncident() throws IOException {
        var token = TestWorkspace.fresh().token("editor");
        try (var log = new Errors()) {
            for (int i = 0; i < CALLERS; i++) {
                hangUp(token);
            }
            RestAssured.get("/failures").then().statusCode(500);

            await().atMost(Duration.ofSeconds(30)).until(() -> !log.seen.isEmpty());
            assertThat(log.seen).hasSize(1).first().satisfies(record -> assertThat(record.getThrown())
                    .hasMessage(FailingResource.SECRET));
        }
    }

    private static void hangUp(String token) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            var request = "POST /v1/personas HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                    + "\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"name\":";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        }
    }

    /** The errors that are logged while it is open. */
    private static final class Errors extends Handler implements AutoCloseable {

        private final List<LogRecord> seen = new CopyOnWriteArrayList<>();

        Errors() {
            Logger.getLogger("").addHandler(this);
        }

        @Override
        public void publish(LogRecord entry) {
            if (entry.getLevel().intValue() >= Level.SEVERE.intValue()) {
                seen.add(entry);
            }
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            Logger.getLogger("").removeHandler(this);
        }
    }
}
