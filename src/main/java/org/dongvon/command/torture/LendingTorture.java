package org.dongvon.command.torture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.dongvon.command.bench.BenchFolder;
import org.dongvon.engine.interest.Part;
import org.dongvon.loan.Repayments;
import org.dongvon.loan.Stage;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
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
                   || (select coalesce(sum(amount), 0) || ' ' || coalesce(sum(undrawn), 0) || ' ' || count(closed_on) from loan.loan where stage <> 'APPROVED')
            """;

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
        try {
            return happen(events);
        } catch (Broken broken) {
            progress.accept(String.valueOf(broken.getMessage()));
            throw shrunk(broken);
        }
    }

    /** Likewise, and as it comes: a failure is not shrunk. */
    Map<String, Object> happen(int events) throws IOException {
        return happen(IntStream.range(0, events).boxed().toList());
    }

    /** Leaves out whatever is not needed to break the books, in halves, quarters and so on. */
    private Broken shrunk(Broken first) throws IOException {
        var smallest = first;
        int tries = 0;
        for (int chunk = smallest.events().size() / 2; chunk > 0 && tries < pace.shrinks(); chunk /= 2) {
            for (int from = 0; from < smallest.events().size() && tries < pace.shrinks(); tries++) {
                var fewer = new ArrayList<>(smallest.events());
                fewer.subList(from, Math.min(from + chunk, fewer.size())).clear();
                progress.accept("shrinking: " + fewer.size() + " events");
                try {
                    happen(fewer);
                    from += chunk;
                } catch (Broken stillBroken) {
                    smallest = stillBroken;
                }
            }
        }
        return smallest;
    }

    private Map<String, Object> happen(List<Integer> numbers) throws IOException {
        var counts = new Counts(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        try (var office = TortureOffice.open(below)) {
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
        compare(office, sofar);
        for (var checked : office.get(Verification.class).run(Actor.SYSTEM, each -> {})) {
            if (!checked.holds()) {
                throw new Broken(
                        seed, sofar, checked.name() + ": " + checked.breach().orElse(""), null);
            }
        }
    }

    /** Each loan's principal, overdue principal and interest owed, against the oracle's. */
    private void compare(TortureOffice office, List<Integer> sofar) {
        var today = office.today();
        var desk = office.get(Transactions.class)
                .read(
                        Actor.SYSTEM,
                        () -> office.get(Repayments.class)
                                .read(List.copyOf(office.oracle.loans().keySet())));
        for (var loan : office.oracle.loans().values()) {
            var balance = Objects.requireNonNull(desk.balances().get(loan.id()));
            same(
                    sofar,
                    loan,
                    "in term",
                    new Both(balance.principal(Part.IN_TERM).amount(), loan.inTerm()));
            same(
                    sofar,
                    loan,
                    "overdue",
                    new Both(balance.principal(Part.OVERDUE).amount(), loan.overdue()));
            same(sofar, loan, "frozen", new Both(balance.principal(Part.FROZEN).amount(), loan.frozen()));
            same(
                    sofar,
                    loan,
                    "written off",
                    new Both(balance.principal(Part.WRITTEN_OFF).amount(), loan.claimed()));
            if (balance.header().stage() != Stage.CLOSED) {
                var owed = desk.interestOn(balance, today).numerator();
                same(sofar, loan, "interest", new Both(owed, office.oracle.owed(loan, today)));
            }
        }
    }

    private void same(List<Integer> sofar, OracleLoan loan, String what, Both both) {
        if (!both.books().equals(both.oracle())) {
            var said = "%s %s: the books say %s, the oracle %s, which knows %s"
                    .formatted(loan.code(), what, both.books(), both.oracle(), loan);
            throw new Broken(seed, sofar, said, null);
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

    /** What the books and what the oracle come to. */
    private record Both(Object books, Object oracle) {}

    /** What happened, what was refused by which name, and what found nothing to happen to. */
    private record Counts(Map<String, Integer> done, Map<String, Integer> refused, Map<String, Integer> nothing) {}

    /** The books and the oracle, or the books and their rules, disagree. */
    public static final class Broken extends RuntimeException {

        private final transient List<Integer> events;

        Broken(long seed, List<Integer> events, String what, @Nullable Throwable cause) {
            super(what + " (seed " + seed + ", events " + ranges(events) + ")", cause);
            this.events = List.copyOf(events);
        }

        /** Such as 0–41 44 46–59: what was left out is what was not needed. */
        private static String ranges(List<Integer> events) {
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
