package org.dongvon.command.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
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

    private final boolean passing;

    private BenchHouse(Path folder, int connections, Consumer<DataSource> load, boolean passing) {
        this.folder = folder;
        this.passing = passing;
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
            var house = new BenchHouse(folder, connections, load, true);
            house.start(UnaryOperator.identity());
            return house;
        } catch (RuntimeException e) {
            FileSystemUtils.deleteRecursively(folder);
            throw e;
        }
    }

    /** A new one that stays where it is when it is closed. */
    static BenchHouse in(Path folder, int connections, Consumer<DataSource> load) {
        var house = new BenchHouse(folder, connections, load, false);
        house.start(UnaryOperator.identity());
        return house;
    }

    /** One whose folder is a copy, with what stands between the modules and the database. */
    static BenchHouse copied(Path folder, int connections, UnaryOperator<DataSource> wires) {
        var house = new BenchHouse(folder, connections, owner -> {}, true);
        house.start(wires);
        return house;
    }

    private void start(UnaryOperator<DataSource> wires) {
        beans.getBeanFactory().registerSingleton("dataSource", wires.apply(pool));
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
        if (passing) {
            FileSystemUtils.deleteRecursively(folder);
        }
    }
}
