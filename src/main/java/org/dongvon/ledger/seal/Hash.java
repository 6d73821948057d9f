package org.dongvon.ledger.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A SHA-256: 32 bytes, written as 64 lower-case hexadecimal digits. */
public final class Hash {

    static final int BYTES = 32;

    /** What the first seal of an office follows. */
    public static final Hash ZERO = new Hash(new byte[BYTES]);

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The SHA-256 of a text in UTF-8. */
    public static Hash of(String text) {
        return new Hash(sha256().digest(text.getBytes(UTF_8)));
    }

    /** The SHA-256 of bytes. */
    static Hash ofContent(byte[] content) {
        return new Hash(sha256().digest(content));
    }

    /** The SHA-256 of a mark and what follows it: RFC 6962 sets leaves (0) and nodes (1) apart by it. */
    static Hash marked(int mark, byte[]... parts) {
        var digest = sha256();
        digest.update((byte) mark);
        for (var part : parts) {
            digest.update(part);
        }
        return new Hash(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * The hash of these bytes.
     *
     * @throws IllegalArgumentException when they are not 32
     */
    public static Hash ofBytes(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a SHA-256 has 32 bytes, not " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /**
     * Reads 64 hexadecimal digits.
     *
     * @throws IllegalArgumentException when the text is anything else
     */
    public static Hash parse(String text) {
        return ofBytes(HexFormat.of().parseHex(text));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    byte[] raw() {
        return bytes;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
