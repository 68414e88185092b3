package dev.waymark.retries;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether two requests ask for the same: SHA-256 over query and body, the body with all names in order. */
final class Fingerprint {

    private final ObjectMapper json;
    private final ObjectWriter inOrder;

    Fingerprint(ObjectMapper json) {
        this.json = json;
        this.inOrder = json.writer().with(JsonNodeFeature.WRITE_PROPERTIES_SORTED);
    }

    /** @param body what the request was bound to; null if it has none */
    String of(RetryKey key, Object body) {
        try {
            JsonNode tree = json.valueToTree(body);
            var text = key.query() + "\n" + inOrder.writeValueAsString(tree);
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a body that is not JSON", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
