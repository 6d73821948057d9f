package org.dongvon.ledger.period;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.Account;
import org.dongvon.ledger.Journal;
import org.dongvon.ledger.Ledger;
import org.dongvon.ledger.LedgerRefusal;
import org.dongvon.ledger.period.Periods.Deed;
import org.dongvon.ledger.period.Periods.State;
import org.dongvon.ledger.period.Periods.Turn;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.organisation.OrganisationRefusal;
import org.dongvon.organisation.Units;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.Facts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Income and expense of a year of an office are carried over into its result, or that is taken back. The subject is {@code
 * <office>:<year>}. Rules and a worked year: docs/domain/accounting.md.
 */
@Component
class YearChange extends PeriodRequest {

    static final String NAME = "ledger.year";

    private static final int DECEMBER = 12;
    private static final int LAST_DAY = 31;

    private final Periods periods;
    private final BusinessDays days;
    private final Ledger ledger;

    YearChange(Periods periods, BusinessDays days, Ledger ledger, Units units) {
        super(units);
        this.periods = periods;
        this.days = days;
        this.ledger = ledger;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        long office = office(subject).id();
        days.lock(office);
        var carried = periods.state(office).carried();
        return MonthLockChange.wanted(carried != null && !end(subject).isAfter(carried) ? Deed.SHUT : Deed.OPEN);
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        long office = office(subject).id();
        periods.requireWhole(office);
        var end = end(subject);
        var state = periods.state(office);
        var locked = state.locked();
        if (locked != null && !end.isAfter(locked)) {
            throw new Refused(LedgerRefusal.MONTH_LOCKED, end, locked);
        }
        if (MonthLockChange.deed(wanted) == Deed.SHUT) {
            requireMayCarry(office, end, state);
        } else if (!end.equals(state.carried())) {
            throw new Refused(
                    LedgerRefusal.YEAR_NOT_LAST_CARRIED, end, state.carried() == null ? end : state.carried());
        }
    }

    private void requireMayCarry(long office, LocalDate end, State state) {
        var today = days.today(office);
        if (!today.isAfter(end)) {
            throw new Refused(LedgerRefusal.YEAR_NOT_OVER, end, today);
        }
        var carried = state.carried();
        if (carried != null && !end.isAfter(carried)) {
            throw new Refused(LedgerRefusal.YEAR_NOT_LAST_CARRIED, end, carried);
        }
        var next = state.nextMonth().orElse(end);
        if (next.isBefore(end.withDayOfMonth(1))) {
            throw new Refused(LedgerRefusal.YEAR_HAS_OPEN_MONTH, next);
        }
        if (periods.results(office, end).isEmpty()) {
            throw new Refused(LedgerRefusal.YEAR_NOTHING_TO_CARRY, end);
        }
    }

    @Override
    public Facts preview(Actor reader, String subject, Facts wanted) {
        var results = periods.results(office(subject).id(), end(subject));
        var income = sum(results, -1);
        var expense = sum(results, 1);
        return Facts.none().dong("income", income).dong("expense", expense).dong("result", income.minus(expense));
    }

    // An account of income in debit, as after a reversal beyond its turnover, counts as expense; the result is the
    // same.
    private static Dong sum(Map<String, Dong> results, int sign) {
        return Dong.sum(results.values().stream()
                .map(each -> each.times(sign).max(Dong.ZERO))
                .toList());
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        if (MonthLockChange.deed(approved.wanted()) == Deed.SHUT) {
            carry(approved);
        } else {
            takeBack(approved);
        }
    }

    private void carry(Approved approved) {
        var turn = turn(approved);
        var end = end(approved.subject());
        var results = periods.results(turn.officeId(), end);
        Map<String, Dong> entries = new TreeMap<>();
        results.forEach((account, amount) -> entries.put(account, amount.negate()));
        var result = Dong.sum(results.values()).negate();
        entries.put(Account.RESULT.name(), result.negate());
        long journal = post(turn, end, entries, null);
        periods.carry(turn, end.getYear(), journal, Deed.SHUT, result);
    }

    private void takeBack(Approved approved) {
        var turn = turn(approved);
        var end = end(approved.subject());
        var carried = periods.carried(turn.officeId(), end.getYear())
                .orElseThrow(() -> new Refused(LedgerRefusal.YEAR_NOT_LAST_CARRIED, end, end));
        Map<String, Dong> entries = new TreeMap<>();
        periods.entries(carried.journalId()).forEach((account, amount) -> entries.put(account, amount.negate()));
        long journal = post(turn, end, entries, carried.journalId());
        periods.carry(turn, end.getYear(), journal, Deed.OPEN, carried.result().negate());
    }

    private long post(Turn turn, LocalDate end, Map<String, Dong> entries, @Nullable Long reverses) {
        var header = new Journal.Header(
                turn.submission(),
                turn.pointId(),
                turn.officeId(),
                turn.day(),
                end,
                reverses == null ? "CARRY_OVER" : "CARRY_OVER_BACK",
                reverses);
        return ledger.postByCode(header, entries).journalId();
    }

    private Turn turn(Approved approved) {
        long office = office(approved.subject()).id();
        return new Turn(
                office,
                approved.place().pointId(),
                days.lock(office),
                approved.basis().reason(),
                approved.submission());
    }

    @Override
    public String form(String subject) {
        var parts = subject.split(":", 2);
        return "/periods/" + parts[0] + "/years/" + parts[1];
    }

    static LocalDate end(String subject) {
        var typed = subject.substring(subject.indexOf(':') + 1);
        if (!typed.matches("20\\d\\d")) {
            throw new Refused(OrganisationRefusal.UNKNOWN_UNIT, typed);
        }
        return LocalDate.of(Integer.parseInt(typed), DECEMBER, LAST_DAY);
    }
}
