package org.dongvon.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.dongvon.shared.Refused;

/**
 * Where one data folder keeps what.
 *
 * @param root the folder itself, readable by its owner only
 * @param binaries where the server's programs are unpacked
 */
public record DataFolder(Path root, Path binaries) {

    /** The version of the server that this build carries. */
    public static final String VERSION = "18.6";

    /** The folder with its programs inside. */
    public static DataFolder at(Path root) {
        var absolute = root.toAbsolutePath().normalize();
        return new DataFolder(absolute, absolute.resolve("postgres-" + VERSION));
    }

    /** The folder used when none is named: {@code ~/.dongvon}. */
    public static Path defaultRoot() {
        return Path.of(System.getProperty("user.home"), ".dongvon");
    }

    /** Whether a database was made here before. */
    public boolean isInitialised() {
        return Files.exists(ready());
    }

    Path data() {
        return root.resolve("data");
    }

    Path log() {
        return root.resolve("postgres.log");
    }

    Path program(String name) {
        return binaries.resolve("bin").resolve(name);
    }

    /** Held while somebody starts, stops or sets up. */
    Path lock() {
        return root.resolve("lock");
    }

    /** Held, shared, by every process that uses the server. */
    Path users() {
        return root.resolve("users.lock");
    }

    Path secrets() {
        return root.resolve("secrets.properties");
    }

    /** Address and owner's password for people and scripts. */
    Path properties() {
        return root.resolve("postgres.properties");
    }

    /** Says that roles and database were made: written last, inside the server's own folder. */
    Path ready() {
        return data().resolve("dongvon.ready");
    }

    /** Makes the folder, closed to others. */
    void create() {
        try {
            if (Files.isDirectory(root)) {
                Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
            } else {
                var parent = root.getParent();
                if (parent != null) {
                    Files.createDirectories(parent);
                }
                Files.createDirectory(
                        root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            if (!Files.isWritable(root)) {
                throw new Refused(DatabaseRefusal.NOT_WRITABLE, root.toString());
            }
        } catch (IOException e) {
            throw new Refused(DatabaseRefusal.NOT_WRITABLE, root.toString());
        } catch (UnsupportedOperationException e) {
            throw new UncheckedIOException(new IOException("no POSIX permissions on " + root, e));
        }
    }
}
