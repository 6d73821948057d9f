package org.dongvon.command.torture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.dongvon.command.bench.BenchFolder;
import org.dongvon.command.bench.PreparedHouse;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Verification;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code torture lending}: random events over the use cases of lending. What is lawful happens and is compared with the
 * oracle; what is not is refused by name and changes nothing; after so many events, and at the end, all rules that {@code
 * verify} knows hold. An event is decided by the seed, its number and what stands in the books, so a failure is replayed by
 * its seed, and shrunk by leaving events out.
 */
public final class LendingTorture {

    private static final String FINGERPRINT = """
            select (select count(*) from loan.movement) || ' ' || (select count(*) from ledger.journal) || ' '
                   || (select coalesce(sum(principal), 0) || ' ' || coalesce(sum(constant), 0) from loan.part) || ' '
                   || (select coalesce(sum(balance), 0) from savings.account) || ' '
                   || (select coalesce(sum(balance), 0) from session.cash_box) || ' '
                   || (select coalesce(sum(lent), 0) from capital.allotment) || ' '
                   || (select sum(due_date - date '2000-01-01') from loan.instalment) || ' '
                   || (select count(*) from programme.rate_change) || ' '
                   || (select count(*) || ' ' || count(ended_on) from loan.freeze) || ' '
                   || (select count(*) from loan.transfer) || ' '
                   || (select count(*) from loan.incoming_step) || ' ' || (select count(*) from loan.credit_use) || ' '
                   || (select count(*) from supervision.absence_step) || ' '
                   || (select coalesce(sum(amount), 0) || ' ' || coalesce(sum(undrawn), 0) || ' ' || count(closed_on) from loan.loan where stage <> 'APPROVED')
            """;

    private static final int GROUPS = 2;

    private final BenchFolder below;
    private final long seed;
    private final Pace pace;
    private final Consumer<String> progress;
    private final Consumer<JdbcClient> defect;

    /** A torture. */
    public LendingTorture(BenchFolder below, long seed, Pace pace, Consumer<String> progress) {
        this(below, seed, pace, progress, owner -> {});
    }

    /** Likewise, with a defect that a test plants before the first event. */
    LendingTorture(BenchFolder below, long seed, Pace pace, Consumer<String> progress, Consumer<JdbcClient> defect) {
        this.below = below;
        this.seed = seed;
        this.pace = pace;
        this.progress = progress;
        this.defect = defect;
    }

    /**
     * Lets so many events happen; tells of them in counts.
     *
     * @throws Broken with the fewest events that were found to break the books
     */
    public Map<String, Object> run(int events) throws IOException {
        try (var prepared = prepare(below)) {
            return run(prepared, events);
        }
    }

    /** What every run begins with, made once. */
    static PreparedHouse prepare(BenchFolder below) throws IOException {
        return TortureOffice.prepare(below, GROUPS);
    }

    /** Likewise, on a copy of what was prepared. */
    Map<String, Object> run(PreparedHouse prepared, int events) throws IOException {
        try {
            return happen(prepared, IntStream.range(0, events).boxed().toList());
        } catch (Broken broken) {
            progress.accept(String.valueOf(broken.getMessage()));
            throw Shrinking.of(broken, pace.shrinks(), progress, fewer -> happen(prepared, fewer));
        }
    }

    private Map<String, Object> happen(PreparedHouse prepared, List<Integer> numbers) throws IOException {
        var counts = new Counts(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        try (var office = TortureOffice.open(prepared, UnaryOperator.identity())) {
            var events = new LendingEvents(office);
            events.open(key(-1));
            check(office, List.of());
            defect.accept(office.owner);
            for (int i = 0; i < numbers.size(); i++) {
                var sofar = numbers.subList(0, i + 1);
                one(office, events, numbers.get(i), counts, sofar);
                if ((i + 1) % pace.checkEvery() == 0 || i + 1 == numbers.size()) {
                    check(office, sofar);
                    progress.accept((i + 1) + " events, " + office.today());
                }
            }
            return facts(numbers.size(), office, counts);
        }
    }

    private void one(TortureOffice office, LendingEvents events, int number, Counts counts, List<Integer> sofar) {
        var random = new Random(seed * 1_000_003 + number);
        var kind = LendingEvents.Kind.of(random);
        var before = fingerprint(office);
        try {
            boolean happened = events.happen(kind, random, key(number));
            (happened ? counts.done : counts.nothing).merge(kind.name(), 1, Integer::sum);
        } catch (Refused refusal) {
            unchanged(office, before, kind + " refused by " + refusal.refusal(), sofar);
            counts.refused.merge(refusal.refusal().toString(), 1, Integer::sum);
        } catch (CounterEvents.RefusedLine refusal) {
            unchanged(office, before, kind + " refused by " + refusal.getMessage(), sofar);
            counts.refused.merge(refusal.getMessage(), 1, Integer::sum);
        } catch (RuntimeException e) {
            throw new Broken(seed, sofar, kind + " fails: " + e, e);
        }
    }

    private void unchanged(TortureOffice office, String before, String what, List<Integer> sofar) {
        var after = fingerprint(office);
        if (!after.equals(before)) {
            throw new Broken(seed, sofar, what + " changed the books: " + before + " became " + after, null);
        }
    }

    private static String fingerprint(TortureOffice office) {
        return office.owner.sql(FINGERPRINT).query(String.class).single();
    }

    private void check(TortureOffice office, List<Integer> sofar) {
        LoanComparison.run(office).ifPresent(said -> {
            throw new Broken(seed, sofar, said, null);
        });
        for (var checked : office.get(Verification.class).run(Actor.SYSTEM, each -> {})) {
            if (!checked.holds()) {
                throw new Broken(
                        seed, sofar, checked.name() + ": " + checked.breach().orElse(""), null);
            }
        }
    }

    private Map<String, Object> facts(int events, TortureOffice office, Counts counts) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("torture", "lending");
        facts.put("seed", seed);
        facts.put("events", events);
        facts.put("lastDay", office.today().toString());
        facts.put("loans", office.oracle.loans().size());
        facts.put(
                "movements",
                office.owner
                        .sql("select count(*) from loan.movement")
                        .query(Long.class)
                        .single());
        facts.put("lawful", sum(counts.done));
        facts.put("unlawful", sum(counts.refused));
        facts.put("happened", counts.done);
        facts.put("refused", counts.refused);
        facts.put("nothingToDo", counts.nothing);
        return facts;
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private UUID key(int number) {
        return UUID.nameUUIDFromBytes((seed + " " + number).getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * How much is done besides the events.
     *
     * @param checkEvery after how many events all rules are checked
     * @param shrinks how often a failure is tried with fewer events; 0 to tell it as it came
     */
    public record Pace(int checkEvery, int shrinks) {}

    /** What happened, what was refused by which name, and what found nothing to happen to. */
    private record Counts(Map<String, Integer> done, Map<String, Integer> refused, Map<String, Integer> nothing) {}

    /** The books and the oracle, or the books and their rules, disagree. */
    public static final class Broken extends RuntimeException {

        private final transient List<Integer> events;

        Broken(long seed, List<Integer> events, String what, @Nullable Throwable cause) {
            this(what + " (seed " + seed + ", events " + ranges(events) + ")", events, cause);
        }

        Broken(String what, List<Integer> events, @Nullable Throwable cause) {
            super(what, cause);
            this.events = List.copyOf(events);
        }

        /** Such as 0–41 44 46–59: what was left out is what was not needed. */
        static String ranges(List<Integer> events) {
            var said = new StringBuilder();
            for (int i = 0; i < events.size(); i++) {
                int first = i;
                while (i + 1 < events.size() && events.get(i + 1) == events.get(i) + 1) {
                    i++;
                }
                said.append(said.isEmpty() ? "" : " ").append(events.get(first));
                said.append(i > first ? "–" + events.get(i) : "");
            }
            return said.toString();
        }

        /** The numbers of the events that broke them. */
        public List<Integer> events() {
            return events;
        }
    }
}
