package org.dongvon.loan.servicing;

import java.time.LocalDate;
import org.dongvon.engine.calendar.SessionDay;
import org.dongvon.engine.schedule.LoanSchedule;
import org.dongvon.loan.servicing.LoanTerms.Loan;
import org.dongvon.organisation.Units;
import org.dongvon.programme.Programmes;
import org.springframework.stereotype.Component;

/** The due date of a contract date at a loan's point. */
@Component
class DueDates {

    private final Units units;
    private final Programmes programmes;

    DueDates(Units units, Programmes programmes) {
        this.units = units;
        this.programmes = programmes;
    }

    /** By the session day of the point; a direct loan falls due on its contract date. */
    LocalDate of(Loan loan, LocalDate contract) {
        var disbursed = loan.terms().disbursed();
        var rule = programmes.current().parameters().dueRule(disbursed);
        return LoanSchedule.dueDate(contract, disbursed, sessionDay(loan, contract), rule);
    }

    /** The session day of a loan's point; for a direct loan the day of a contract date. */
    SessionDay sessionDay(Loan loan, LocalDate contract) {
        var sessionDay = units.point(loan.pointId()).sessionDay();
        return sessionDay == null ? new SessionDay(contract.getDayOfMonth()) : sessionDay;
    }
}
