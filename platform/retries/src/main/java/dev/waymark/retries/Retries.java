package dev.waymark.retries;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.http.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;

/** Does what a request asks for once, however often the request is sent with one {@link RetryKey}. */
@ApplicationScoped
public class Retries {

    private final KeptAnswers answers;
    private final ObjectMapper json;
    private final Fingerprint fingerprint;

    Retries(KeptAnswers answers, ObjectMapper json) {
        this.answers = answers;
        this.json = json;
        this.fingerprint = new Fingerprint(json);
    }

    /**
     * Runs the effect, unless this caller had it run within the last 24 hours under the same key: then the first answer is
     * given again, byte for byte. The key and all that the effect does are one transaction, begun here: services join it.
     * If the effect throws, nothing is kept and the key is free again. Without a key the effect is run as it is.
     *
     * <p>With a key the entity of the answer is JSON text, whatever {@code V} says. It is for being sent, alone or inside
     * another answer (then let {@code V} be {@code Object}); do not read it as a {@code V}.
     *
     * @param body what the request was bound to, null if it has none; decides whether a repeat asks for the same
     * @throws Problem 422 if the key was used for another body, 409 if the first request is still running after two seconds
     * @throws RuntimeException if there is a transaction already and a key is given
     */
    public <V> RestResponse<V> once(RetryKey key, Object body, Supplier<RestResponse<V>> effect) {
        if (!key.given()) {
            return effect.get();
        }
        var hash = fingerprint.of(key, body);
        return asDeclared(QuarkusTransaction.disallowingExisting()
                .call(() -> answer(key, hash, effect).response(json)));
    }

    /**
     * The same, with something to be done before the transaction begins; not when there is an answer to be given again, since
     * the world may have changed since then.
     *
     * @param before waits, say; may refuse by a {@link Problem}, which leaves the key free
     */
    public <V> RestResponse<V> once(RetryKey key, Object body, Runnable before, Supplier<RestResponse<V>> effect) {
        if (!isKept(key, body)) {
            before.run();
        }
        return once(key, body, effect);
    }

    private boolean isKept(RetryKey key, Object body) {
        return key.given()
                && QuarkusTransaction.disallowingExisting().call(() -> answers.isKept(key, fingerprint.of(key, body)));
    }

    private KeptAnswer answer(RetryKey key, String hash, Supplier<? extends RestResponse<?>> effect) {
        if (!answers.claim(key, hash)) {
            return answers.find(key, hash);
        }
        var answer = KeptAnswer.of(effect.get(), json);
        answers.keep(key, answer);
        return answer;
    }

    /** A resource declares what its entity is for OpenAPI; what is written is looked up by what the entity really is. */
    @SuppressWarnings("unchecked")
    private static <V> RestResponse<V> asDeclared(RestResponse<Object> answer) {
        return (RestResponse<V>) (RestResponse<?>) answer;
    }
}
