package org.dongvon.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.dongvon.command.ShippedData;
import org.dongvon.database.DataFolder;
import org.dongvon.database.EmbeddedPostgres;
import org.dongvon.database.Migrations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** The one server of this test run, with a migrated database that the others are copied from. */
public final class TestServer {

    private static final String TEMPLATE = "template_dongvon";

    private static final Path TARGET = Path.of(System.getProperty("basedir", "."), "target")
            .toAbsolutePath()
            .normalize();

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private TestServer() {}

    /** A folder of a test that needs a server of its own; the programs are unpacked once for all. */
    public static DataFolder folder(Path root) {
        return new DataFolder(root.toAbsolutePath().normalize(), TARGET.resolve("postgres-" + DataFolder.VERSION));
    }

    /** Deletes a folder with all that is in it. */
    public static void remove(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the server has written down: each statement that it refused, among other things. */
    public static Path log() {
        return TARGET.resolve("test-servers")
                .resolve(Long.toString(ProcessHandle.current().pid()))
                .resolve("postgres.log");
    }

    /** A new copy of the migrated database. */
    static String createDatabase() {
        var name = "test_" + COUNTER.incrementAndGet();
        admin().sql("create database " + name + " template " + TEMPLATE + " owner dongvon_owner")
                .update();
        return name;
    }

    static void dropDatabase(String name) {
        admin().sql("drop database " + name + " with (force)").update();
    }

    static EmbeddedPostgres postgres() {
        return Holder.POSTGRES;
    }

    private static JdbcClient admin() {
        return JdbcClient.create(postgres().superuser("postgres"));
    }

    private static final class Holder {

        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            var servers = TARGET.resolve("test-servers");
            removeLeftOvers(servers);
            var root = servers.resolve(Long.toString(ProcessHandle.current().pid()));
            var postgres = EmbeddedPostgres.open(folder(root));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                postgres.close();
                remove(root);
            }));
            prepare(postgres);
            return postgres;
        }

        // Test data may be lost at a power cut; the tests of crashes have servers of their own.
        private static void prepare(EmbeddedPostgres postgres) {
            var admin = JdbcClient.create(postgres.superuser("postgres"));
            for (var setting : new String[] {"fsync", "synchronous_commit", "full_page_writes", "autovacuum"}) {
                admin.sql("alter system set " + setting + " = off").update();
            }
            admin.sql("select pg_reload_conf()").query(Boolean.class).single();
            new Migrations(postgres.owner(EmbeddedPostgres.DATABASE), "test").run();
            ShippedData.load(postgres.owner(EmbeddedPostgres.DATABASE));
            admin.sql("alter database " + EmbeddedPostgres.DATABASE + " rename to " + TEMPLATE)
                    .update();
        }

        /** Servers of test runs that were killed. */
        private static void removeLeftOvers(Path servers) {
            if (!Files.isDirectory(servers)) {
                return;
            }
            try (Stream<Path> folders = Files.list(servers)) {
                for (var folder : folders.toList()) {
                    if (process(folder.getFileName().toString()).isEmpty()) {
                        kill(folder.resolve("data").resolve("postmaster.pid"));
                        remove(folder);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void kill(Path pidFile) throws IOException {
            if (Files.exists(pidFile)) {
                process(Files.readAllLines(pidFile).getFirst())
                        .filter(server -> server.info().command().orElse("").endsWith("postgres"))
                        .ifPresent(ProcessHandle::destroyForcibly);
            }
        }

        private static Optional<ProcessHandle> process(String pid) {
            return ProcessHandle.of(Long.parseLong(pid));
        }
    }
}
