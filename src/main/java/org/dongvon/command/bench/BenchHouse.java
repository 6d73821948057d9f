package org.dongvon.command.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.dongvon.command.ModuleBeans;
import org.dongvon.command.bench.BenchCountry.BenchPoint;
import org.dongvon.database.Database;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.organisation.RegisterUnits;
import org.dongvon.shared.Transactions;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** What a benchmark measures in: a database of its own with all modules, thrown away when it is closed. */
public final class BenchHouse implements AutoCloseable {

    private final Path folder;
    private final Database database;
    private final HikariDataSource pool;
    private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();

    private BenchHouse(Path folder, int connections, Consumer<DataSource> load) {
        this.folder = folder;
        this.database = Database.open(folder.resolve("data"), load);
        this.pool = SheetBench.pool((HikariDataSource) database.dataSource(), connections);
    }

    /**
     * A new one.
     *
     * @param connections of the application to the database, exactly so many
     * @param load brings the reference data
     */
    public static BenchHouse open(BenchFolder below, int connections, Consumer<DataSource> load) throws IOException {
        var folder = below.make();
        try {
            var house = new BenchHouse(folder, connections, load);
            house.start();
            return house;
        } catch (RuntimeException e) {
            FileSystemUtils.deleteRecursively(folder);
            throw e;
        }
    }

    private void start() {
        beans.getBeanFactory().registerSingleton("dataSource", pool);
        database.keysInto(beans.getBeanFactory());
        beans.register(ModuleBeans.class);
        try {
            beans.refresh();
        } catch (RuntimeException e) {
            pool.close();
            database.close();
            throw e;
        }
    }

    /** The modules. */
    public AnnotationConfigApplicationContext beans() {
        return beans;
    }

    DataSource pool() {
        return pool;
    }

    /** Connections of the owner, who fills tables in bulk. */
    public DataSource owner() {
        return database.owner();
    }

    /** Fills the offices with groups and their loans. */
    public List<BenchPoint> fill(int offices, int groups) {
        return new BenchCountry(
                        beans.getBean(Transactions.class),
                        beans.getBean(RegisterUnits.class),
                        beans.getBean(BusinessDays.class),
                        JdbcClient.create(owner()))
                .fill(offices, groups);
    }

    @Override
    public void close() throws IOException {
        beans.close();
        pool.close();
        database.close();
        FileSystemUtils.deleteRecursively(folder);
    }
}
