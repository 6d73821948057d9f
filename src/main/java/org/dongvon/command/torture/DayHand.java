package org.dongvon.command.torture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.dongvon.command.torture.DayOracle.Ask;
import org.dongvon.command.torture.DayOracle.Held;
import org.dongvon.shared.Refused;

/** What all events of a transaction day take hold with: the office, the oracle, the wires, and the faults of this history. */
final class DayHand {

    private static final String BOOKS = """
            select (select count(*) from shared.submission) || ' ' || (select count(*) from ledger.journal) || ' '
                   || (select count(*) from loan.movement) || ' '
                   || (select coalesce(sum(principal), 0) || ' ' || coalesce(sum(constant), 0) from loan.part) || ' '
                   || (select coalesce(sum(balance), 0) from savings.account) || ' '
                   || (select coalesce(sum(balance), 0) from session.cash_box) || ' '
                   || (select coalesce(sum(balance), 0) from session.vault) || ' '
                   || (select count(*) || ' ' || count(*) filter (where state = 'APPLIED') from session.field_event) || ' '
                   || (select count(*) from session.field_line) || ' ' || (select count(*) from session.field_conflict) || ' '
                   || (select count(*) from session.field_checkout where state = 'OUT') || ' '
                   || (select count(*) from session.session where state = 'OPEN') || ' '
                   || (select count(*) from session.provisional) || ' ' || (select count(*) from session.provisional_end)
            """;
    private static final int OFTEN = 5;
    private static final int DEEPEST = 14;

    final TortureOffice office;
    final Hand hand;
    final DayOracle oracle;
    final Wires wires;
    final Set<Fault> faults;
    final Map<String, Integer> counts = new TreeMap<>();

    DayHand(TortureOffice office, Wires wires, Set<Fault> faults) {
        this.office = office;
        this.hand = new Hand(office);
        this.oracle = new DayOracle(office);
        this.wires = wires;
        this.faults = faults;
    }

    /** Whether a fault happens now: some of the time where the history has it at all. */
    boolean happens(Fault fault, Random random) {
        boolean now = faults.contains(fault) && random.nextInt(3) == 0;
        if (now) {
            count("fault " + fault);
        }
        return now;
    }

    void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    Held session(int point) {
        return oracle.session(hand.session(point));
    }

    /** Loans of a point of different members, so many at most, the older and the newer. */
    List<OracleLoan> loans(Random random, int point, int most, Predicate<OracleLoan> wanted) {
        var all = new ArrayList<>(office.oracle.loans().values().stream()
                .filter(loan -> hand.member(loan).point() == point)
                .filter(wanted)
                .toList());
        Collections.shuffle(all, random);
        var members = new HashSet<Long>();
        return all.stream()
                .filter(loan -> members.add(oracle.member(loan)))
                .limit(1 + random.nextInt(most))
                .toList();
    }

    /**
     * Does something as a page does it that was told nothing: once more, under the same key. Whatever was cut off left the
     * books as they were, or did all of it.
     */
    <T> T tried(Random random, Supplier<T> work) {
        boolean crash = faults.contains(Fault.CRASH) && random.nextInt(OFTEN) == 0;
        boolean lost = !crash && faults.contains(Fault.ANSWER_LOST) && random.nextInt(OFTEN) == 0;
        if (!crash && !lost) {
            return work.get();
        }
        var before = books();
        if (crash) {
            wires.cutAfter(random.nextInt(DEEPEST));
        } else {
            wires.loseAnswer();
        }
        try {
            return work.get();
        } catch (Refused refused) {
            throw refused;
        } catch (RuntimeException e) {
            if (!wires.mend()) {
                throw e;
            }
            count("fault " + (crash ? Fault.CRASH : Fault.ANSWER_LOST));
            return again(before, work);
        } finally {
            wires.mend();
        }
    }

    private <T> T again(String before, Supplier<T> work) {
        var left = books();
        try {
            return work.get();
        } finally {
            var after = books();
            require(
                    left.equals(before) || left.equals(after),
                    "what was cut off did a part: " + before + " became " + left + ", and then " + after);
        }
    }

    /** The books in a few numbers, which differ whenever something was written. */
    String books() {
        return office.owner.sql(BOOKS).query(String.class).single();
    }

    /** Something that must be refused, by one of these names, and change nothing. */
    void refuses(Runnable work, String... names) {
        var before = books();
        try {
            work.run();
        } catch (Refused refused) {
            require(
                    List.of(names).contains(refused.refusal().toString()),
                    "refused by " + refused.refusal() + ", not by " + String.join(" or ", names));
            require(books().equals(before), "refused by " + refused.refusal() + ", and changed the books");
            count("refused " + refused.refusal());
            return;
        }
        throw new Wrong("not refused by " + String.join(" or ", names));
    }

    static void same(String what, Object books, Object oracle) {
        if (!Objects.equals(books, oracle)) {
            throw new Wrong(what + ": the books say " + books + ", the oracle " + oracle);
        }
    }

    static void require(boolean holds, String what) {
        if (!holds) {
            throw new Wrong(what);
        }
    }

    /** Lines of a list or of the counter; some of them unlawful where the history has such. */
    List<Ask> asks(Random random, UUID key, List<OracleLoan> loans, boolean byHead) {
        var asks = new ArrayList<Ask>();
        for (var loan : loans) {
            long owed = oracle.asked(loan, session(hand.member(loan).point()).day());
            long interest = random.nextInt(4) == 0 ? owed / 2 : owed;
            long saving = byHead ? 10_000L * random.nextInt(6) : 0;
            long principal = byHead ? 0 : principal(random, loan);
            if (happens(Fault.LINES_UNLAWFUL, random)) {
                switch (random.nextInt(2)) {
                    case 0 -> interest = owed + 1 + random.nextInt(1_000);
                    default -> principal = byHead ? 1 : loan.outstanding() + 1;
                }
            }
            asks.add(new Ask(Hand.named(key, "line " + loan.id()), loan, interest, saving, principal, byHead));
        }
        return asks;
    }

    private static long principal(Random random, OracleLoan loan) {
        return switch (random.nextInt(5)) {
            case 0 -> loan.outstanding();
            case 1, 2 -> 0;
            default -> Math.min(loan.outstanding(), 100_000L * random.nextInt(120));
        };
    }

    /** The books and the oracle disagree. */
    static final class Wrong extends RuntimeException {

        Wrong(String said) {
            super(said, null, false, false);
        }
    }
}
