package org.dongvon.ledger.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.Account;
import org.dongvon.ledger.ControlledMovements;
import org.dongvon.ledger.ControlledMovements.Movement;
import org.dongvon.ledger.EntryNames;
import org.dongvon.ledger.LedgerRefusal;
import org.dongvon.ledger.page.JournalBook.Line;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.organisation.Unit;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.Refused;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.text.Label;
import org.dongvon.shared.timeline.HasTimeline;
import org.dongvon.shared.timeline.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Puts the pages of the books together, each from one snapshot. */
@Service
class JournalPages {

    static final int PAGE = 50;

    private final JournalBook book;
    private final List<ControlledMovements> movements;
    private final EntryNames names;
    private final OfficesInScope offices;
    private final BusinessDays days;
    private final Transactions transactions;

    JournalPages(
            JournalBook book,
            List<ControlledMovements> movements,
            EntryNames names,
            OfficesInScope offices,
            BusinessDays days,
            Transactions transactions) {
        this.book = book;
        this.movements = List.copyOf(movements);
        this.names = names;
        this.offices = offices;
        this.days = days;
        this.transactions = transactions;
    }

    /**
     * A journal with its entries and the movements behind them.
     *
     * @throws Refused {@link LedgerRefusal#UNKNOWN_JOURNAL}
     */
    JournalView journal(Actor actor, long id) {
        return transactions.read(actor, () -> {
            var head = book.head(id);
            var entries = book.entries(id);
            var behind =
                    movements.stream().flatMap(each -> each.of(id).stream()).toList();
            // What is carried over stands behind no movement: it clears whole accounts.
            boolean carries = head.kind().startsWith("CARRY_OVER");
            var sums = new NamedSums(entries, names(entries), carries ? List.of() : checks(entries, behind));
            return new JournalView(head, sums, behind, book.byHand(id).orElse(null));
        });
    }

    /**
     * The journals of an office's day with the turnover of each account.
     *
     * @param office its code; the reader's own, or the first in scope, when it is empty
     * @param day the office's open day when it is nothing
     * @throws Refused {@link LedgerRefusal#UNKNOWN_OFFICE} when it is not in scope
     */
    DayView day(Actor actor, String office, @Nullable LocalDate day, long after) {
        return transactions.read(actor, () -> {
            var all = offices.all();
            var chosen = offices.choose(actor, all, office);
            var on = day == null ? days.today(chosen.id()) : day;
            var listed = book.ofDay(chosen.id(), on, after, PAGE + 1);
            var next = listed.size() > PAGE ? listed.get(PAGE - 1).id() : 0;
            return new DayView(
                    all,
                    chosen,
                    on,
                    listed.stream().limit(PAGE).toList(),
                    next,
                    book.count(chosen.id(), on),
                    book.trialBalance(chosen.id(), on));
        });
    }

    private Names names(List<Line> entries) {
        var accounts = book.accounts().stream()
                .collect(Collectors.toMap(JournalBook.AccountName::account, JournalBook.AccountName::name));
        var contracts = names.contracts(
                entries.stream().map(Line::contractId).filter(id -> id != 0).toList());
        return new Names(accounts, names.programmes(), contracts);
    }

    /** One check for each account that movements stand behind, in the order of the chart. */
    private List<Check> checks(Collection<Line> entries, List<Movement> behind) {
        var controlled = movements.stream()
                .flatMap(each -> each.accounts().stream())
                .map(Account::name)
                .toList();
        Map<String, List<Key>> keys = new TreeMap<>();
        var booked = sums(entries);
        var moved = sums(behind.stream().map(JournalPages::line).toList());
        for (var key : union(booked, moved)) {
            if (controlled.contains(key.account())) {
                keys.computeIfAbsent(key.account(), account -> new ArrayList<>())
                        .add(key);
            }
        }
        return keys.entrySet().stream()
                .map(each -> check(each.getKey(), each.getValue(), booked, moved))
                .toList();
    }

    private static Check check(String account, List<Key> keys, Map<Key, Dong> booked, Map<Key, Dong> moved) {
        boolean equal = keys.stream()
                .allMatch(key -> booked.getOrDefault(key, Dong.ZERO).equals(moved.getOrDefault(key, Dong.ZERO)));
        return new Check(account, total(keys, booked), total(keys, moved), equal);
    }

    private static Line line(Movement movement) {
        var entry = movement.entry();
        return new Line(entry.account().name(), entry.programmeId(), entry.contractId(), entry.amount());
    }

    private static Dong total(List<Key> keys, Map<Key, Dong> sums) {
        return Dong.sum(
                keys.stream().map(key -> sums.getOrDefault(key, Dong.ZERO)).toList());
    }

    private static List<Key> union(Map<Key, Dong> one, Map<Key, Dong> other) {
        var keys = new ArrayList<>(one.keySet());
        other.keySet().stream().filter(key -> !one.containsKey(key)).forEach(keys::add);
        return keys;
    }

    private static Map<Key, Dong> sums(Collection<Line> entries) {
        Map<Key, Dong> result = new LinkedHashMap<>();
        entries.forEach(each -> result.merge(
                new Key(each.account(), each.programmeId(), each.contractId()), each.amount(), Dong::plus));
        return result;
    }

    private record Key(String account, int programmeId, long contractId) {}

    /** What stands in the books beside what the movements come to. */
    record Check(String account, Dong booked, Dong moved, boolean equal) {}

    /** Names of accounts, programmes and contracts. */
    record Names(Map<String, Label> accounts, Map<Integer, Label> programmes, Map<Long, String> contracts) {}

    /** Entries with their names and checks. */
    record NamedSums(List<Line> entries, Names names, List<Check> checks) {

        public Dong debit() {
            return Dong.sum(
                    entries.stream().map(each -> each.amount().max(Dong.ZERO)).toList());
        }

        public Dong credit() {
            return Dong.sum(entries.stream()
                    .map(each -> each.amount().negate().max(Dong.ZERO))
                    .toList());
        }

        public boolean isRight() {
            return debit().equals(credit()) && checks.stream().allMatch(Check::equal);
        }
    }

    /** The page of a journal. */
    record JournalView(JournalHead head, NamedSums sums, List<Movement> movements, JournalBook.@Nullable ByHand byHand)
            implements ShowsPeople, HasTimeline {

        @Override
        public Subject subject() {
            return new Subject(Subject.Kind.JOURNAL, head.id());
        }

        @Override
        public Purpose purpose() {
            return Purpose.BOOKS;
        }

        @Override
        public List<Long> people() {
            return movements.stream()
                    .map(each -> each.subject().personId())
                    .filter(person -> person != 0)
                    .toList();
        }
    }

    /** The page of an office's day; {@code next} is the key of the next page, 0 when this is the last. */
    record DayView(
            List<Unit> offices,
            Unit office,
            LocalDate day,
            List<JournalBook.Listed> journals,
            long next,
            long count,
            List<JournalBook.Turnover> accounts) {

        public Dong debit() {
            return Dong.sum(accounts.stream().map(JournalBook.Turnover::debit).toList());
        }

        public Dong credit() {
            return Dong.sum(accounts.stream().map(JournalBook.Turnover::credit).toList());
        }
    }
}
