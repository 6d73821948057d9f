package org.dongvon.loan.servicing;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.servicing.LoanTerms.Loan;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.ChangeKind;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.text.Label;

/** A loan's last instalment put off, up to a limit and before it is overdue. The subject is the loan's code. */
abstract class LastInstalmentLater implements ChangeKind {

    final LoanTerms terms;
    private final DueDates dueDates;

    LastInstalmentLater(LoanTerms terms, DueDates dueDates) {
        this.terms = terms;
        this.dueDates = dueDates;
    }

    /**
     * Refuses a loan that this measure is not for.
     *
     * @throws Refused by the rule of its programme or its term
     */
    abstract void requireAllowed(Loan loan);

    /** By the rules of the day on which it is asked for, and again of the day on which it is approved. */
    abstract LocalDate latest(Loan loan);

    /** What a day after the latest is refused with. */
    abstract ServicingRefusal tooLong();

    /** The template of the page on which it is asked for. */
    abstract String template();

    @Override
    public Set<Role> makers() {
        return Set.of(Role.CREDIT_OFFICER);
    }

    @Override
    public List<Role> approvers() {
        return List.of(Role.DIRECTOR, Role.MANAGER);
    }

    @Override
    public boolean needsDocument() {
        return false;
    }

    @Override
    public Label describe(String subject) {
        return Label.same(terms.find(subject).map(Loan::title).orElse(subject));
    }

    @Override
    public List<Long> people(String subject) {
        return terms.find(subject).map(Loan::people).orElse(List.of());
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return terms.get(subject).pointId();
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        var loan = terms.lock(subject);
        var last = terms.instalments(loan).getLast();
        return Facts.none()
                .date("contract", last.instalment().contractDate())
                .date("due", last.instalment().dueDate())
                .dong("remaining", last.remaining());
    }

    /** The đồng that may stay out longer, which limits of approval go by. */
    @Override
    public Dong amount(Facts current, Facts wanted) {
        return current.dongOf("remaining");
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        var loan = terms.get(subject);
        requireAllowed(loan);
        if (loan.standing().overdue().isPositive() || loan.today().isAfter(current.dateOf("due"))) {
            throw new Refused(ServicingRefusal.LOAN_IS_OVERDUE, current.dateOf("due"));
        }
        var later = wanted.dateOf("contract");
        if (!later.isAfter(current.dateOf("contract"))) {
            throw new Refused(ServicingRefusal.EXTENSION_NOT_LATER, later, current.dateOf("contract"));
        }
        var latest = latest(loan);
        if (later.isAfter(latest)) {
            throw new Refused(tooLong(), later, latest, loan.terms().months());
        }
    }

    @Override
    public Facts preview(Actor reader, String subject, Facts wanted) {
        var loan = terms.get(subject);
        return Facts.none()
                .date("falls-due", dueDates.of(loan, wanted.dateOf("contract")))
                .date("latest", latest(loan));
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var loan = terms.get(approved.subject());
        var last = terms.instalments(loan).getLast().instalment();
        var contract = approved.wanted().dateOf("contract");
        terms.move(loan, last.seq(), contract, dueDates.of(loan, contract));
    }
}
