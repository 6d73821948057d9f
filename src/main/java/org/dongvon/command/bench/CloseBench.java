package org.dongvon.command.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.dongvon.closing.CloseDay;
import org.dongvon.command.bench.BenchCountry.BenchPoint;
import org.dongvon.engine.money.Dong;
import org.dongvon.organisation.Units;
import org.dongvon.programme.LoadReference;
import org.dongvon.session.closing.CashCount;
import org.dongvon.session.closing.CloseSession;
import org.dongvon.session.opening.OpenSession;
import org.dongvon.session.sheet.PostSheet;
import org.dongvon.session.sheet.Sheet;
import org.dongvon.session.sheet.SheetLine;
import org.dongvon.shared.Actor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code bench close}: one office closes the same day's movements among few loans and among many. The close costs what
 * happened, so the second takes as long as the first; one sum over all loan parts, beside it, does not.
 */
public final class CloseBench {

    private static final int OFFICES = 1;

    /** Sheets of 40 lines that the day has, at each size. */
    private static final int SHEETS = 50;

    private final List<Integer> sizes;
    private final int repeats;

    /**
     * A comparison of sizes.
     *
     * @param sizes how many loans, the baseline first
     * @param repeats how many days are closed at each size; the median counts
     */
    public CloseBench(List<Integer> sizes, int repeats) {
        this.sizes = List.copyOf(sizes);
        this.repeats = repeats;
    }

    /** Runs it; {@code progress} gets a line for each phase. */
    public Map<String, Object> run(BenchFolder below, Consumer<String> progress) throws Exception {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("benchmark", "close");
        facts.put("linesOfDay", SHEETS * BenchCountry.MEMBERS);
        var runs = new ArrayList<Size>();
        for (int loans : sizes) {
            progress.accept("filling: " + loans + " loans");
            runs.add(measure(loans, below, progress));
        }
        facts.put("sizes", runs);
        facts.put(
                "ratio",
                BigDecimal.valueOf(runs.getLast().closeMicros())
                        .divide(BigDecimal.valueOf(runs.getFirst().closeMicros()), 2, RoundingMode.HALF_UP));
        return facts;
    }

    private Size measure(int loans, BenchFolder below, Consumer<String> progress) throws Exception {
        try (var house = BenchHouse.open(below, 1, LoadReference::run)) {
            var points = house.fill(OFFICES, loans / BenchCountry.MEMBERS);
            progress.accept("closing: the day of " + loans + " disbursements, then " + repeats + " days");
            return new Days(house.beans(), JdbcClient.create(house.owner()), points).measure(loans);
        }
    }

    /** The days of one size. */
    private final class Days {

        private final AnnotationConfigApplicationContext beans;
        private final JdbcClient owner;
        private final List<BenchPoint> points;
        private final Actor system = Actor.SYSTEM;

        Days(AnnotationConfigApplicationContext beans, JdbcClient owner, List<BenchPoint> points) {
            this.beans = beans;
            this.owner = owner;
            this.points = points;
        }

        Size measure(int loans) {
            var office = beans.getBean(Units.class).get(points.getFirst().office());
            var closing = beans.getBean(CloseDay.class);
            closing.through(system, office, BenchCountry.PAID_OUT, step -> {});
            owner.sql("vacuum (analyze)").update();
            var closes = new ArrayList<Long>();
            long pages = 0;
            var day = BenchCountry.PAID_OUT;
            for (int i = 0; i <= repeats; i++) {
                day = day.plusMonths(1);
                var yesterday = day.minusDays(1);
                closing.through(system, office, yesterday, step -> {});
                post();
                long before = pagesOfLoans();
                long start = System.nanoTime();
                closing.through(system, office, day, step -> {});
                long took = (System.nanoTime() - start) / 1000;
                if (i > 0) {
                    closes.add(took);
                    pages = pagesOfLoans() - before;
                }
            }
            return new Size(
                    loans, closes.stream().sorted().toList().get(closes.size() / 2), closes, pages, sumMicros());
        }

        private void post() {
            var sessions = new LinkedHashMap<BenchPoint, Long>();
            for (var point : points) {
                var opening = new OpenSession.Opening(
                        point.id(),
                        BenchTeam.teller(point).id(),
                        BenchTeam.controller(point).id(),
                        Dong.ZERO);
                sessions.put(
                        point,
                        beans.getBean(OpenSession.class).run(BenchTeam.leader(point), UUID.randomUUID(), opening));
            }
            for (int group = 0; group < SHEETS; group++) {
                var point = points.get(group % points.size());
                var session = java.util.Objects.requireNonNull(sessions.get(point));
                beans.getBean(PostSheet.class).run(BenchTeam.teller(point), sheet(group, session));
            }
            sessions.forEach(this::close);
        }

        private Sheet sheet(int group, long session) {
            var lines = new ArrayList<SheetLine>();
            long first = BenchCountry.BASE + 1 + (long) group * BenchCountry.MEMBERS;
            for (int i = 0; i < BenchCountry.MEMBERS; i++) {
                lines.add(new SheetLine(
                        UUID.randomUUID(),
                        first + i,
                        first + i,
                        new Dong(200_000),
                        new Dong(50_000),
                        new Dong(i % 10 == 0 ? 1_000_000 : 0),
                        i % 10 == 0 ? SheetLine.Payer.BORROWER : SheetLine.Payer.GROUP_HEAD));
            }
            return new Sheet(UUID.randomUUID(), session, BenchCountry.BASE + 1 + group, lines);
        }

        private void close(BenchPoint point, long session) {
            var cash = owner.sql("select balance from session.cash_box where session_id = :session")
                    .param("session", session)
                    .query(Long.class)
                    .single();
            beans.getBean(CloseSession.class)
                    .run(BenchTeam.controller(point), UUID.randomUUID(), session, CashCount.of(new Dong(cash)), "");
        }

        /** Pages of loan.loan and loan.part that were asked for, in memory or on disk, so far. */
        private long pagesOfLoans() {
            // The one connection that the close runs on keeps its counts to itself until it is told.
            beans.getBean(JdbcClient.class)
                    .sql("select pg_stat_force_next_flush()")
                    .query((row, n) -> 0)
                    .list();
            return owner.sql("""
                            select sum(heap_blks_hit + heap_blks_read) from pg_statio_all_tables
                             where schemaname = 'loan' and relname in ('loan', 'part')
                            """).query(Long.class).single();
        }

        private long sumMicros() {
            long start = System.nanoTime();
            owner.sql("select sum(principal), sum(constant) from loan.part")
                    .query((row, n) -> row.getLong(1))
                    .single();
            return (System.nanoTime() - start) / 1000;
        }
    }

    /** What one size came to: the median close, all closes, pages of loans that the last close read, one plain sum. */
    public record Size(int loans, long closeMicros, List<Long> closes, long loanPagesRead, long sumOfPartsMicros) {}
}
