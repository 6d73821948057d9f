package org.dongvon.simulation.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.dongvon.engine.calendar.DueRule;
import org.dongvon.engine.calendar.SessionDay;
import org.dongvon.engine.money.Dong;
import org.dongvon.engine.schedule.Instalment;
import org.dongvon.engine.schedule.LoanSchedule;
import org.dongvon.engine.schedule.ScheduleTerms;
import org.jspecify.annotations.Nullable;

/**
 * Decides when each loan is paid out and what of it is repaid at which session. Instalments are whole millions, so that
 * a programme's total can be met to the đồng.
 */
final class LoanLives {

    private static final int FIRST_SESSIONS = 4;
    private static final int AT_FIRST_PERCENT = 40;
    private static final int ON_TIME_PERCENT = 88;
    private static final int A_SESSION_LATE_PERCENT = 95;
    private static final int AHEAD_PERCENT = 5;
    private static final int MOST_AHEAD = 5;
    private static final int ARREARS_PERCENT = 2;
    private static final int LONGEST_ARREARS = 5;
    private static final int HALF_PERCENT = 40;
    private static final int EARLY_PERCENT = 30;
    private static final int ABSENT_PER_MILLE = 12;
    private static final int MILLE = 1000;
    private static final long MILLION = 1_000_000;

    /** So much that no share of it rounds to nothing. */
    private static final int AMOUNT_FOR_DATES = 1000;

    private final OfficeSpec.Time time;
    private final Draw draw;

    LoanLives(OfficeSpec.Time time, Draw draw) {
        this.time = time;
        this.draw = draw;
    }

    /**
     * Where the loans of a household are paid out and repaid.
     *
     * @param days of its sessions up to the last closed day
     * @param sessionDay of the point; none for the direct one
     */
    record Sessions(List<LocalDate> days, @Nullable SessionDay sessionDay) {

        int last() {
            return days.size() - 1;
        }
    }

    /** Plans the loans of a household, each after the ones that it follows. */
    void live(HouseholdDraft household, Sessions sessions) {
        int free = 0;
        for (var loan : household.loans) {
            switch (loan.life) {
                case REPAID -> free = repaid(loan, sessions) + 1;
                case OVERDUE -> overdue(loan, sessions);
                case STEADY -> steady(loan, sessions, free);
            }
        }
    }

    /** Returns the number of the session at which it was repaid. */
    private int repaid(LoanDraft loan, Sessions sessions) {
        int latest = sessions.last() - 1 - time.shortTerm();
        int start = draw.below(Math.clamp(latest + 1L, 1, FIRST_SESSIONS));
        shortTerm(loan, sessions.days().get(start));
        int end = start
                + time.shortTerm()
                - (draw.percent(EARLY_PERCENT) ? draw.between(1, Math.min(MOST_AHEAD, time.shortTerm() - 1)) : 0);
        end = Math.min(end, sessions.last() - 1);
        loan.repayments.put(sessions.days().get(end), loan.millions);
        return end;
    }

    private void overdue(LoanDraft loan, Sessions sessions) {
        int latest = sessions.last() - time.shortTerm();
        if (latest < 0) {
            throw new IllegalStateException("the history is too short for loans to fall overdue");
        }
        int start = draw.below(Math.clamp(latest + 1L, 1, FIRST_SESSIONS));
        shortTerm(loan, sessions.days().get(start));
        int end = start + time.shortTerm();
        if (draw.percent(HALF_PERCENT)) {
            loan.repayments.put(sessions.days().get(end), loan.millions / 2);
        }
        loan.arrearsFrom = sessions.days().get(Math.min(end + 1, sessions.last()));
    }

    private void shortTerm(LoanDraft loan, LocalDate day) {
        loan.paidOut = day;
        loan.months = time.shortTerm();
        loan.millions = amount(loan.spec, 2);
    }

    private void steady(LoanDraft loan, Sessions sessions, int free) {
        var window = loan.spec.window();
        int first = Math.max(free, sessions.days().size() - window.sessions());
        while (sessions.days().get(first).isBefore(window.from())) {
            first++;
        }
        int room = sessions.last() - first + 1;
        int start = first + draw.below(draw.percent(AT_FIRST_PERCENT) ? Math.min(room, FIRST_SESSIONS) : room);
        loan.paidOut = sessions.days().get(start);
        loan.months = draw.pick(loan.spec.terms().months());
        var dates = instalments(loan, sessions, AMOUNT_FOR_DATES);
        boolean repays = !dates.getFirst().dueDate().isAfter(sessions.days().getLast());
        loan.millions = amount(loan.spec, repays ? dates.size() : 1);
        if (repays) {
            instalments(loan, sessions, loan.millions).forEach(instalment -> repay(loan, sessions, instalment));
        }
        if (!loan.spec.traits().plain() && loan.spec.terms().interestGrace() == 0) {
            ahead(loan, sessions, start);
            arrears(loan, sessions);
        }
    }

    /** One of the usual amounts, made a multiple so that each instalment is whole millions. */
    private int amount(ProgrammeSpec spec, int multiple) {
        var amounts = spec.amounts();
        int usual = draw.pick(amounts.usual());
        int rounded = (usual + multiple / 2) / multiple * multiple;
        int least = (amounts.least() + multiple - 1) / multiple * multiple;
        int most = amounts.most() / multiple * multiple;
        return Math.min(Math.max(rounded, least), most);
    }

    private static List<Instalment> instalments(LoanDraft loan, Sessions sessions, int millions) {
        var day = sessions.sessionDay();
        var terms = loan.spec.terms();
        return LoanSchedule.equalInstalments(new ScheduleTerms(
                Dong.of(millions * MILLION),
                loan.months,
                terms.interval(),
                loan.paidOut,
                day == null ? new SessionDay(loan.paidOut.getDayOfMonth()) : day,
                DueRule.ON_OR_BEFORE,
                terms.grace()));
    }

    /** Most pay an instalment when it falls due, some at the next session, a few carry it on. */
    private void repay(LoanDraft loan, Sessions sessions, Instalment instalment) {
        int session = sessions.days().indexOf(instalment.dueDate());
        if (session < 0) {
            return;
        }
        int chance = loan.spec.traits().plain() ? 0 : draw.below(100);
        if (chance >= ON_TIME_PERCENT) {
            session++;
        }
        if (chance >= A_SESSION_LATE_PERCENT || session > sessions.last()) {
            return;
        }
        int amount = Math.toIntExact(instalment.amount().amount() / MILLION);
        loan.repayments.merge(sessions.days().get(session), amount, Integer::sum);
    }

    private void ahead(LoanDraft loan, Sessions sessions, int start) {
        int room = sessions.last() - start;
        if (room > 0 && loan.balance() > 2 * MOST_AHEAD && draw.percent(AHEAD_PERCENT)) {
            var day = sessions.days().get(start + 1 + draw.below(room));
            loan.repayments.merge(day, draw.between(1, MOST_AHEAD), Integer::sum);
        }
    }

    private void arrears(LoanDraft loan, Sessions sessions) {
        var from = sessions.days().get(sessions.last() - draw.below(LONGEST_ARREARS));
        boolean paysLater = !loan.repayments.tailMap(from).isEmpty();
        if (draw.percent(ARREARS_PERCENT) && from.isAfter(loan.paidOut) && !paysLater) {
            loan.arrearsFrom = from;
        }
    }

    /** Days on which nobody of the household came, none of them a day of repayment. */
    SortedSet<LocalDate> absences(HouseholdDraft household, Sessions sessions) {
        var absent = new TreeSet<LocalDate>();
        for (var day : sessions.days()) {
            boolean expected = household.loans.stream().anyMatch(loan -> loan.repayments.containsKey(day));
            if (draw.below(MILLE) < ABSENT_PER_MILLE
                    && !expected
                    && !household.loans.getFirst().spec.traits().plain()) {
                absent.add(day);
            }
        }
        return absent;
    }
}
