package org.dongvon.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.dongvon.shared.InstallationKey;
import org.dongvon.shared.KeyRing;
import org.dongvon.shared.Refused;
import org.dongvon.shared.SealKeys;
import org.springframework.beans.factory.config.SingletonBeanRegistry;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One data folder opened for work: its server found or started, its settings checked, its schema brought to this build,
 * and the application's connections. Closing it closes the connections and then leaves the server.
 */
public final class Database implements AutoCloseable {

    /** Enough for two cores and a few requests that wait for the disk. */
    private static final int CONNECTIONS = 16;

    private final EmbeddedPostgres postgres;
    private final HikariDataSource pool;

    private final InstallationKey key;
    private final KeyRing keys;
    private final Path folder;
    private final SealKeys sealKeys;

    private Database(DataFolder folder, Path keyFolder, EmbeddedPostgres postgres) {
        this.folder = folder.root();
        this.postgres = postgres;
        this.pool = pool(postgres);
        this.key = key(keyFolder);
        this.keys = keys(keyFolder, key);
        this.sealKeys = sealKeys(keyFolder);
    }

    /**
     * Opens a folder, making it when it does not exist.
     *
     * @param load brings data that this build ships, as the owner, after the schema; asked for whenever shipped files
     *     differ from those that the database last saw
     * @throws Refused one of {@link DatabaseRefusal}
     */
    public static Database open(Path root, Consumer<DataSource> load) {
        return open(DataFolder.at(root), load);
    }

    /** The same for a folder whose programs lie elsewhere. */
    public static Database open(DataFolder folder, Consumer<DataSource> load) {
        var keyFolder = KeyFolder.of(folder, System.getenv(KeyFolder.NAME));
        return new Database(
                folder, keyFolder, EmbeddedPostgres.open(folder, postgres -> prepare(folder, postgres, load)));
    }

    /** From now on starts the server again whenever it dies; for processes that run for months. */
    public void guard() {
        postgres.guard();
    }

    /** The data folder itself, for settings that lie beside the database. */
    public Path folder() {
        return folder;
    }

    /** The first key of this installation, in the folder of keys, never in the database. */
    public InstallationKey installationKey() {
        return key;
    }

    /** The keys of personal data by number, in the folder beside the database too. */
    public KeyRing keyRing() {
        return keys;
    }

    /** Gives a program's beans the keys, which lie in the folder beside the database. */
    public void keysInto(SingletonBeanRegistry beans) {
        beans.registerSingleton("installationKey", key);
        beans.registerSingleton("keyRing", keys);
        beans.registerSingleton("sealKeys", sealKeys);
    }

    /** The application's connections: the role that owns nothing and is held by row-level security. */
    public DataSource dataSource() {
        return pool;
    }

    /** Connections of the owner, who bypasses row-level security: operators' commands only. */
    public DataSource owner() {
        return postgres.owner(EmbeddedPostgres.DATABASE);
    }

    @Override
    public void close() {
        pool.close();
        postgres.close();
    }

    private static void prepare(DataFolder folder, EmbeddedPostgres postgres, Consumer<DataSource> load) {
        Durability.require(JdbcClient.create(postgres.app(EmbeddedPostgres.DATABASE)));
        var place = folder.root().toString();
        var owner = postgres.owner(EmbeddedPostgres.DATABASE);
        var migrations = new Migrations(owner, place);
        if (migrations.areDone()) {
            return;
        }
        if (!postgres.alone()) {
            throw new Refused(DatabaseRefusal.IN_USE_BY_OTHER_BUILD, place);
        }
        migrations.run();
        load.accept(owner);
        migrations.remember();
    }

    private static InstallationKey key(Path folder) {
        try {
            return InstallationKey.in(folder.resolve(KeyFolder.FIRST));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeyRing keys(Path folder, InstallationKey first) {
        try {
            return KeyRing.in(folder.resolve("personal-data.keys"), first);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SealKeys sealKeys(Path folder) {
        try {
            return SealKeys.in(folder.resolve("seal.key"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HikariDataSource pool(EmbeddedPostgres postgres) {
        var pool = new HikariDataSource();
        pool.setPoolName("dongvon");
        pool.setJdbcUrl(postgres.url(EmbeddedPostgres.DATABASE));
        pool.setUsername(Roles.APP);
        pool.setPassword(postgres.appPassword());
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(1);
        pool.setIdleTimeout(TimeUnit.MINUTES.toMillis(5));
        pool.setConnectionTimeout(TimeUnit.SECONDS.toMillis(30));
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("ApplicationName", "dongvon");
        // The details of an error are rows of people: they belong in no log.
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        return pool;
    }
}
