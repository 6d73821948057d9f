package org.dongvon.loan.servicing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import org.dongvon.engine.money.Dong;
import org.dongvon.engine.schedule.InstalmentState;
import org.dongvon.form.FilledForm;
import org.dongvon.form.Forms;
import org.dongvon.form.Letterhead;
import org.dongvon.form.PeoplesForm;
import org.dongvon.form.paper.ExtensionRequest;
import org.dongvon.form.paper.InstalmentRequest;
import org.dongvon.form.paper.LoanLine;
import org.dongvon.loan.Borrowers;
import org.dongvon.loan.Repayments;
import org.dongvon.loan.servicing.AdjustInstalment.Subject;
import org.dongvon.loan.servicing.LoanTerms.Loan;
import org.dongvon.programme.Programmes;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.change.Facts;
import org.springframework.stereotype.Service;

/**
 * Prints what a household signs to have its terms changed: 08/TD for an instalment, 09/TD for the loan. A day that could not
 * be granted is refused before anybody signs for it; the reason is written by hand, for no address may carry it.
 */
@Service
class RequestPapers {

    private final LoanTerms terms;
    private final Borrowers borrowers;
    private final AdjustInstalment adjustment;
    private final ExtendLoan extension;
    private final Repayments repayments;
    private final Programmes programmes;
    private final Forms forms;
    private final Transactions transactions;

    RequestPapers(
            LoanTerms terms,
            Borrowers borrowers,
            AdjustInstalment adjustment,
            ExtendLoan extension,
            Repayments repayments,
            Programmes programmes,
            Forms forms,
            Transactions transactions) {
        this.terms = terms;
        this.borrowers = borrowers;
        this.adjustment = adjustment;
        this.extension = extension;
        this.repayments = repayments;
        this.programmes = programmes;
        this.forms = forms;
        this.transactions = transactions;
    }

    /**
     * 08/TD for one instalment.
     *
     * @throws Refused what {@link AdjustInstalment#check} refuses
     */
    PeoplesForm adjustment(Actor actor, Subject subject, LocalDate asked) {
        return print(actor, () -> {
            var loan = terms.running(subject.loan());
            var all = terms.instalments(loan);
            var state = subject.instalment(all);
            adjustment.check(actor, subject.words(), Facts.none(), contract(asked));
            var borrower = borrowers.of(loan.id());
            return new FilledForm(
                    new InstalmentRequest(
                            Letterhead.ofCitizen(borrower.point(), loan.today()),
                            borrower.office(),
                            borrower.applicant(),
                            borrower.group(),
                            line(loan, all),
                            new InstalmentRequest.Instalment(
                                    subject.seq(),
                                    state.remaining(),
                                    state.instalment().contractDate(),
                                    asked),
                            "",
                            ""),
                    borrower.people());
        });
    }

    /**
     * 09/TD for a loan.
     *
     * @throws Refused what {@link ExtendLoan#check} refuses
     */
    PeoplesForm extension(Actor actor, String code, LocalDate asked) {
        return print(actor, () -> {
            var loan = terms.running(code);
            var all = terms.instalments(loan);
            var last = all.getLast();
            var now = last.instalment();
            extension.check(actor, code, contract(now.contractDate()).date("due", now.dueDate()), contract(asked));
            var borrower = borrowers.of(loan.id());
            long months = ChronoUnit.MONTHS.between(now.contractDate(), asked);
            return new FilledForm(
                    new ExtensionRequest(
                            Letterhead.ofCitizen(borrower.point(), loan.today()),
                            borrower.office(),
                            borrower.applicant(),
                            borrower.group(),
                            line(loan, all),
                            new ExtensionRequest.Extension(
                                    last.remaining(), interest(loan), Math.toIntExact(months), asked),
                            "",
                            ""),
                    borrower.people());
        });
    }

    /** Reads in one transaction and lays out after it. */
    private PeoplesForm print(Actor actor, Supplier<FilledForm> read) {
        var filled = transactions.read(actor, read);
        return forms.print(filled, Purpose.LOANS);
    }

    private static Facts contract(LocalDate day) {
        return Facts.none().date(ServicingController.CONTRACT, day);
    }

    private LoanLine line(Loan loan, List<InstalmentState> all) {
        return new LoanLine(
                loan.code(),
                programmes.current().programme(loan.programmeId()).name().vi(),
                loan.terms().disbursed(),
                loan.terms().amount(),
                loan.standing().outstanding(),
                all.getLast().instalment().contractDate());
    }

    private Dong interest(Loan loan) {
        var desk = repayments.read(List.of(loan.id()));
        var balance = desk.balances().get(loan.id());
        return balance == null ? Dong.ZERO : desk.interestAskedOn(balance, loan.today());
    }
}
