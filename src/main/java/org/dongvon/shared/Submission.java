package org.dongvon.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * One thing that one person asked the books to do.
 *
 * @param key made by the client; the same key is the same request, however often it arrives
 * @param kind the use case, such as {@code session.PostSheet}
 * @param content what was asked, as text; the same key with other content is refused
 */
public record Submission(UUID key, String kind, String content) {

    /** SHA-256 of the content, in hexadecimal. */
    String contentHash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
