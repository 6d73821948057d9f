package org.dongvon.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A lock on a file, which the kernel gives back when its holder dies, however it dies. */
final class FolderLock implements AutoCloseable {

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Waits until nobody else holds it. */
    static FolderLock exclusive(Path file) {
        return take(file, false);
    }

    /** Waits until nobody holds it exclusively; any number may share it. */
    static FolderLock shared(Path file) {
        return take(file, true);
    }

    /** Takes it if nobody else holds it, shared or not. */
    static Optional<FolderLock> tryExclusive(Path file) {
        try {
            var channel = open(file);
            if (channel.tryLock() == null) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new FolderLock(channel));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does something that only its holder may do. */
    <T extends @Nullable Object> T whileHeld(Supplier<T> work) {
        if (!channel.isOpen()) {
            throw new IllegalStateException("the lock was given back");
        }
        return work.get();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FolderLock take(Path file, boolean shared) {
        try {
            var channel = open(file);
            channel.lock(0, Long.MAX_VALUE, shared);
            return new FolderLock(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }
}
