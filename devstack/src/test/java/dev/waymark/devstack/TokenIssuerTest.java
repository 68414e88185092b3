package dev.waymark.devstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenIssuerTest {
    @Test
    void discoveryLeadsToTheKeyThatATokenValidatesWith() throws Exception {
        try (var issuer = TokenIssuer.start(0)) {
            var claims = validated(issuer, issuer.token("demo", "editor", "ada"));
            assertThat(claims.getIssuer()).isEqualTo(issuer.issuer());
            assertThat(claims.getAudience()).containsExactly("waymark");
            assertThat(claims.getStringListClaim("groups")).containsExactly("demo:editor");
            assertThat(claims.getSubject()).isEqualTo("ada");
            assertThat(claims.getStringClaim("preferred_username")).isEqualTo("ada");
            assertThat(claims.getExpirationTime().toInstant())
                    .isBetween(Instant.now().plusSeconds(43_100), Instant.now().plusSeconds(43_201));
        }
    }

    @Test
    void theSameTokenIsToBeHadOverHttp() throws Exception {
        try (var issuer = TokenIssuer.start(0)) {
            var form = "grant_type=client_credentials&client_id=cli&client_secret=none"
                    + "&workspace=demo&role=viewer&actor=grace";
            // Asked for by another name of the same host, the issuer must still be the configured one.
            var address = issuer.issuer().replace("localhost", "127.0.0.1") + "/token";
            var answer = http(HttpRequest.newBuilder(URI.create(address))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form)));
            var claims = validated(issuer, (String) answer.get("access_token"));
            assertThat(claims.getIssuer()).isEqualTo(issuer.issuer());
            assertThat(claims.getStringListClaim("groups")).containsExactly("demo:viewer");
            assertThat(claims.getSubject()).isEqualTo("grace");
        }
    }

    @Test
    void testsMayAskForWrongTokens() throws Exception {
        try (var issuer = TokenIssuer.start(0)) {
            var expired = issuer.token(Map.of("sub", "ada"), Duration.ofHours(-1));
            assertThatThrownBy(() -> validated(issuer, expired)).hasMessageContaining("Expired JWT");
            var foreign = issuer.token(Map.of("aud", "elsewhere"), Duration.ofHours(1));
            assertThat(validated(issuer, foreign).getAudience()).containsExactly("elsewhere");
        }
    }

    @Test
    void aTokenStaysValidWhenTheKeyIsKept(@TempDir Path folder) throws Exception {
        String token;
        int port;
        try (var first = TokenIssuer.start(0, folder)) {
            token = first.token("demo", "editor", "ada");
            port = URI.create(first.issuer()).getPort();
        }
        try (var second = TokenIssuer.start(port, folder)) {
            assertThat(validated(second, token).getSubject()).isEqualTo("ada");
        }
    }

    private static JWTClaimsSet validated(TokenIssuer issuer, String token) throws Exception {
        var metadata = http(HttpRequest.newBuilder(URI.create(issuer.issuer() + "/.well-known/openid-configuration")));
        assertThat(metadata).containsEntry("issuer", issuer.issuer());
        var keys = JWKSourceBuilder.create(
                        URI.create((String) metadata.get("jwks_uri")).toURL())
                .build();
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
        return processor.process(token, null);
    }

    private static Map<String, Object> http(HttpRequest.Builder request) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return JSONObjectUtils.parse(response.body());
        }
    }
}
