package org.dongvon.loan.servicing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dongvon.engine.schedule.InstalmentState;
import org.dongvon.loan.servicing.LoanTerms.Loan;
import org.dongvon.organisation.SpecialDays;
import org.dongvon.programme.ParameterCode;
import org.dongvon.programme.Programmes;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.ChangeKind;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.text.Label;
import org.springframework.stereotype.Component;

/**
 * An instalment put off, at most to the next one (điều chỉnh kỳ hạn, 08/TD). The subject is {@code <loan>:<instalment>},
 * such as {@code LC-2104-00012:2}.
 */
@Component
class AdjustInstalment implements ChangeKind {

    static final String NAME = "loan.instalment";

    private final LoanTerms terms;
    private final DueDates dueDates;
    private final Programmes programmes;
    private final SpecialDays specialDays;

    AdjustInstalment(LoanTerms terms, DueDates dueDates, Programmes programmes, SpecialDays specialDays) {
        this.terms = terms;
        this.dueDates = dueDates;
        this.programmes = programmes;
        this.specialDays = specialDays;
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
        var of = Subject.parse(subject);
        var title = terms.find(of.loan()).map(Loan::title).orElse(of.loan());
        return new Label(title + " · kỳ " + of.seq(), title + " · instalment " + of.seq());
    }

    @Override
    public List<Long> people(String subject) {
        return terms.find(Subject.parse(subject).loan()).map(Loan::people).orElse(List.of());
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return terms.get(Subject.parse(subject).loan()).pointId();
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        var of = Subject.parse(subject);
        var loan = terms.lock(of.loan());
        var state = of.instalment(terms.instalments(loan));
        return Facts.none()
                .date("contract", state.instalment().contractDate())
                .date("due", state.instalment().dueDate())
                .dong("remaining", state.remaining());
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        var of = Subject.parse(subject);
        var loan = terms.get(of.loan());
        var all = terms.instalments(loan);
        var state = of.instalment(all);
        if (state.equals(all.getLast())) {
            throw new Refused(ServicingRefusal.LAST_INSTALMENT_IS_EXTENDED);
        }
        if (state.remaining().isZero()) {
            throw new Refused(ServicingRefusal.INSTALMENT_PAID);
        }
        var contract = state.instalment().contractDate();
        var next = all.get(all.indexOf(state) + 1).instalment().contractDate();
        var later = wanted.dateOf("contract");
        if (!later.isAfter(contract)) {
            throw new Refused(ServicingRefusal.INSTALMENT_NOT_LATER, later, contract);
        }
        if (later.isAfter(next)) {
            throw new Refused(ServicingRefusal.INSTALMENT_BEYOND_NEXT, later, next);
        }
        requireInTime(loan.today(), state.instalment().dueDate(), actor.role() == Role.CREDIT_OFFICER);
    }

    /** The household asks in time; the second person may take until the day itself. */
    private void requireInTime(LocalDate today, LocalDate due, boolean asking) {
        if (!today.isBefore(due)) {
            throw new Refused(ServicingRefusal.INSTALMENT_FALLEN_DUE, due);
        }
        var rule = programmes.current().parameters().find(ParameterCode.ADJUSTMENT_REQUEST_DAYS, today);
        if (asking && rule.isPresent()) {
            int days = Integer.parseInt(rule.get().value());
            if (specialDays.around(today).after(today, days).isAfter(due)) {
                throw new Refused(ServicingRefusal.REQUEST_TOO_LATE, due, days);
            }
        }
    }

    @Override
    public Facts preview(Actor reader, String subject, Facts wanted) {
        var loan = terms.get(Subject.parse(subject).loan());
        return Facts.none().date("falls-due", dueDates.of(loan, wanted.dateOf("contract")));
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var of = Subject.parse(approved.subject());
        var loan = terms.get(of.loan());
        var contract = approved.wanted().dateOf("contract");
        terms.move(loan, of.seq(), contract, dueDates.of(loan, contract));
    }

    @Override
    public String form(String subject) {
        var of = Subject.parse(subject);
        return "/loans/" + of.loan() + "/instalments/" + of.seq() + "/change";
    }

    /** A loan and the number of its instalment. */
    record Subject(String loan, int seq) {

        private static final int LONGEST = 3;

        static Subject parse(String subject) {
            int colon = subject.lastIndexOf(':');
            return Optional.of(subject)
                    .filter(text -> colon > 0 && text.substring(colon + 1).matches("\\d{1," + LONGEST + "}"))
                    .map(text -> new Subject(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1))))
                    .orElseThrow(() -> new Refused(ServicingRefusal.UNKNOWN_INSTALMENT, subject));
        }

        String words() {
            return loan + ":" + seq;
        }

        InstalmentState instalment(List<InstalmentState> all) {
            return all.stream()
                    .filter(each -> each.instalment().seq() == seq)
                    .findFirst()
                    .orElseThrow(() -> new Refused(ServicingRefusal.UNKNOWN_INSTALMENT, words()));
        }
    }
}
