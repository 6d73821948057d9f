package org.dongvon.loan.servicing;

import java.time.LocalDate;
import org.dongvon.engine.schedule.ExtensionLimit;
import org.dongvon.engine.schedule.RolloverLimit;
import org.dongvon.loan.ChangeSeries;
import org.dongvon.loan.servicing.LoanTerms.Loan;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.programme.ParameterCode;
import org.dongvon.programme.Programmes;
import org.dongvon.programme.TermCode;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.Facts;
import org.springframework.stereotype.Component;

/**
 * A short-term loan kept for another cycle of production (cho vay lưu vụ), at the rate in force: its last instalment is put
 * off, and its principal follows the series that contracts of the day follow.
 */
@Component
class RollLoanOver extends LastInstalmentLater {

    static final String NAME = "loan.rollover";

    private static final String SHORT_TERM = "SHORT_TERM";

    private final Programmes programmes;
    private final BusinessDays days;
    private final ChangeSeries changeSeries;

    RollLoanOver(
            LoanTerms terms, DueDates dueDates, Programmes programmes, BusinessDays days, ChangeSeries changeSeries) {
        super(terms, dueDates);
        this.programmes = programmes;
        this.days = days;
        this.changeSeries = changeSeries;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    void requireAllowed(Loan loan) {
        var book = programmes.current();
        var programme = book.programme(loan.programmeId());
        var rule = book.terms().find(programme.code(), TermCode.ROLLOVER, loan.today());
        if (rule.filter(each -> each.value().equals(SHORT_TERM)).isEmpty()) {
            throw new Refused(ServicingRefusal.ROLLOVER_NOT_OF_PROGRAMME, programme.name());
        }
        int months = loan.terms().months();
        if (months > ExtensionLimit.SHORT_TERM) {
            throw new Refused(ServicingRefusal.ROLLOVER_SHORT_TERM_ONLY, months, ExtensionLimit.SHORT_TERM);
        }
    }

    @Override
    LocalDate latest(Loan loan) {
        var rules = programmes.current().parameters();
        var limit = new RolloverLimit(
                Math.toIntExact(rules.whole(ParameterCode.ROLLOVER_CYCLES_MAX, loan.today())),
                Math.toIntExact(rules.whole(ParameterCode.ROLLOVER_MONTHS_MAX, loan.today())));
        return limit.latest(loan.terms().disbursed(), loan.terms().months());
    }

    @Override
    ServicingRefusal tooLong() {
        return ServicingRefusal.ROLLOVER_TOO_LONG;
    }

    @Override
    String template() {
        return "loan/servicing/rollover";
    }

    /** The business day before the loan: nothing is written behind its close. */
    @Override
    public Facts current(String subject, Facts wanted) {
        days.hold(terms.get(subject).officeId());
        return super.current(subject, wanted);
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        super.apply(checker, approved);
        var loan = terms.get(approved.subject());
        var book = programmes.current();
        var borrowers = book.rates().info(loan.seriesId()).borrowers();
        var code = book.programme(loan.programmeId()).code();
        var inForce = book.rates().seriesFor(code, borrowers, loan.today());
        changeSeries.run(
                approved.submission(), loan.id(), inForce.id(), new ChangeSeries.Where(loan.officeId(), loan.today()));
    }

    @Override
    public String form(String subject) {
        return "/loans/" + subject + "/rollover";
    }
}
