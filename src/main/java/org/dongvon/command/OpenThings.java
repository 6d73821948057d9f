package org.dongvon.command;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * What a command has opened, closed in the opposite order: at its end, or when the terminal or the system ends it. A
 * thing that is just being opened is waited for first, so that none stays behind.
 */
final class OpenThings implements AutoCloseable {

    private final Deque<AutoCloseable> things = new ArrayDeque<>();
    private final Thread hook = new Thread(this::closeAll, "closing");
    private boolean closed;

    OpenThings() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Opens one more. */
    synchronized <T extends AutoCloseable> T open(Supplier<T> opening) {
        if (closed) {
            throw new IllegalStateException("the program is ending");
        }
        var thing = opening.get();
        things.push(thing);
        return thing;
    }

    /** Does something that opens things, and closes them all if it fails. */
    <T> T guarded(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public void close() {
        closeAll();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is ending, and the hook is what closes.
        }
    }

    private synchronized void closeAll() {
        closed = true;
        while (!things.isEmpty()) {
            try {
                things.pop().close();
            } catch (Exception e) {
                // The others must be closed all the same.
                org.slf4j.LoggerFactory.getLogger(OpenThings.class).error("closing", e);
            }
        }
    }
}
