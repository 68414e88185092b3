package dev.waymark.refusals;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An answer as it came, and how to get one for a request that no client would send. */
public record RawExchange(int status, Map<String, String> headers, String body) {

    private static final int PATIENCE_MILLIS = 20_000;

    /** Sends exactly these characters to the service under test, and reads until it closes the connection. */
    public static RawExchange send(String request) {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return parse(read(socket));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static RawExchange of(Response response) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        response.headers().forEach(header -> headers.put(header.getName(), header.getValue()));
        return new RawExchange(response.statusCode(), headers, response.asString());
    }

    public JsonPath json() {
        return new JsonPath(body);
    }

    /** A server that refuses may close before it has read all; what it said until then is the answer. */
    private static String read(Socket socket) throws IOException {
        var answer = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(answer);
        } catch (SocketException e) {
            if (answer.size() == 0) {
                throw e;
            }
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    private static RawExchange parse(String answer) {
        var parts = answer.split("\r\n\r\n", 2);
        var lines = parts[0].lines().toList();
        var headers = lines.stream()
                .skip(1)
                .map(line -> line.split(": *", 2))
                .collect(Collectors.toMap(
                        header -> header[0],
                        header -> header[1],
                        (a, b) -> a + ", " + b,
                        () -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER)));
        return new RawExchange(Integer.parseInt(lines.getFirst().split(" ", 3)[1]), headers, parts[1]);
    }
}
