package org.dongvon.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dongvon.shared.Refused;

/** Room on the disk. A server whose disk is full stops, and does not start again before it gets room. */
final class FreeSpace {

    /** Megabytes for programs, an empty database and its first write-ahead log. */
    static final long TO_MAKE = 400;

    /** Megabytes in which a server can recover and shut down cleanly. */
    static final long TO_START = 64;

    private static final long MEGABYTE = 1L << 20;

    private FreeSpace() {}

    /**
     * Looks at the disk of a folder.
     *
     * @throws Refused {@link DatabaseRefusal#DISK_FULL} with less than these megabytes
     */
    static void require(Path folder, long needed) {
        var free = megabytes(folder);
        if (free < needed) {
            throw new Refused(DatabaseRefusal.DISK_FULL, folder.toString(), free, needed);
        }
    }

    /** Megabytes that we may still write to the disk of a folder. */
    static long megabytes(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace() / MEGABYTE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
