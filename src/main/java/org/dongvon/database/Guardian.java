package org.dongvon.database;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.dongvon.shared.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the server of a process that runs for months and starts it again when it was killed. The connections of the
 * pool break and are made anew on the same port; what was acknowledged is in the write-ahead log.
 */
final class Guardian implements AutoCloseable {

    private static final Duration PULSE = Duration.ofMillis(200);

    private static final Logger LOG = LoggerFactory.getLogger(Guardian.class);

    private final DataFolder folder;
    private final Cluster cluster;
    private final int port;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().name("postgres-guardian").daemon().unstarted(this::watch);

    Guardian(DataFolder folder, Cluster cluster, int port) {
        this.folder = folder;
        this.cluster = cluster;
        this.port = port;
    }

    void start() {
        thread.start();
    }

    /** Ends the watch and waits for a restart that is under way. */
    @Override
    public void close() {
        ended.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        try {
            while (!ended.await(PULSE.toMillis(), TimeUnit.MILLISECONDS)) {
                if (!Postmaster.isServing(folder.data())) {
                    restart();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void restart() {
        try (var lock = FolderLock.exclusive(folder.lock())) {
            lock.whileHeld(() -> {
                if (cluster.runningPort() == 0) {
                    LOG.warn("PostgreSQL is gone; starting it again on port {}", port);
                    cluster.start(port);
                }
                return port;
            });
        } catch (Refused e) {
            LOG.error("PostgreSQL does not start again: {}; trying on", e.getMessage());
        }
    }
}
