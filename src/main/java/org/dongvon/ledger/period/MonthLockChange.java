package org.dongvon.ledger.period;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
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
import org.springframework.stereotype.Component;

/** A month of an office is locked, or the last locked one opened again. The subject is {@code <office>:<yyyy-MM>}. */
@Component
class MonthLockChange extends PeriodRequest {

    static final String NAME = "ledger.month";

    private static final int DECEMBER = 12;

    private final Periods periods;
    private final BusinessDays days;

    MonthLockChange(Periods periods, BusinessDays days, Units units) {
        super(units);
        this.periods = periods;
        this.days = days;
    }

    static Facts wanted(Deed deed) {
        return Facts.none().word(STATE, "periodState." + deed);
    }

    static Deed deed(Facts facts) {
        return Deed.valueOf(facts.textOf(STATE).substring("periodState.".length()));
    }

    @Override
    public String name() {
        return NAME;
    }

    // Nobody posts at the office between the look and the lock.
    @Override
    public Facts current(String subject, Facts wanted) {
        long office = office(subject).id();
        days.lock(office);
        var locked = periods.state(office).locked();
        return wanted(locked != null && !month(subject).isAfter(locked) ? Deed.SHUT : Deed.OPEN);
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        long office = office(subject).id();
        periods.requireWhole(office);
        var month = month(subject);
        var state = periods.state(office);
        if (deed(wanted) == Deed.SHUT) {
            requireNext(office, month, state);
        } else {
            requireLast(month, state);
        }
    }

    private void requireNext(long office, LocalDate month, State state) {
        var end = month.plusMonths(1).minusDays(1);
        var today = days.today(office);
        if (!today.isAfter(end)) {
            throw new Refused(LedgerRefusal.MONTH_NOT_OVER, end, today);
        }
        var locked = state.locked();
        if (locked != null && !month.isAfter(locked)) {
            throw new Refused(LedgerRefusal.MONTH_LOCKED_ALREADY, month);
        }
        var next = state.nextMonth().orElse(month);
        if (month.isAfter(next)) {
            throw new Refused(LedgerRefusal.MONTH_BEFORE_IS_OPEN, next);
        }
        if (month.getMonthValue() == DECEMBER && !periods.results(office, end).isEmpty()) {
            throw new Refused(LedgerRefusal.MONTH_BEFORE_CARRY_OVER, end);
        }
    }

    private static void requireLast(LocalDate month, State state) {
        var end = month.plusMonths(1).minusDays(1);
        if (!end.equals(state.locked())) {
            throw new Refused(LedgerRefusal.MONTH_NOT_LAST_LOCKED, state.locked() == null ? end : state.locked());
        }
        var carried = state.carried();
        if (carried != null && end.isBefore(carried)) {
            throw new Refused(LedgerRefusal.YEAR_CARRIED, end, carried);
        }
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var place = approved.place();
        long office = office(approved.subject()).id();
        var turn = new Turn(
                office, place.pointId(), days.lock(office), approved.basis().reason(), approved.submission());
        periods.turn(turn, month(approved.subject()), deed(approved.wanted()));
    }

    @Override
    public String form(String subject) {
        var parts = subject.split(":", 2);
        return "/periods/" + parts[0] + "/months/" + parts[1];
    }

    static LocalDate month(String subject) {
        var typed = subject.substring(subject.indexOf(':') + 1);
        try {
            return YearMonth.parse(typed).atDay(1);
        } catch (DateTimeParseException e) {
            throw new Refused(OrganisationRefusal.UNKNOWN_UNIT, typed);
        }
    }
}
