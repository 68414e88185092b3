package dev.waymark.devstack.launch;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.waymark.devstack.StackSettings;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Asks the running issuer for a token, as any client would. */
public record TokenRequestForm(StackSettings settings) {
    public String token(Map<String, String> parameters) throws IOException, InterruptedException, ParseException {
        var issuer = URI.create(
                "http://localhost:%d/%s/token".formatted(settings.port("ISSUER_PORT"), settings.get("ISSUER_REALM")));
        var request = HttpRequest.newBuilder(issuer)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(parameters)))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return (String) JSONObjectUtils.parse(response.body()).get("access_token");
        } catch (ConnectException e) {
            throw new Refusal("No token issuer answers at " + issuer + "; start the stack with ./waymark up.");
        }
    }

    private static String form(Map<String, String> parameters) {
        var all = new TreeMap<>(parameters);
        all.put("grant_type", "client_credentials");
        all.put("client_id", "waymark-cli");
        all.put("client_secret", "none");
        return all.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
