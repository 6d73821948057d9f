package org.dongvon.shared;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The private keys by which this installation seals its books: key pairs of Ed25519, the newest last, and one secret for
 * what must not be guessed. They live beside the database, never in it: whoever rewrites the database cannot sign.
 */
public final class SealKeys {

    private static final String ED25519 = "Ed25519";
    private static final String HMAC = "HmacSHA256";
    private static final int SECRET_BYTES = 32;

    private final @Nullable Path file;
    private volatile Ring ring;

    private SealKeys(@Nullable Path file, Ring ring) {
        this.file = file;
        this.ring = ring;
    }

    /** New keys that are stored nowhere: for tests and trials. */
    public static SealKeys random() {
        return new SealKeys(null, Ring.made());
    }

    /** The keys in a file of mode 0600, made there the first time. */
    public static SealKeys in(Path file) throws IOException {
        try {
            return new SealKeys(file, Ring.read(file));
        } catch (NoSuchFileException e) {
            Ring.made().writeFirst(file);
            return new SealKeys(file, Ring.read(file));
        }
    }

    /** The public half of the newest pair, as SubjectPublicKeyInfo. */
    public byte[] newest() {
        return ring.pairs().getLast().getPublic().getEncoded();
    }

    /** Whether the private half of a public key is here; the file is read again if need be. */
    public boolean holds(byte[] publicKey) {
        return pair(publicKey).isPresent();
    }

    /**
     * Signs a text with the private half of a public key.
     *
     * @throws IllegalStateException when it is not here
     */
    public byte[] sign(byte[] publicKey, String text) {
        var pair = pair(publicKey).orElseThrow(() -> new IllegalStateException("no private key for this public key"));
        try {
            var signature = Signature.getInstance(ED25519);
            signature.initSign(pair.getPrivate());
            signature.update(text.getBytes(UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 is part of every Java", e);
        }
    }

    /** Whether a signature of a text is that of a public key. */
    public static boolean verifies(byte[] publicKey, String text, byte[] signed) {
        try {
            var signature = Signature.getInstance(ED25519);
            signature.initVerify(KeyFactory.getInstance(ED25519).generatePublic(new X509EncodedKeySpec(publicKey)));
            signature.update(text.getBytes(UTF_8));
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** HMAC-SHA-256 of a text under the secret; {@code purpose} keeps uses apart. */
    public byte[] keyed(String purpose, String text) {
        return hmac(hmac(ring.secret(), purpose), text);
    }

    /** HMAC-SHA-256 of a text under a key. */
    public static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is part of every Java", e);
        }
    }

    /** Adds a new pair, which is the newest from now on; returns its public half. */
    public synchronized byte[] add() {
        var grown = read().with(Ring.pair());
        if (file != null) {
            try {
                grown.write(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        ring = grown;
        return newest();
    }

    private Optional<KeyPair> pair(byte[] publicKey) {
        var found = ring.find(publicKey);
        if (found.isEmpty()) {
            ring = read();
            found = ring.find(publicKey);
        }
        return found;
    }

    private Ring read() {
        try {
            return file == null ? ring : Ring.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Ring {

        private static final String HEAD =
                "# Keys that seal the closed days. Without this file no day can be sealed, and receipts cannot be looked up.\n";

        private final byte[] secret;
        private final List<KeyPair> pairs;

        private Ring(byte[] secret, List<KeyPair> pairs) {
            if (secret.length != SECRET_BYTES || pairs.isEmpty()) {
                throw new IllegalStateException("the file of the seal keys is damaged");
            }
            this.secret = secret;
            this.pairs = List.copyOf(pairs);
        }

        static Ring made() {
            var secret = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(secret);
            return new Ring(secret, List.of(pair()));
        }

        static KeyPair pair() {
            try {
                return KeyPairGenerator.getInstance(ED25519).generateKeyPair();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Ed25519 is part of every Java", e);
            }
        }

        byte[] secret() {
            return secret;
        }

        List<KeyPair> pairs() {
            return pairs;
        }

        Ring with(KeyPair pair) {
            var grown = new ArrayList<>(pairs);
            grown.add(pair);
            return new Ring(secret, grown);
        }

        Optional<KeyPair> find(byte[] publicKey) {
            return pairs.stream()
                    .filter(pair -> Arrays.equals(pair.getPublic().getEncoded(), publicKey))
                    .findFirst();
        }

        static Ring read(Path file) throws IOException {
            var secret = new byte[0];
            var pairs = new ArrayList<KeyPair>();
            for (var line : Files.readAllLines(file, UTF_8)) {
                var words = line.split(" ", -1);
                if (words[0].equals("secret")) {
                    secret = Base64.getDecoder().decode(words[1]);
                } else if (words[0].equals("pair")) {
                    pairs.add(pair(words[1], words[2]));
                }
            }
            return new Ring(secret, pairs);
        }

        private static KeyPair pair(String publicKey, String privateKey) {
            try {
                var keys = KeyFactory.getInstance(ED25519);
                return new KeyPair(
                        keys.generatePublic(
                                new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey))),
                        keys.generatePrivate(
                                new PKCS8EncodedKeySpec(Base64.getDecoder().decode(privateKey))));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("the file of the seal keys is damaged", e);
            }
        }

        /** Writes the file unless another process did so meanwhile. */
        void writeFirst(Path file) throws IOException {
            var writing = written(file);
            try {
                Files.createLink(file, writing);
            } catch (FileAlreadyExistsException e) {
                // The other's keys are the keys.
            } finally {
                Files.delete(writing);
            }
        }

        /** Replaces the file in one step. */
        void write(Path file) throws IOException {
            Files.move(written(file), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }

        /** A file beside it, readable by its owner only. */
        private Path written(Path file) throws IOException {
            var base64 = Base64.getEncoder();
            var text = new StringBuilder(HEAD);
            text.append("secret ").append(base64.encodeToString(secret)).append('\n');
            for (var pair : pairs) {
                text.append("pair ")
                        .append(base64.encodeToString(pair.getPublic().getEncoded()))
                        .append(' ')
                        .append(base64.encodeToString(pair.getPrivate().getEncoded()))
                        .append('\n');
            }
            var writing = Files.createTempFile(
                    Objects.requireNonNull(file.toAbsolutePath().getParent()),
                    "writing-",
                    ".tmp",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            return Files.writeString(writing, text);
        }
    }
}
