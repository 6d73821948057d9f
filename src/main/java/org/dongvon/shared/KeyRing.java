package org.dongvon.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The keys of this installation's personal data, by number, and one more for looking people up. They lie in a file of mode
 * 0600 beside the database, never in it; which number encrypts is said by the database, so that all servers of one
 * database agree.
 *
 * <p>Example: {@code key(2)} is the key that the first rotation made; a server that has not seen it yet reads the file
 * again.
 */
public final class KeyRing {

    private static final int BYTES = 32;
    private static final String HEAD = """
            # Keys of personal data. Without this file no identity number can be read: keep a copy of it, and never beside a
            # copy of the database.
            """;

    private final @Nullable Path file;
    private volatile Keys keys;

    private KeyRing(@Nullable Path file, Keys keys) {
        this.file = file;
        this.keys = keys;
    }

    /** A ring with one key that is stored nowhere: for tests and trials. */
    public static KeyRing random() {
        return new KeyRing(null, new Keys(new TreeMap<>(Map.of(1, fresh())), fresh()));
    }

    /** The ring of a file, made there the first time with the installation's key as number 1. */
    public static KeyRing in(Path file, InstallationKey first) throws IOException {
        if (Files.notExists(file)) {
            var made = new Keys(new TreeMap<>(Map.of(1, first.key().getEncoded())), fresh());
            // Two programs that start at once must not each make a ring of their own.
            write(file, made, (writing, target) -> {
                try {
                    Files.createLink(target, writing);
                } catch (FileAlreadyExistsException e) {
                    // The other program was quicker, and its ring is the one.
                }
                Files.delete(writing);
            });
        }
        return new KeyRing(file, read(file));
    }

    /**
     * A key to encrypt or decrypt with.
     *
     * @throws IllegalStateException when the file does not have it either
     */
    public SecretKeySpec key(int number) {
        var found = keys.byNumber().get(number);
        if (found == null) {
            refresh();
            found = keys.byNumber().get(number);
        }
        if (found == null) {
            throw new IllegalStateException("key " + number + " of personal data is not in " + file);
        }
        return new SecretKeySpec(found, "AES");
    }

    /** The key of look-up hashes, which is never changed by a rotation. */
    public SecretKeySpec lookup() {
        return new SecretKeySpec(keys.lookup(), "HmacSHA256");
    }

    /** The numbers there are keys for, in the file as it is now. */
    public Set<Integer> numbers() {
        refresh();
        return Set.copyOf(keys.byNumber().keySet());
    }

    /** Makes a key under a new number, on disk before this returns; a number that exists keeps its key. */
    public synchronized void add(int number) {
        refresh();
        if (!keys.byNumber().containsKey(number)) {
            var more = new TreeMap<>(keys.byNumber());
            more.put(number, fresh());
            replace(new Keys(more, keys.lookup()));
        }
    }

    /** Forgets all keys but these. What was encrypted under the others can never be read again. */
    public synchronized void keepOnly(Set<Integer> numbers) {
        refresh();
        var fewer = new TreeMap<>(keys.byNumber());
        if (fewer.keySet().retainAll(numbers)) {
            if (fewer.isEmpty()) {
                throw new IllegalArgumentException("a ring without keys opens nothing");
            }
            replace(new Keys(fewer, keys.lookup()));
        }
    }

    private synchronized void refresh() {
        if (file != null) {
            keys = read(file);
        }
    }

    private void replace(Keys changed) {
        if (file != null) {
            write(
                    file,
                    changed,
                    (writing, target) -> Files.move(
                            writing, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING));
        }
        keys = changed;
    }

    private static byte[] fresh() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static Keys read(Path file) {
        var lines = new Properties();
        try (var in = Files.newBufferedReader(file, StandardCharsets.US_ASCII)) {
            lines.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var byNumber = new TreeMap<Integer, byte[]>();
        for (var name : lines.stringPropertyNames()) {
            if (name.startsWith("key.")) {
                byNumber.put(Integer.valueOf(name.substring(4)), parse(lines.getProperty(name)));
            }
        }
        var lookup = lines.getProperty("lookup");
        if (lookup == null || byNumber.isEmpty()) {
            throw new IllegalStateException(file + " is not a file of keys");
        }
        return new Keys(byNumber, parse(lookup));
    }

    private static byte[] parse(String hex) {
        var bytes = HexFormat.of().parseHex(hex.strip());
        if (bytes.length != BYTES) {
            throw new IllegalStateException("a key has " + BYTES + " bytes, not " + bytes.length);
        }
        return bytes;
    }

    /** On disk, whole, before anything is encrypted under it: a key that a power cut takes would take people's data along. */
    private static void write(Path file, Keys keys, Placing placing) {
        var text = new StringBuilder(HEAD);
        keys.byNumber().forEach((number, key) -> text.append("key.%d=%s\n".formatted(number, hex(key))));
        text.append("lookup=%s\n".formatted(hex(keys.lookup())));
        var folder = file.toAbsolutePath().getParent();
        try {
            var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            var writing = Files.createTempFile(folder, "keys-", ".tmp", owner);
            try (var channel = FileChannel.open(writing, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.US_ASCII)));
                channel.force(true);
            }
            placing.place(writing, file);
            try (var entry = FileChannel.open(folder, StandardOpenOption.READ)) {
                entry.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hex(byte[] key) {
        return HexFormat.of().formatHex(key);
    }

    /** Gives a written file its name. */
    private interface Placing {
        void place(Path writing, Path target) throws IOException;
    }

    // Arrays on purpose: these never leave the class, and are never compared or printed.
    @SuppressWarnings("ArrayRecordComponent")
    private record Keys(SortedMap<Integer, byte[]> byNumber, byte[] lookup) {}
}
