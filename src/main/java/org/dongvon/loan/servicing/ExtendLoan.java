package org.dongvon.loan.servicing;

import java.time.LocalDate;
import java.util.Optional;
import org.dongvon.engine.schedule.ExtensionLimit;
import org.dongvon.loan.servicing.LoanTerms.Loan;
import org.dongvon.programme.ParameterCode;
import org.dongvon.programme.Programmes;
import org.dongvon.programme.TermCode;
import org.dongvon.shared.Refused;
import org.springframework.stereotype.Component;

/** A loan extended (gia hạn nợ, 09/TD): its last instalment is put off. */
@Component
class ExtendLoan extends LastInstalmentLater {

    static final String NAME = "loan.extension";

    private final Programmes programmes;

    ExtendLoan(LoanTerms terms, DueDates dueDates, Programmes programmes) {
        super(terms, dueDates);
        this.programmes = programmes;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    void requireAllowed(Loan loan) {
        var own = ownLimit(loan);
        if (own.isPresent() && own.get() == 0) {
            throw new Refused(
                    ServicingRefusal.EXTENSION_NOT_OF_PROGRAMME,
                    programmes.current().programme(loan.programmeId()).name());
        }
    }

    @Override
    LocalDate latest(Loan loan) {
        var own = ownLimit(loan);
        if (own.isPresent()) {
            return loan.terms().disbursed().plusMonths((long) loan.terms().months() + own.get());
        }
        var rules = programmes.current().parameters();
        var limit = new ExtensionLimit(
                Math.toIntExact(rules.whole(ParameterCode.EXTENSION_SHORT_TERM_MONTHS_MAX, loan.today())),
                Math.toIntExact(rules.whole(ParameterCode.EXTENSION_OF_TERM_PERCENT_MAX, loan.today())));
        return limit.latest(loan.terms().disbursed(), loan.terms().months());
    }

    @Override
    ServicingRefusal tooLong() {
        return ServicingRefusal.EXTENSION_TOO_LONG;
    }

    @Override
    String template() {
        return "loan/servicing/extension";
    }

    /** The months that the programme's own rule gives; none where the general limits hold. */
    private Optional<Integer> ownLimit(Loan loan) {
        var book = programmes.current();
        return book.terms()
                .find(book.programme(loan.programmeId()).code(), TermCode.EXTENSION_MAX, loan.today())
                .map(rule -> Integer.valueOf(rule.value()));
    }

    @Override
    public String form(String subject) {
        return "/loans/" + subject + "/extension";
    }
}
