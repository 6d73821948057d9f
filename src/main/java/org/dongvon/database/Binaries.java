package org.dongvon.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.dongvon.shared.Refused;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** The server's programs, unpacked once from the library that carries them. */
final class Binaries {

    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

    private Binaries() {}

    /** Refuses a system for which no programs are carried. */
    static void requirePlatform(String system, String processor) {
        var linux = system.toLowerCase(Locale.ROOT).equals("linux");
        if (!linux || !(processor.equals("amd64") || processor.equals("x86_64"))) {
            throw new Refused(DatabaseRefusal.UNSUPPORTED_PLATFORM, system, processor);
        }
    }

    /**
     * Unpacks beside the target and moves it there in one step: an interrupted run leaves no half a server, and two at
     * once do it one after the other.
     */
    static synchronized void unpack(Path target) {
        if (Files.exists(target)) {
            return;
        }
        try (var lock = FolderLock.exclusive(target.resolveSibling(target.getFileName() + ".lock"))) {
            if (!Files.exists(target)) {
                lock.whileHeld(() -> unpackNow(target));
            }
        }
    }

    private static Path unpackNow(Path target) {
        var unpacking = target.resolveSibling(target.getFileName() + ".unpacking");
        try {
            FileSystemUtils.deleteRecursively(unpacking);
            Files.createDirectories(unpacking);
            try (var packed = Objects.requireNonNull(Binaries.class.getResourceAsStream(ARCHIVE), ARCHIVE);
                    var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
                for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    write(tar, entry, unpacking);
                }
            }
            return Files.move(unpacking, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack PostgreSQL to " + target, e);
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        var file = folder.resolve(entry.getName()).normalize();
        if (!file.startsWith(folder)) {
            throw new IOException("the archive names a file outside of itself: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(file, folder.resolve(entry.getLinkName()).normalize());
        } else {
            Files.copy(tar, file);
            var executable = (entry.getMode() & 0111) != 0;
            Files.setPosixFilePermissions(
                    file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
