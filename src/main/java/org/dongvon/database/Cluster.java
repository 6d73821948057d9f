package org.dongvon.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.dongvon.shared.Refused;
import org.springframework.util.FileSystemUtils;

/** The server's own folder and process: made once, started, found again, stopped. The caller holds the folder's lock. */
final class Cluster {

    /** The bootstrap superuser. */
    static final String SUPERUSER = "postgres";

    /** Recovery after a crash may take long on a slow disk; the server's own tools give up after one minute. */
    private static final String PATIENCE_SECONDS = "900";

    private static final Duration ORPHANS_LEAVE = Duration.ofSeconds(10);

    private static final int PORT_TRIES = 5;

    private final DataFolder folder;
    private final ServerUser user;

    Cluster(DataFolder folder) {
        this.folder = folder;
        this.user = ServerUser.of(folder);
    }

    /** Makes the data folder if there is none; refuses one of another version. */
    void prepare(Secrets secrets) {
        if (Files.exists(folder.data())) {
            requireOurVersion();
        } else {
            FreeSpace.require(folder.root(), FreeSpace.TO_MAKE);
        }
        Binaries.unpack(folder.binaries());
        user.enter(folder);
        if (!Files.exists(folder.data())) {
            initialise(secrets);
        }
    }

    /** The running server of this folder, if it is ours; waits for one that is just starting or stopping. */
    int runningPort() {
        var found = Postmaster.find(folder.data());
        while (found.isPresent()) {
            switch (found.get().holder(folder.data())) {
                case NOBODY -> {
                    forgetRecycledProcess();
                    return 0;
                }
                case FOREIGN ->
                    throw new Refused(
                            DatabaseRefusal.FOREIGN_HOLDER,
                            folder.data().toString(),
                            Long.toString(found.get().process().pid()));
                case OURS -> {
                    if (found.get().ready()) {
                        return found.get().port();
                    }
                }
            }
            pause();
            found = Postmaster.find(folder.data());
        }
        return 0;
    }

    /** Starts the server on that port, or on any free one when it is 0. */
    int start(int wantedPort) {
        FreeSpace.require(folder.root(), FreeSpace.TO_START);
        clearOrphans();
        writeSettings();
        for (int attempt = 1; attempt <= PORT_TRIES; attempt++) {
            var port = wantedPort == 0 ? freePort() : wantedPort;
            var result = Shell.run(
                    folder.root(),
                    user.command(
                            folder.program("pg_ctl"),
                            "start",
                            "--wait",
                            "--timeout=" + PATIENCE_SECONDS,
                            "--pgdata=" + folder.data(),
                            "--log=" + folder.log(),
                            "--options=-p " + port + " -c " + Postmaster.MARK));
            if (result.ok()) {
                return port;
            }
            if (isFree(port)) {
                break;
            }
        }
        FreeSpace.require(folder.root(), FreeSpace.TO_START);
        throw new Refused(DatabaseRefusal.DID_NOT_START, folder.log().toString());
    }

    /** Stops it: open transactions are rolled back, everything written is flushed. */
    void stop() {
        Shell.run(
                folder.root(),
                user.command(
                        folder.program("pg_ctl"),
                        "stop",
                        "--mode=fast",
                        "--wait",
                        "--timeout=" + PATIENCE_SECONDS,
                        "--pgdata=" + folder.data()));
    }

    private void requireOurVersion() {
        try {
            var ours = Integer.parseInt(DataFolder.VERSION.substring(0, DataFolder.VERSION.indexOf('.')));
            var found = Integer.parseInt(
                    Files.readString(folder.data().resolve("PG_VERSION")).strip());
            if (found != ours) {
                throw new Refused(
                        found > ours ? DatabaseRefusal.DATA_OF_NEWER_POSTGRES : DatabaseRefusal.DATA_OF_OLDER_POSTGRES,
                        folder.data().toString(),
                        Integer.toString(found),
                        Integer.toString(ours));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Made beside the final place and moved there in one step, so that an interrupted start leaves nothing half done. */
    private void initialise(Secrets secrets) {
        var making = folder.root().resolve("data.making");
        var password = folder.root().resolve("initdb.password");
        try {
            FileSystemUtils.deleteRecursively(making);
            Files.createDirectory(making);
            Secrets.writePrivately(password, secrets.superuser());
            user.own(folder, making);
            user.own(folder, password);
            var result = Shell.run(
                    folder.root(),
                    user.command(
                            folder.program("initdb"),
                            "--pgdata=" + making,
                            "--username=" + SUPERUSER,
                            "--pwfile=" + password,
                            "--auth=scram-sha-256",
                            "--set=scram_iterations=" + Secrets.ROUNDS,
                            "--encoding=UTF8",
                            "--locale=C",
                            "--locale-provider=icu",
                            "--icu-locale=vi-VN",
                            "--data-checksums"));
            if (!result.ok()) {
                Files.writeString(folder.log(), result.output());
                throw new Refused(DatabaseRefusal.DID_NOT_START, folder.log().toString());
            }
            Files.writeString(
                    making.resolve("postgresql.conf"),
                    "\ninclude_if_exists = '" + ServerSettings.FILE + "'\n# Lines of your own go below this one.\n",
                    StandardOpenOption.APPEND);
            Files.move(making, folder.data(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(password);
        }
    }

    private void writeSettings() {
        var file = folder.data().resolve(ServerSettings.FILE);
        Secrets.writePrivately(file, ServerSettings.here(folder));
        user.own(folder, file);
    }

    private void forgetRecycledProcess() {
        clearOrphans();
        delete(folder.data().resolve("postmaster.pid"));
    }

    /** Children of a killed server notice its death at their next step; until then it cannot start again. */
    private void clearOrphans() {
        var deadline = System.nanoTime() + ORPHANS_LEAVE.toNanos();
        var orphans = Postmaster.orphans(folder.data());
        while (!orphans.isEmpty()) {
            if (System.nanoTime() > deadline) {
                orphans.forEach(ProcessHandle::destroyForcibly);
            }
            pause();
            orphans = Postmaster.orphans(folder.data());
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for PostgreSQL", e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
