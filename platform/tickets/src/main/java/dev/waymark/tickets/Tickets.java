package dev.waymark.tickets;

import dev.waymark.workspace.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** Makes and reads tickets. Nothing is stored: a ticket says itself for whom, for what and until when it is good. */
@ApplicationScoped
class Tickets {

    private static final int SHORTEST_KEY = 32;
    private static final String AUDIENCE = "waymark-ticket-";
    private static final String WORKSPACE = "workspace";
    private static final String PATH = "path";
    private static final String UNTIL = "until";

    private final HmacKey key;
    private final String service;
    private final Duration lifetime;
    private final InstantSource clock;

    Tickets(TicketsConfig config, InstantSource clock) {
        var bytes = config.key().getBytes(StandardCharsets.UTF_8);
        if (bytes.length < SHORTEST_KEY) {
            throw new IllegalStateException("waymark.tickets.key must have at least " + SHORTEST_KEY + " bytes");
        }
        this.key = new HmacKey(bytes);
        this.service = config.service();
        this.lifetime = config.lifetime();
        this.clock = clock;
    }

    Ticket issue(Holder holder, String path) {
        // Expiry counts whole seconds.
        var expiry = clock.instant().plus(lifetime).truncatedTo(ChronoUnit.SECONDS);
        var claims = new JwtClaims();
        claims.setAudience(AUDIENCE + service);
        claims.setSubject(holder.caller().actor());
        claims.setStringClaim(WORKSPACE, holder.caller().workspace());
        claims.setClaim(UNTIL, holder.until().getEpochSecond());
        claims.setStringClaim(PATH, path);
        claims.setExpirationTime(NumericDate.fromSeconds(expiry.getEpochSecond()));
        var signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        signature.setKey(key);
        signature.setPayload(claims.toJson());
        try {
            return new Ticket(signature.getCompactSerialization(), path, expiry);
        } catch (JoseException e) {
            throw new IllegalStateException("a ticket could not be signed", e);
        }
    }

    /** Whose ticket it is; empty unless it is one of ours, for this path, and still good. */
    Optional<Holder> holder(String ticket, String path) {
        var reader = new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(
                        new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.HMAC_SHA256))
                .setVerificationKey(key)
                .setExpectedAudience(AUDIENCE + service)
                .setRequireExpirationTime()
                .setRequireSubject()
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                .build();
        try {
            var claims = reader.processToClaims(ticket);
            return path.equals(claims.getStringClaimValue(PATH))
                    ? Optional.of(new Holder(
                            new Caller(claims.getStringClaimValue(WORKSPACE), claims.getSubject()),
                            Instant.ofEpochSecond(claims.getClaimValue(UNTIL, Long.class))))
                    : Optional.empty();
        } catch (InvalidJwtException | MalformedClaimException e) {
            return Optional.empty();
        }
    }

    /**
     * Who has a ticket.
     *
     * @param until when the token expires that it was got with; what is begun with the ticket may last as long
     */
    record Holder(Caller caller, Instant until) {}
}
