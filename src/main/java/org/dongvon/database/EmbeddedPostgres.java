package org.dongvon.database;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.dongvon.shared.Refused;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The PostgreSQL server of one data folder, shared by all processes that use the folder: the first starts it, the last
 * stops it, and one that died without leaving is not counted.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** The product's database. */
    public static final String DATABASE = "dongvon";

    // A lock on a file belongs to the process: a second one taken by the same process would end the first.
    private static final Set<Path> OPEN_HERE = ConcurrentHashMap.newKeySet();

    private final DataFolder folder;
    private final Cluster cluster;
    private final Secrets secrets;
    private final int port;
    private final boolean alone;
    private final FolderLock using;
    private final Guardian guardian;

    private EmbeddedPostgres(DataFolder folder, Cluster cluster, Secrets secrets, int port) {
        this.folder = folder;
        this.cluster = cluster;
        this.secrets = secrets;
        this.port = port;
        var nobodyElse = FolderLock.tryExclusive(folder.users());
        nobodyElse.ifPresent(FolderLock::close);
        this.alone = nobodyElse.isPresent();
        this.using = FolderLock.shared(folder.users());
        this.guardian = new Guardian(folder, cluster, port);
    }

    /** As {@link #open(DataFolder, Consumer)}, with nothing done first. */
    public static EmbeddedPostgres open(DataFolder folder) {
        return open(folder, postgres -> {});
    }

    /**
     * Joins the server of a folder, or starts it, or makes folder, server, roles and an empty database.
     *
     * @param first what is done while no other process may come or go
     * @throws Refused one of {@link DatabaseRefusal}
     */
    public static EmbeddedPostgres open(DataFolder folder, Consumer<EmbeddedPostgres> first) {
        Binaries.requirePlatform(System.getProperty("os.name"), System.getProperty("os.arch"));
        folder.create();
        if (!OPEN_HERE.add(folder.root())) {
            throw new IllegalStateException("already open in this process: " + folder.root());
        }
        try (var lock = FolderLock.exclusive(folder.lock())) {
            return lock.whileHeld(() -> openLocked(folder, first));
        } catch (RuntimeException e) {
            OPEN_HERE.remove(folder.root());
            throw e;
        }
    }

    private static EmbeddedPostgres openLocked(DataFolder folder, Consumer<EmbeddedPostgres> first) {
        var secrets = Secrets.of(folder);
        var cluster = new Cluster(folder);
        var port = cluster.runningPort();
        if (port == 0) {
            cluster.prepare(secrets);
            port = cluster.start(0);
        }
        var postgres = new EmbeddedPostgres(folder, cluster, secrets, port);
        try {
            Secrets.writePrivately(folder.properties(), postgres.properties());
            new Roles(folder, secrets).setUp(postgres);
            first.accept(postgres);
            return postgres;
        } catch (RuntimeException e) {
            postgres.leave();
            throw e;
        }
    }

    /** The address of a database of this server. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Connections as the owner of all tables, who bypasses row-level security: migrations, fixtures, checks. */
    public DataSource owner(String database) {
        return connections(database, Roles.OWNER, secrets.owner());
    }

    /** Connections as the application, which owns nothing. */
    public DataSource app(String database) {
        return connections(database, Roles.APP, secrets.app());
    }

    /** Connections as the bootstrap superuser, who makes roles and databases. */
    public DataSource superuser(String database) {
        return connections(database, Cluster.SUPERUSER, secrets.superuser());
    }

    /** The application's password, for a pool. */
    String appPassword() {
        return secrets.app();
    }

    /** Whether no other process was using the server when this one came. */
    boolean alone() {
        return alone;
    }

    /** From now on starts the server again, on the same port, whenever it dies. */
    void guard() {
        guardian.start();
    }

    /** Leaves the server; the last one out stops it. */
    @Override
    public void close() {
        guardian.close();
        try (var lock = FolderLock.exclusive(folder.lock())) {
            lock.whileHeld(this::leave);
        } finally {
            OPEN_HERE.remove(folder.root());
        }
    }

    private boolean leave() {
        using.close();
        var last = FolderLock.tryExclusive(folder.users());
        last.ifPresent(lock -> {
            cluster.stop();
            lock.close();
        });
        return last.isPresent();
    }

    private DataSource connections(String database, String user, String password) {
        return new DriverManagerDataSource(url(database), user, password);
    }

    private String properties() {
        return """
                # The database's owner; written anew at each start.
                url=%s
                user=%s
                password=%s
                """.formatted(url(DATABASE), Roles.OWNER, secrets.owner());
    }
}
