package org.dongvon.loan.source;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dongvon.capital.CapitalRefusal;
import org.dongvon.capital.CapitalRequest;
import org.dongvon.capital.Contracts;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.MoveSource;
import org.dongvon.loan.source.SourcePlan.Planned;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.organisation.Unit;
import org.dongvon.organisation.Units;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.MovesAmount;
import org.dongvon.shared.text.Label;
import org.springframework.stereotype.Component;

/**
 * Loans of one office pass from the money of a contract to that of another, by decision (docs/domain/change-of-source.md): chosen by
 * their codes, or all of a programme, of a point, or of the contract. The subject is {@code <contract>:<office>}, such as {@code
 * TW-2024:LECHAN}. What is asked for bounds what is approved: loans may have been repaid meanwhile, and none may have been added.
 */
@Component
public class SourceChange implements CapitalRequest, MovesAmount {

    public static final String NAME = "loan.source";

    private final SourcePlan plan;
    private final SourceLoans loans;
    private final MoveSource move;
    private final Contracts contracts;
    private final Offices offices;

    SourceChange(SourcePlan plan, SourceLoans loans, MoveSource move, Contracts contracts, Offices offices) {
        this.plan = plan;
        this.loans = loans;
        this.move = move;
        this.contracts = contracts;
        this.offices = offices;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Label describe(String subject) {
        var of = Subject.parse(subject);
        return Label.same(of.contract() + " · " + offices.name(of.office()));
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return offices.direct(Subject.parse(subject).office());
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        // Nobody posts meanwhile: whoever read a loan before would book it to the money that it was of.
        offices.lock(Subject.parse(subject).office());
        return wanted.emptied();
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        var of = Subject.parse(subject);
        contracts.look(of.contract());
        plan.require(planned(of, wanted), wanted);
    }

    private Planned planned(Subject of, Facts wanted) {
        return plan.of(contracts.look(of.contract()), offices.get(of.office()), wanted);
    }

    /** What is asked for, with its loans and their principal counted. */
    Facts wanted(Subject of, Facts choice) {
        var planned = planned(of, choice);
        return choice.count("count", planned.loans().size()).dong("amount", planned.principal());
    }

    @Override
    public Facts preview(Actor reader, String subject, Facts wanted) {
        var planned = planned(Subject.parse(subject), wanted);
        return Facts.none()
                .count("loans", planned.loans().size())
                .dong("principal", planned.principal())
                .dong("undrawn", planned.taken().minus(planned.principal()))
                .dong("free", planned.free());
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var of = Subject.parse(approved.subject());
        var wanted = approved.wanted();
        long office = offices.get(of.office()).id();
        loans.hold(office, List.of(of.contract(), wanted.textOf("to")));
        var planned = planned(of, wanted);
        plan.require(planned, wanted);
        long id = loans.newId();
        var to = planned.to();
        var money = new MoveSource.Money(
                to.contractId(), Objects.requireNonNull(to.allotted().id(), "it was required"));
        var order = new MoveSource.Order(
                approved.submission(), id, office, approved.place().day(), money);
        var moved = move.run(
                checker,
                order,
                planned.loans().stream().map(SourceLoans.Loan::id).toList());
        record(id, of, approved, planned, moved);
    }

    private void record(long id, Subject of, Approved approved, Planned planned, Dong moved) {
        loans.record(new SourceLoans.Decision(
                id,
                approved.place().pointId(),
                offices.get(of.office()).id(),
                of.contract(),
                planned.to().code(),
                planned.loans().size(),
                moved,
                SourcePlan.undoes(approved.wanted()),
                new SourceLoans.Approval(
                        approved.id(),
                        approved.submission(),
                        Objects.requireNonNull(approved.basis().document(), "it needs one"),
                        approved.place().day())));
    }

    @Override
    public String form(String subject) {
        var of = Subject.parse(subject);
        return "/capital/" + of.contract() + "/source-changes/new?office=" + of.office();
    }

    /** A contract and the office whose loans leave it, by their codes. */
    record Subject(String contract, String office) {

        static Subject parse(String subject) {
            return Optional.of(Arrays.asList(subject.split(":", 2)))
                    .filter(parts -> parts.size() == 2)
                    .map(parts -> new Subject(parts.getFirst(), parts.getLast()))
                    .orElseThrow(() -> new Refused(CapitalRefusal.UNKNOWN_CONTRACT, subject));
        }

        @Override
        public String toString() {
            return contract + ":" + office;
        }
    }

    /** Offices by their codes, and their open days. */
    @Component
    static class Offices {

        private final Units units;
        private final BusinessDays days;

        Offices(Units units, BusinessDays days) {
            this.units = units;
            this.days = days;
        }

        Unit get(String code) {
            return units.office(code);
        }

        String name(String code) {
            return units.find(code).map(Unit::name).orElse(code);
        }

        long direct(String code) {
            return units.pointsOf(get(code).id()).getFirst().id();
        }

        void lock(String code) {
            days.lock(get(code).id());
        }
    }
}
