package org.dongvon.command.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.dongvon.command.ModuleBeans;
import org.dongvon.command.ShippedData;
import org.dongvon.database.Database;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.organisation.RegisterUnits;
import org.dongvon.shared.Transactions;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** {@code bench sheet}: a database of its own, filled, measured and thrown away. */
public final class SheetBenchRun {

    private static final int OFFICES = 8;
    private static final int TPCB_SCALE = Integer.getInteger("bench.scale", 50);

    private final int groups;
    private final int rounds;
    private final int seconds;

    public SheetBenchRun(int groups, int rounds, int seconds) {
        this.groups = groups;
        this.rounds = rounds;
        this.seconds = seconds;
    }

    /** Runs it; {@code progress} gets a line for each phase. */
    public Map<String, Object> run(BenchFolder below, Consumer<String> progress) throws Exception {
        var folder = below.make();
        try (var database = Database.open(folder.resolve("data"), ShippedData::load)) {
            return measure(database, progress);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private Map<String, Object> measure(Database database, Consumer<String> progress) throws Exception {
        var owner = JdbcClient.create(database.owner());
        try (var pool = SheetBench.pool((HikariDataSource) database.dataSource(), SheetBench.THREADS);
                var beans = new AnnotationConfigApplicationContext()) {
            beans.getBeanFactory().registerSingleton("dataSource", pool);
            database.keysInto(beans.getBeanFactory());
            beans.register(ModuleBeans.class);
            beans.refresh();
            progress.accept("filling: " + groups * BenchCountry.MEMBERS + " loans, TPC-B scale " + TPCB_SCALE);
            var country = new BenchCountry(
                    beans.getBean(Transactions.class),
                    beans.getBean(RegisterUnits.class),
                    beans.getBean(BusinessDays.class),
                    owner);
            var points = country.fill(OFFICES, groups);
            var tpcb = new TpcB(TPCB_SCALE);
            tpcb.fill(owner);
            progress.accept("measuring: " + rounds + " rounds of " + seconds + " s, sheets and TPC-B in turn");
            var result = new SheetBench(beans, owner, pool, points, groups).run(rounds, seconds, tpcb);
            return facts(result);
        }
    }

    private Map<String, Object> facts(SheetBench.Result result) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("benchmark", "sheet");
        facts.put("loans", groups * BenchCountry.MEMBERS);
        facts.put("linesOfSheet", BenchCountry.MEMBERS);
        facts.put("connections", SheetBench.THREADS);
        facts.put("tpcbScale", TPCB_SCALE);
        facts.put("seconds", seconds);
        facts.put("lines", result.lines());
        facts.put("tpcb", result.tpcb());
        facts.put("linesPerSecond", result.linesPerSecond());
        facts.put("tpcbPerSecond", result.tpcbPerSecond());
        facts.put(
                "ratio",
                BigDecimal.valueOf(result.linesPerSecond())
                        .divide(BigDecimal.valueOf(result.tpcbPerSecond()), 2, RoundingMode.HALF_UP));
        return facts;
    }
}
