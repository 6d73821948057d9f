package org.dongvon.loan.servicing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dongvon.engine.money.Dong;
import org.dongvon.engine.schedule.ExtensionLimit;
import org.dongvon.loan.servicing.LoanTerms.Loan;
import org.dongvon.programme.ParameterCode;
import org.dongvon.programme.Programmes;
import org.dongvon.programme.TermCode;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.ChangeKind;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.text.Label;
import org.springframework.stereotype.Component;

/** A loan's last instalment put off (gia hạn nợ, 09/TD). The subject is the loan's code. */
@Component
class ExtendLoan implements ChangeKind {

    static final String NAME = "loan.extension";

    private final LoanTerms terms;
    private final DueDates dueDates;
    private final Programmes programmes;

    ExtendLoan(LoanTerms terms, DueDates dueDates, Programmes programmes) {
        this.terms = terms;
        this.dueDates = dueDates;
        this.programmes = programmes;
    }

    @Override
    public String name() {
        return NAME;
    }

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
        var title = terms.find(subject).map(Loan::title).orElse(subject);
        return Label.same(title);
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
        var own = ownLimit(loan);
        if (own.isPresent() && own.get() == 0) {
            throw new Refused(
                    ServicingRefusal.EXTENSION_NOT_OF_PROGRAMME,
                    programmes.current().programme(loan.programmeId()).name());
        }
        if (loan.standing().overdue().isPositive() || loan.today().isAfter(current.dateOf("due"))) {
            throw new Refused(ServicingRefusal.LOAN_IS_OVERDUE, current.dateOf("due"));
        }
        var later = wanted.dateOf("contract");
        if (!later.isAfter(current.dateOf("contract"))) {
            throw new Refused(ServicingRefusal.EXTENSION_NOT_LATER, later, current.dateOf("contract"));
        }
        var latest = latest(loan);
        if (later.isAfter(latest)) {
            throw new Refused(
                    ServicingRefusal.EXTENSION_TOO_LONG,
                    later,
                    latest,
                    loan.terms().months());
        }
    }

    /** By the rules of the day on which it is asked for, and again of the day on which it is approved. */
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

    /** The months that the programme's own rule gives; none where the general limits hold. */
    private Optional<Integer> ownLimit(Loan loan) {
        var book = programmes.current();
        return book.terms()
                .find(book.programme(loan.programmeId()).code(), TermCode.EXTENSION_MAX, loan.today())
                .map(rule -> Integer.valueOf(rule.value()));
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

    @Override
    public String form(String subject) {
        return "/loans/" + subject + "/extension";
    }
}
