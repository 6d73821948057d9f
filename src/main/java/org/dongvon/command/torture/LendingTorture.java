package org.dongvon.command.torture;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
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

    private static final int SHRINKS = 16;

    private static final String FINGERPRINT = """
            select (select count(*) from loan.movement) || ' ' || (select count(*) from ledger.journal) || ' '
                   || (select coalesce(sum(principal), 0) || ' ' || coalesce(sum(constant), 0) from loan.part) || ' '
                   || (select coalesce(sum(balance), 0) from savings.account) || ' '
                   || (select coalesce(sum(balance), 0) from session.cash_box) || ' '
                   || (select coalesce(sum(lent), 0) from capital.allotment) || ' '
                   || (select sum(due_date - date '2000-01-01') from loan.instalment) || ' '
                   || (select count(*) from programme.rate_change)
            """;

    private final BenchFolder below;
    private final long seed;
    private final int checkEvery;
    private final Consumer<String> progress;
    private final Consumer<JdbcClient> defect;

    /**
     * A torture.
     *
     * @param checkEvery after how many events all rules are checked
     */
    public LendingTorture(BenchFolder below, long seed, int checkEvery, Consumer<String> progress) {
        this(below, seed, checkEvery, progress, owner -> {});
    }

    /** Likewise, with a defect that a test plants before the first event. */
    LendingTorture(
            BenchFolder below, long seed, int checkEvery, Consumer<String> progress, Consumer<JdbcClient> defect) {
        this.below = below;
        this.seed = seed;
        this.checkEvery = checkEvery;
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
        for (int chunk = smallest.events().size() / 2; chunk > 0 && tries < SHRINKS; chunk /= 2) {
            for (int from = 0; from < smallest.events().size() && tries < SHRINKS; tries++) {
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
        var done = new TreeMap<String, Integer>();
        var refused = new TreeMap<String, Integer>();
        try (var office = TortureOffice.open(below)) {
            var events = new LendingEvents(office);
            events.open(key(-1));
            defect.accept(office.owner);
            for (int i = 0; i < numbers.size(); i++) {
                var sofar = numbers.subList(0, i + 1);
                one(office, events, numbers.get(i), new Counts(done, refused), sofar);
                if ((i + 1) % checkEvery == 0 || i + 1 == numbers.size()) {
                    check(office, sofar);
                    progress.accept((i + 1) + " events, " + office.today());
                }
            }
            return facts(numbers.size(), office, done, refused);
        }
    }

    private void one(TortureOffice office, LendingEvents events, int number, Counts counts, List<Integer> sofar) {
        var random = new Random(seed * 1_000_003 + number);
        var kind = EventKind.of(random);
        var before = fingerprint(office);
        try {
            events.happen(kind, random, key(number));
            counts.done.merge(kind.name(), 1, Integer::sum);
        } catch (Refused refusal) {
            unchanged(office, before, kind + " refused by " + refusal.refusal(), sofar);
            counts.refused.merge(refusal.refusal().toString(), 1, Integer::sum);
        } catch (RefusedLine refusal) {
            unchanged(office, before, kind + " refused by " + refusal.getMessage(), sofar);
            counts.refused.merge(kind.name(), 1, Integer::sum);
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
            var balance = Objects.requireNonNull(desk.balances().get(loan.id));
            same(sofar, loan.code + " outstanding", balance.outstanding().amount(), loan.outstanding());
            if (balance.header().stage() == Stage.CLOSED) {
                continue;
            }
            same(sofar, loan.code + " overdue", balance.principal(Part.OVERDUE).amount(), loan.overdue());
            BigInteger owed = desk.interestOn(balance, today).numerator();
            same(sofar, loan.code + " interest", owed, office.oracle.owed(loan, today));
        }
    }

    private void same(List<Integer> sofar, String what, Object books, Object oracle) {
        if (!books.equals(oracle)) {
            throw new Broken(seed, sofar, what + ": the books say " + books + ", the oracle " + oracle, null);
        }
    }

    private Map<String, Object> facts(
            int events, TortureOffice office, Map<String, Integer> done, Map<String, Integer> refused) {
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
        facts.put("happened", done);
        facts.put("refused", refused);
        facts.put("lawfulShare", share(done, events));
        return facts;
    }

    private static BigDecimal share(Map<String, Integer> done, int events) {
        int lawful = done.values().stream().mapToInt(Integer::intValue).sum();
        return BigDecimal.valueOf(100L * lawful / Math.max(1, events), 2);
    }

    private UUID key(int number) {
        return UUID.nameUUIDFromBytes((seed + " " + number).getBytes(StandardCharsets.US_ASCII));
    }

    private record Counts(Map<String, Integer> done, Map<String, Integer> refused) {}

    /** The books and the oracle, or the books and their rules, disagree. */
    public static final class Broken extends RuntimeException {

        private final transient List<Integer> events;

        Broken(long seed, List<Integer> events, String what, @Nullable Throwable cause) {
            super(what + " (seed " + seed + ", events " + events + ")", cause);
            this.events = List.copyOf(events);
        }

        /** The numbers of the events that broke them. */
        public List<Integer> events() {
            return events;
        }
    }
}
