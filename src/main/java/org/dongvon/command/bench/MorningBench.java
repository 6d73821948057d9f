package org.dongvon.command.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.dongvon.command.ShippedData;
import org.dongvon.command.bench.BenchCountry.BenchPoint;
import org.dongvon.session.sheet.PostSheet;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code bench morning}: all sheets of a national morning, 310 000 lines of 520 sessions, by eight offices at a time, each of
 * which posts its sheets one after another; then TPC-B over as many connections. Nothing is warmed up: a morning begins cold.
 */
public final class MorningBench {

    /** Groups of 40 lines of a national morning. */
    public static final int NATIONAL = 7_750;

    private static final int AT_ONCE = 8;
    private static final int GROUPS_OF_OFFICE = 75;
    private static final int TPCB_SCALE = Integer.getInteger("bench.scale", 50);
    private static final int NANOS_OF_MICRO = 1_000;

    private final int groups;
    private final int seconds;

    public MorningBench(int groups, int seconds) {
        this.groups = groups;
        this.seconds = seconds;
    }

    /** Runs it; {@code progress} gets a line for each phase. */
    public Map<String, Object> run(BenchFolder below, Consumer<String> progress) throws Exception {
        int offices = Math.max(AT_ONCE, (groups + GROUPS_OF_OFFICE - 1) / GROUPS_OF_OFFICE);
        try (var house = BenchHouse.open(below, AT_ONCE, ShippedData::load)) {
            var owner = JdbcClient.create(house.owner());
            progress.accept("filling: " + groups * BenchCountry.MEMBERS + " loans of " + offices + " offices");
            var points = house.fill(offices, groups);
            var tpcb = new TpcB(TPCB_SCALE);
            tpcb.fill(owner);
            var sheets = new SheetBench(house.beans(), owner, house.pool(), points, groups);
            progress.accept("opening: " + points.size() + " sessions");
            sheets.openDay(BenchCountry.PAID_OUT.plusMonths(1));
            progress.accept("the morning: " + groups + " sheets, " + AT_ONCE + " offices at a time");
            var morning = post(house, sheets, points);
            progress.accept("TPC-B: " + seconds + " s");
            return facts(points.size(), morning, sheets.transactions(tpcb, seconds, AT_ONCE));
        }
    }

    private Morning post(BenchHouse house, SheetBench sheets, List<BenchPoint> points) throws InterruptedException {
        long growth = sheets.growth(BenchCountry.PAID_OUT, BenchCountry.PAID_OUT.plusMonths(1));
        Map<Long, List<Integer>> ofOffice = new LinkedHashMap<>();
        for (int group = 0; group < groups; group++) {
            ofOffice.computeIfAbsent(points.get(group % points.size()).office(), office -> new ArrayList<>())
                    .add(group);
        }
        var waiting = new ConcurrentLinkedQueue<>(ofOffice.values());
        var took = new long[groups];
        var done = new AtomicInteger();
        var posted = new AtomicLong();
        long start = System.nanoTime();
        SheetBench.inParallel(AT_ONCE, () -> {
            var postSheet = house.beans().getBean(PostSheet.class);
            for (var office = waiting.poll(); office != null; office = waiting.poll()) {
                for (int group : office) {
                    var point = points.get(group % points.size());
                    var sheet = sheets.sheet(group, point, growth);
                    long before = System.nanoTime();
                    posted.addAndGet(
                            postSheet.run(BenchTeam.teller(point), sheet).posted());
                    took[done.getAndIncrement()] = (System.nanoTime() - before) / NANOS_OF_MICRO;
                }
            }
        });
        long lasted = System.nanoTime() - start;
        Arrays.sort(took);
        return new Morning(posted.get(), lasted, took[took.length / 2], took[(int) (took.length * 99L / 100)]);
    }

    private Map<String, Object> facts(int sessions, Morning morning, long tpcb) {
        long lines = morning.posted * 1_000_000_000L / morning.nanos;
        var facts = new LinkedHashMap<String, Object>();
        facts.put("benchmark", "morning");
        facts.put("sessions", sessions);
        facts.put("sheets", groups);
        facts.put("lines", groups * BenchCountry.MEMBERS);
        facts.put("posted", morning.posted);
        facts.put("officesAtOnce", AT_ONCE);
        facts.put("seconds", morning.nanos / 1_000_000_000L);
        facts.put("linesPerSecond", lines);
        facts.put("tpcbPerSecond", tpcb);
        facts.put("ratio", BigDecimal.valueOf(lines).divide(BigDecimal.valueOf(tpcb), 2, RoundingMode.HALF_UP));
        facts.put("sheetMedianMillis", millis(morning.median));
        facts.put("sheetP99Millis", millis(morning.p99));
        return facts;
    }

    private static BigDecimal millis(long micros) {
        return BigDecimal.valueOf(micros, 3).setScale(1, RoundingMode.HALF_UP);
    }

    /** What a morning came to; times of a sheet in microseconds. */
    private record Morning(long posted, long nanos, long median, long p99) {}
}
