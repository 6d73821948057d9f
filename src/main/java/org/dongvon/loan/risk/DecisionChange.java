package org.dongvon.loan.risk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.DebtPostings;
import org.dongvon.loan.risk.Dossiers.Way;
import org.dongvon.loan.risk.RiskMoney.Money;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.organisation.Units;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.ChangeKind;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.text.Label;
import org.springframework.stereotype.Component;

/**
 * The decision on one list of a round, of one office and one contract of capital: it is entered with its document, and
 * approved it is posted for all loans of the list at once. The subject is {@code <round>:<office>:<list>:<contract>}, such as
 * {@code 2025-2:LECHAN:FREEZE:TW-LECHAN}.
 */
@Component
public class DecisionChange implements ChangeKind {

    public static final String NAME = "loan.risk-decision";

    private final Dossiers dossiers;
    private final MoveDossier moves;
    private final RiskMoney money;
    private final RiskAuthority authority;
    private final DebtPostings postings;
    private final Places places;

    DecisionChange(
            Dossiers dossiers,
            MoveDossier moves,
            RiskMoney money,
            RiskAuthority authority,
            DebtPostings postings,
            Places places) {
        this.dossiers = dossiers;
        this.moves = moves;
        this.money = money;
        this.authority = authority;
        this.postings = postings;
        this.places = places;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Role> makers() {
        return Set.of(Role.ACCOUNTANT, Role.CREDIT_OFFICER);
    }

    @Override
    public List<Role> approvers() {
        return List.of(Role.DIRECTOR, Role.MANAGER);
    }

    @Override
    public Label describe(String subject) {
        return Label.same(subject.replace(":", " · "));
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return places.direct(Subject.parse(subject).office());
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        var listed = listed(subject);
        return Facts.none()
                .text("decision", null)
                .count("loans", listed.size())
                .dong("principal", money.outstanding(listed))
                .hidden("dossiers", listed.stream().map(Dossier::code).collect(Collectors.joining(" ")));
    }

    private List<Dossier> listed(String subject) {
        var of = Subject.parse(subject);
        long office = places.hold(of.office());
        return dossiers.lockListed(of, office, money.contract(of.contract()).id());
    }

    @Override
    public Dong amount(Facts current, Facts wanted) {
        return current.dongOf("principal");
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        var of = Subject.parse(subject);
        var listed = listed(subject);
        var today = listed.getFirst().place().today();
        moves.requireAllowed(listed, today);
        authority.require(of, money.contract(of.contract()), current.dongOf("principal"), today, decision(wanted));
    }

    private static String decision(Facts wanted) {
        return wanted.has("decision") ? wanted.textOf("decision") : "";
    }

    @Override
    public Facts preview(Actor reader, String subject, Facts wanted) {
        var of = Subject.parse(subject);
        return Facts.none()
                .dong("fund", authority.fund(of.round()))
                .dong("used", money.writtenOffOfStateMoney(of.round()));
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var of = Subject.parse(approved.subject());
        var listed = listed(approved.subject());
        var first = listed.getFirst().place();
        var decision = new DebtPostings.Decision(
                approved.submission(), first.officeId(), first.today(), decision(approved.wanted()));
        var principal = of.list() == RiskList.WRITE_OFF
                ? postings.writeOff(
                        checker,
                        decision,
                        listed.stream().map(each -> each.loan().id()).toList())
                : postings.freeze(
                        checker,
                        decision,
                        listed.stream()
                                .collect(Collectors.toMap(
                                        each -> each.loan().id(),
                                        each -> each.asked().months())));
        dossiers.move(checker, approved.submission(), listed, new Way(Move.DECIDE, Step.DECIDED, null, null));
        money.record(approved.id(), of, decision, new Money(listed.size(), principal));
    }

    @Override
    public String form(String subject) {
        var of = Subject.parse(subject);
        return "/risk-rounds/" + of.round() + "/" + of.office() + "/" + of.list() + "/" + of.contract();
    }

    /** A list of a round: of one office, one kind, one contract. */
    public record Subject(String round, String office, RiskList list, String contract) {

        /**
         * The list that a subject names.
         *
         * @throws Refused {@link RiskRefusal#UNKNOWN_RISK_ROUND}
         */
        public static Subject parse(String subject) {
            return Optional.of(subject.split(":", 4))
                    .filter(parts -> parts.length == 4 && parts[2].matches("FREEZE|WRITE_OFF"))
                    .map(parts -> new Subject(parts[0], parts[1], RiskList.valueOf(parts[2]), parts[3]))
                    .orElseThrow(() -> new Refused(RiskRefusal.UNKNOWN_RISK_ROUND));
        }

        @Override
        public String toString() {
            return round + ":" + office + ":" + list + ":" + contract;
        }
    }

    /** Offices, their direct points and their open days. */
    @Component
    static class Places {

        private final Units units;
        private final BusinessDays days;

        Places(Units units, BusinessDays days) {
            this.units = units;
            this.days = days;
        }

        /** The point of the office's own loans. */
        long direct(String office) {
            return units.pointsOf(units.office(office).id()).getFirst().id();
        }

        /** The office, with its day held open until the transaction ends. */
        long hold(String office) {
            long id = units.office(office).id();
            days.hold(id);
            return id;
        }
    }
}
