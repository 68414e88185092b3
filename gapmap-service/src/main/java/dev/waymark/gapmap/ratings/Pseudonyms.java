package dev.waymark.gapmap.ratings;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Turns respondents' ids into keyed hashes: the same person is recognised, nobody can be named. Not thread-safe. */
public final class Pseudonyms {

    /** Characters that a respondent's id may have. */
    public static final int LONGEST = 1000;

    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;
    private final String workspace;

    /** @param workspace goes into the hash, so that nobody is recognised across workspaces */
    public Pseudonyms(String key, String workspace) {
        this.workspace = workspace;
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** 32 bytes in hexadecimal. */
    public String of(String respondent) {
        var hash = mac.doFinal((workspace + "\n" + respondent).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash);
    }
}
