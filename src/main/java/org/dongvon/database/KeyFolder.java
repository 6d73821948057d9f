package org.dongvon.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.dongvon.shared.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Where the keys of an installation lie: in its data folder, or in a folder of their own that a manager of secrets brings along,
 * named by {@code DONGVON_KEYS}.
 */
final class KeyFolder {

    static final String NAME = "DONGVON_KEYS";
    static final String FIRST = "installation.key";

    private static final Set<PosixFilePermission> OWNERS =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private KeyFolder() {}

    /**
     * The folder of keys; asked for before the database is made.
     *
     * @param named the folder of their own; none for the data folder
     * @throws Refused {@link DatabaseRefusal#KEYS_NOT_THERE} where a folder that is named does not exist, or a database that exists
     *     would get keys made anew, which open nothing; {@link DatabaseRefusal#KEYS_OPEN_TO_OTHERS}
     */
    static Path of(DataFolder data, @Nullable String named) {
        if (named == null || named.isBlank()) {
            return data.root();
        }
        var folder = Path.of(named.strip()).toAbsolutePath().normalize();
        if (!Files.isDirectory(folder) || (data.isInitialised() && Files.notExists(folder.resolve(FIRST)))) {
            throw new Refused(DatabaseRefusal.KEYS_NOT_THERE, folder);
        }
        try {
            if (!OWNERS.containsAll(Files.getPosixFilePermissions(folder))) {
                throw new Refused(DatabaseRefusal.KEYS_OPEN_TO_OTHERS, folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }
}
