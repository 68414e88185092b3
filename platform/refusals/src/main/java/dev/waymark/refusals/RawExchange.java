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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An answer as it came, and how to get one for a request that no client would send. */
public record RawExchange(int status, Map<String, String> headers, String body) {

    private static final List<String> INSIDE =
            List.of("Exception", "java.", "io.quarkus", "dev.waymark", "\\tat ", "SQL");
    private static final int PATIENCE_MILLIS = 20_000;

    /** Sends exactly these characters to the service under test, and reads until it closes the connection. */
    public static RawExchange send(String request) {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            write(socket, request.getBytes(StandardCharsets.ISO_8859_1));
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

    /**
     * What is wrong with it as a problem, which all refusals are: it has a shape, is not kept, and tells nothing of what is
     * inside. Empty if nothing is.
     */
    public List<String> problemFaults() {
        if (!headers.getOrDefault("Content-Type", "").startsWith("application/problem+json")) {
            return List.of("it is no problem");
        }
        var problem = json();
        return Stream.of(
                        fault("no-store".equals(headers.get("Cache-Control")), "it may be kept"),
                        fault(problem.getString("type").startsWith("/problems/"), "its type is no kind of problem"),
                        fault(problem.getInt("status") == status, "its status is another one"),
                        fault(!problem.getString("title").isBlank(), "it has no title"),
                        fault(problem.getString("instance").startsWith("/"), "its instance is no path"),
                        fault(INSIDE.stream().noneMatch(body::contains), "it tells what nobody should know"))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> fault(boolean right, String otherwise) {
        return right ? Optional.empty() : Optional.of(otherwise);
    }

    /** As much as the server wants. */
    private static void write(Socket socket, byte[] request) throws IOException {
        try {
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
        } catch (SocketException closed) {
            // Whether there is an answer is seen when it is read.
        }
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
        return answer.toString(StandardCharsets.ISO_8859_1);
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
        var sent = headers.getOrDefault("Transfer-Encoding", "").equals("chunked") ? joined(parts[1]) : parts[1];
        return new RawExchange(
                Integer.parseInt(lines.getFirst().split(" ", 3)[1]),
                headers,
                new String(sent.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
    }

    /** The chunks without their sizes; a char for each byte. */
    private static String joined(String chunks) {
        var whole = new StringBuilder();
        var rest = chunks;
        while (!rest.startsWith("0\r\n")) {
            var line = rest.split("\r\n", 2);
            var size = Integer.parseInt(line[0], 16);
            whole.append(line[1], 0, size);
            rest = line[1].substring(size + "\r\n".length());
        }
        return whole.toString();
    }
}
