package dev.waymark.gapmap.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * By which an import is recognised when it is sent again.
 *
 * @param key the caller's, or one made of the hash
 * @param hash SHA-256 of the mapping and the file
 */
record Fingerprint(String key, String hash) {

    static Fingerprint of(String callersKey, Mapping mapping, Path file, ObjectMapper json) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(json.writer()
                    .with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .writeValueAsBytes(mapping));
            try (var sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
                Files.copy(file, sink);
            }
            var hash = HexFormat.of().formatHex(digest.digest());
            return new Fingerprint(callersKey == null ? "content " + hash : callersKey, hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
