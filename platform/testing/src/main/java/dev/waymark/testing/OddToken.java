package dev.waymark.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.waymark.devstack.TokenIssuer;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** Tokens nobody should come far with, and one that is good for two workspaces. */
public enum OddToken {
    EXPIRED("expired"),
    WRONG_AUDIENCE("other audience"),
    WRONG_ISSUER("other issuer"),
    /** Not signed, and says so. */
    ALG_NONE("`alg: none`"),
    /** Signed by a key of one's own that bears the name of the issuer's. */
    OTHER_KEY("other key"),
    /** Signed by HMAC with the issuer's public key, which everybody knows, for a secret. */
    PUBLIC_KEY_AS_SECRET("public key as secret"),
    NO_GRANT("no grant"),
    /** Grants {@code odd-one} and {@code odd-two}. */
    TWO_WORKSPACES("two workspaces");

    private static final Duration VALIDITY = Duration.ofHours(1);
    private static final int KEY_BITS = 2048;

    private final String title;

    OddToken(String title) {
        this.title = title;
    }

    /** What is odd about it. */
    public String title() {
        return title;
    }

    public RequestSpecification asks() {
        return TestWorkspace.with(ConfigProvider.getConfig().getValue(setting(), String.class));
    }

    String setting() {
        return "waymark.test.token." + name().toLowerCase(Locale.ROOT);
    }

    static Map<OddToken, String> all(TokenIssuer issuer) {
        var tokens = new EnumMap<OddToken, String>(OddToken.class);
        try {
            for (var token : values()) {
                tokens.put(token, token.forge(issuer));
            }
            return tokens;
        } catch (JOSEException | ParseException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String forge(TokenIssuer issuer) throws JOSEException, ParseException, IOException {
        var proper = SignedJWT.parse(issuer.token(claims(), this == EXPIRED ? VALIDITY.negated() : VALIDITY));
        return switch (this) {
            case ALG_NONE -> new PlainJWT(proper.getJWTClaimsSet()).serialize();
            case OTHER_KEY -> {
                var own = new RSAKeyGenerator(KEY_BITS).generate();
                yield signed(proper, proper.getHeader().getAlgorithm(), new RSASSASigner(own));
            }
            case PUBLIC_KEY_AS_SECRET -> signed(proper, JWSAlgorithm.HS256, new MACSigner(publicKey(issuer)));
            default -> proper.serialize();
        };
    }

    private static String signed(SignedJWT like, JWSAlgorithm algorithm, JWSSigner signer)
            throws JOSEException, ParseException {
        JWTClaimsSet claims = like.getJWTClaimsSet();
        var header = new JWSHeader.Builder(algorithm)
                .keyID(like.getHeader().getKeyID())
                .type(like.getHeader().getType())
                .build();
        var token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }

    private static byte[] publicKey(TokenIssuer issuer) throws IOException, ParseException, JOSEException {
        var keys = JWKSet.load(URI.create(issuer.issuer() + "/jwks").toURL());
        return keys.getKeys().getFirst().toRSAKey().toRSAPublicKey().getEncoded();
    }

    private Map<String, Object> claims() {
        return switch (this) {
            case WRONG_AUDIENCE -> Map.of("sub", "odd", "groups", List.of("odd-one:admin"), "aud", List.of("other"));
            case WRONG_ISSUER ->
                Map.of("sub", "odd", "groups", List.of("odd-one:admin"), "iss", "https://id.example.com");
            case NO_GRANT -> Map.of("sub", "odd", "groups", List.of("some-group"));
            case TWO_WORKSPACES -> Map.of("sub", "odd", "groups", List.of("odd-one:admin", "odd-two:admin"));
            default -> Map.of("sub", "odd", "groups", List.of("odd-one:admin"));
        };
    }
}
