package org.dongvon.shared;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;

/** The key of this installation's personal data. It lives beside the database, never in it. */
public final class InstallationKey {

    private static final int BYTES = 32;

    private final SecretKeySpec key;

    private InstallationKey(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("an installation key has " + BYTES + " bytes, not " + bytes.length);
        }
        this.key = new SecretKeySpec(bytes, "AES");
    }

    /** A new key that is stored nowhere: for tests and trials. */
    public static InstallationKey random() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new InstallationKey(bytes);
    }

    /** The key in a file of mode 0600, made there the first time. */
    public static InstallationKey in(Path file) throws IOException {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel =
                Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owner)) {
            channel.write(java.nio.charset.StandardCharsets.US_ASCII.encode(
                    HexFormat.of().formatHex(bytes)));
        } catch (FileAlreadyExistsException e) {
            return new InstallationKey(
                    HexFormat.of().parseHex(Files.readString(file).strip()));
        }
        return new InstallationKey(bytes);
    }

    public SecretKeySpec key() {
        return key;
    }
}
