package org.dongvon.command.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.dongvon.command.bench.BenchCountry.BenchPoint;
import org.dongvon.engine.interest.Part;
import org.dongvon.engine.money.Dong;
import org.dongvon.programme.Programmes;
import org.dongvon.session.opening.OpenSession;
import org.dongvon.session.sheet.PostSheet;
import org.dongvon.session.sheet.Sheet;
import org.dongvon.session.sheet.SheetLine;
import org.dongvon.session.sheet.SheetLine.Payer;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sheets of 40 lines through the use case, beside TPC-B transactions, on the same server, from the same JVM, over the
 * same number of connections, in turn. The ratio is posted lines a second over transactions a second.
 *
 * <p>Of 40 lines all pay interest, every second one saves, every tenth pays principal at the counter; one of a hundred
 * is refused.
 */
final class SheetBench {

    static final int THREADS = 4;
    private static final int SAVES_EVERY = 2;
    private static final int PRINCIPAL_EVERY = 10;
    private static final int REFUSED_EVERY = 100;
    private static final long PRINCIPAL = 1_000_000;

    private final ApplicationContext beans;
    private final JdbcClient owner;
    private final DataSource pool;
    private final List<BenchPoint> points;
    private final int groups;
    private final Map<Long, Long> sessions = new HashMap<>();
    private final long[] paidPrincipal;

    SheetBench(ApplicationContext beans, JdbcClient owner, DataSource pool, List<BenchPoint> points, int groups) {
        this.beans = beans;
        this.owner = owner;
        this.pool = pool;
        this.points = points;
        this.groups = groups;
        this.paidPrincipal = new long[groups];
    }

    /** Runs rounds in turn; the first, longer one of each warms up and is not counted: it is compiled in the meantime. */
    Result run(int rounds, int seconds, TpcB tpcb) throws Exception {
        var lines = new ArrayList<Long>();
        var transactions = new ArrayList<Long>();
        var day = BenchCountry.PAID_OUT;
        for (int round = 0; round <= rounds; round++) {
            int length = round == 0 ? 2 * seconds : seconds;
            var last = day;
            day = day.plusMonths(1);
            openDay(day);
            long sheetLines = sheets(last, day, length);
            long tpcbDone = transactions(tpcb, length, THREADS);
            if (round > 0) {
                lines.add(sheetLines);
                transactions.add(tpcbDone);
            }
        }
        return new Result(median(lines), median(transactions), lines, transactions);
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    /** Moves the offices to a day and opens the session of each point. */
    void openDay(LocalDate day) {
        owner.sql("update organisation.business_day set day = :day")
                .param("day", day)
                .update();
        sessions.clear();
        for (var point : points) {
            var opening = new OpenSession.Opening(
                    point.id(),
                    BenchTeam.teller(point).id(),
                    BenchTeam.controller(point).id(),
                    Dong.ZERO);
            var session = beans.getBean(OpenSession.class).run(BenchTeam.leader(point), UUID.randomUUID(), opening);
            sessions.put(point.id(), session);
        }
    }

    /** Returns posted lines a second. */
    private long sheets(LocalDate last, LocalDate day, int seconds) throws InterruptedException {
        long days = growth(last, day);
        var next = new AtomicInteger();
        var posted = new AtomicLong();
        long start = System.nanoTime();
        long end = start + seconds * 1_000_000_000L;
        inParallel(THREADS, () -> {
            var postSheet = beans.getBean(PostSheet.class);
            while (System.nanoTime() < end) {
                int group = next.getAndIncrement();
                if (group >= groups) {
                    return;
                }
                var point = points.get(group % points.size());
                var sheet = sheet(group, point, days);
                posted.addAndGet(postSheet.run(BenchTeam.teller(point), sheet).posted());
            }
        });
        return posted.get() * 1_000_000_000L / (System.nanoTime() - start);
    }

    /** By how much the index of the loans grows between two days. */
    long growth(LocalDate last, LocalDate day) {
        var series = beans.getBean(Programmes.class).current().rates().series("HONGHEO");
        return series.index(Part.IN_TERM, day) - series.index(Part.IN_TERM, last);
    }

    /** The next sheet of a group. */
    Sheet sheet(int group, BenchPoint point, long indexGrowth) {
        var lines = new ArrayList<SheetLine>(BenchCountry.MEMBERS);
        long first = BenchCountry.BASE + 1 + (long) group * BenchCountry.MEMBERS;
        for (int i = 0; i < BenchCountry.MEMBERS; i++) {
            boolean principal = i % PRINCIPAL_EVERY == 0;
            long balance = BenchCountry.AMOUNT - (principal ? paidPrincipal[group] : 0);
            // Rounded down: what is left is carried, and never more is paid than is owed.
            long interest = balance * indexGrowth / 36_500_000_000L;
            boolean refused = (group * BenchCountry.MEMBERS + i) % REFUSED_EVERY == REFUSED_EVERY - 1;
            lines.add(new SheetLine(
                    lineId(),
                    first + i,
                    first + i,
                    new Dong(refused ? interest * 5 : interest),
                    new Dong(i % SAVES_EVERY == 0 ? 50_000 : 0),
                    new Dong(principal ? PRINCIPAL : 0),
                    principal ? Payer.BORROWER : Payer.GROUP_HEAD));
        }
        paidPrincipal[group] += PRINCIPAL;
        var session = java.util.Objects.requireNonNull(sessions.get(point.id()));
        return new Sheet(UUID.randomUUID(), session, BenchCountry.BASE + 1 + group, lines);
    }

    private static final AtomicLong LINES = new AtomicLong();

    /** Version 7 in shape: rising, as devices make them. */
    private static UUID lineId() {
        long number = LINES.incrementAndGet();
        return new UUID((0x0190_0000_0000L + number) << 16 | 0x7000, 0x8000_0000_0000_0000L | number);
    }

    /** Returns transactions a second. */
    long transactions(TpcB tpcb, int seconds, int connections) throws InterruptedException {
        var done = new AtomicLong();
        var seeds = new AtomicInteger();
        long start = System.nanoTime();
        long end = start + seconds * 1_000_000_000L;
        inParallel(connections, () -> {
            var random = new SplittableRandom(seeds.incrementAndGet());
            try (var connection = pool.getConnection()) {
                done.addAndGet(tpcb.run(connection, random, () -> System.nanoTime() < end));
            } catch (java.sql.SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        return done.get() * 1_000_000_000L / (System.nanoTime() - start);
    }

    /** So many threads do the work, until each is done. */
    static void inParallel(int count, Runnable work) throws InterruptedException {
        var failures = new ArrayList<Throwable>();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < count; i++) {
            threads.add(Thread.ofPlatform()
                    .uncaughtExceptionHandler((thread, failure) -> {
                        synchronized (failures) {
                            failures.add(failure);
                        }
                    })
                    .start(work));
        }
        for (var thread : threads) {
            thread.join();
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException("a benchmark thread failed", failures.getFirst());
        }
    }

    /** A pool of exactly so many connections. */
    static HikariDataSource pool(HikariDataSource like, int connections) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(like.getJdbcUrl());
        pool.setUsername(like.getUsername());
        pool.setPassword(like.getPassword());
        pool.setMaximumPoolSize(connections);
        return pool;
    }

    /** Medians of what was done a second, with every round. */
    record Result(long linesPerSecond, long tpcbPerSecond, List<Long> lines, List<Long> tpcb) {}
}
