package org.dongvon.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Properties;
import org.dongvon.shared.Refused;

/** The passwords of one data folder's roles, made once, 256 random bits each. */
record Secrets(String superuser, String owner, String app) {

    /** Rounds of hashing: for random passwords more would protect nothing, and each connection would pay for them. */
    static final int ROUNDS = 64;

    static Secrets of(DataFolder folder) {
        var file = folder.secrets();
        if (Files.exists(file)) {
            return read(file);
        }
        if (Files.exists(folder.data())) {
            throw new Refused(DatabaseRefusal.SECRETS_MISSING, file.toString());
        }
        var made = new Secrets(random(), random(), random());
        writePrivately(file, """
                # Passwords of the PostgreSQL roles of this folder. Without this file its data cannot be opened.
                superuser=%s
                owner=%s
                app=%s
                """.formatted(made.superuser, made.owner, made.app));
        return made;
    }

    /** Replaces a file in one step, readable by its owner only. */
    static void writePrivately(Path file, String text) {
        try {
            var folder = Objects.requireNonNull(file.getParent());
            var writing = Files.createTempFile(
                    folder,
                    "writing-",
                    ".tmp",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(writing, text);
            Files.move(writing, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Secrets read(Path file) {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var superuser = properties.getProperty("superuser");
        var owner = properties.getProperty("owner");
        var app = properties.getProperty("app");
        if (superuser == null || owner == null || app == null) {
            throw new Refused(DatabaseRefusal.SECRETS_MISSING, file.toString());
        }
        return new Secrets(superuser, owner, app);
    }

    private static String random() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
