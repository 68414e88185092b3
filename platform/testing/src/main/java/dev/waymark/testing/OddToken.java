package dev.waymark.testing;

import static io.restassured.RestAssured.given;

import dev.waymark.devstack.TokenIssuer;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** Tokens nobody should come far with, and one that is good for two workspaces. */
public enum OddToken {
    EXPIRED,
    WRONG_AUDIENCE,
    NO_GRANT,
    /** Grants {@code odd-one} and {@code odd-two}. */
    TWO_WORKSPACES;

    public RequestSpecification asks() {
        var jwt = ConfigProvider.getConfig().getValue(setting(), String.class);
        return given().auth().oauth2(jwt).contentType(ContentType.JSON);
    }

    String setting() {
        return "waymark.test.token." + name().toLowerCase(Locale.ROOT);
    }

    static Map<OddToken, String> all(TokenIssuer issuer) {
        var tokens = new EnumMap<OddToken, String>(OddToken.class);
        for (var token : values()) {
            var expiry = token == EXPIRED ? Duration.ofHours(-1) : Duration.ofHours(1);
            tokens.put(token, issuer.token(token.claims(), expiry));
        }
        return tokens;
    }

    private Map<String, Object> claims() {
        return switch (this) {
            case EXPIRED -> Map.of("sub", "odd", "groups", List.of("odd-one:admin"));
            case WRONG_AUDIENCE -> Map.of("sub", "odd", "groups", List.of("odd-one:admin"), "aud", List.of("other"));
            case NO_GRANT -> Map.of("sub", "odd", "groups", List.of("some-group"));
            case TWO_WORKSPACES -> Map.of("sub", "odd", "groups", List.of("odd-one:admin", "odd-two:admin"));
        };
    }
}
