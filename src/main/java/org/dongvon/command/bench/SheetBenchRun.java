package org.dongvon.command.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.dongvon.command.ShippedData;
import org.springframework.jdbc.core.simple.JdbcClient;

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
        try (var house = BenchHouse.open(below, SheetBench.THREADS, ShippedData::load)) {
            var owner = JdbcClient.create(house.owner());
            progress.accept("filling: " + groups * BenchCountry.MEMBERS + " loans, TPC-B scale " + TPCB_SCALE);
            var points = house.fill(OFFICES, groups);
            var tpcb = new TpcB(TPCB_SCALE);
            tpcb.fill(owner);
            progress.accept("measuring: " + rounds + " rounds of " + seconds + " s, sheets and TPC-B in turn");
            var result = new SheetBench(house.beans(), owner, house.pool(), points, groups).run(rounds, seconds, tpcb);
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
