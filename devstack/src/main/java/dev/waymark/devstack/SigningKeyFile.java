package dev.waymark.devstack;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.ParseException;

/** The issuer's private key as a file, made on first use. */
record SigningKeyFile(Path file) {
    JWK key() {
        try {
            return Files.exists(file) ? JWK.parse(Files.readString(file)) : create();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException("not a usable signing key: " + file, e);
        }
    }

    private JWK create() throws IOException, JOSEException {
        var key = new RSAKeyGenerator(2048).generate();
        Files.createDirectories(file.getParent());
        // Temporary files are readable by their owner only, and a move never leaves half a key.
        var draft = Files.createTempFile(file.getParent(), "signing-key", ".tmp");
        Files.writeString(draft, key.toJSONString());
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        return key;
    }
}
