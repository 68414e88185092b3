package dev.waymark.devstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.NettyWrapper;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/** An OpenID Connect issuer that gives everybody the token he asks for: for development and tests, never elsewhere. */
public final class TokenIssuer implements AutoCloseable {
    static final Duration VALIDITY = Duration.ofHours(12);

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    private final MockOAuth2Server server;
    private final OAuth2TokenProvider tokens;
    private final RoleClaims claims;
    private final String issuer;

    private TokenIssuer(int port, KeyProvider keys) throws IOException {
        var settings = StackSettings.load();
        issuer = "http://localhost:" + port + "/" + settings.get("ISSUER_REALM");
        claims = new RoleClaims(issuer, settings.get("ISSUER_AUDIENCE"));
        tokens = new OAuth2TokenProvider(keys);
        var callback = new RoleTokens(settings.get("ISSUER_REALM"), claims, VALIDITY);
        server = new MockOAuth2Server(
                new OAuth2Config(false, null, null, false, tokens, Set.of(callback), new NettyWrapper()));
        server.start(InetAddress.getByName("localhost"), port);
    }

    /** With a new signing key: tokens of an earlier start are no longer valid. Port 0 picks a free one. */
    public static TokenIssuer start(int port) {
        return start(port, new KeyProvider());
    }

    /** With the signing key kept in this folder: tokens stay valid across restarts. */
    public static TokenIssuer start(int port, Path folder) {
        return start(port, new KeyProvider(List.of(new SigningKeyFile(folder.resolve("signing-key.json")).key())));
    }

    private static TokenIssuer start(int port, KeyProvider keys) {
        try {
            return new TokenIssuer(FreePort.orAny(port), keys);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The issuer's URL: discovery is under it, and it is the {@code iss} of every token. */
    public String issuer() {
        return issuer;
    }

    public String token(String workspace, String role, String actor) {
        return token(claims.of(workspace, role, actor), VALIDITY);
    }

    /** With claims of one's own, which win over the usual issuer and audience; a negative expiry gives an expired one. */
    public String token(Map<String, Object> own, Duration expiry) {
        var all = new HashMap<>(claims.always());
        all.put("jti", UUID.randomUUID().toString());
        all.putAll(own);
        return tokens.jwt(all, expiry, realm()).serialize();
    }

    private String realm() {
        return issuer.substring(issuer.lastIndexOf('/') + 1);
    }

    /** Returns when its port is free again, or after five seconds: the server lets go of it some time after it was told to. */
    @Override
    public void close() {
        server.shutdown();
        var port = URI.create(issuer).getPort();
        var giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!FreePort.isFree(port) && System.nanoTime() < giveUp) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }
}
