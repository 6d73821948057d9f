package org.dongvon.capital;

import java.util.Optional;
import org.dongvon.engine.money.Dong;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.organisation.Point;
import org.dongvon.organisation.Units;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.text.Label;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Granting capital of a contract to an office, raising what was granted, or taking back what is not lent. The subject is {@code <contract>:<office>},
 * such as {@code UT-TP-2024:LECHAN}.
 */
@Component
public class GrantChange implements CapitalRequest {

    public static final String NAME = "capital.grant";

    private static final String GRANTED = """
            select a.granted
              from capital.allotment a
             where a.contract_id = :contract and a.office_id = :office
            """;

    private static final String OWNER = """
            select c.owner from capital.contract c where c.code = :contract
            """;

    private static final String FREE = """
            select c.received + c.added + c.moved - c.returned - c.written_off
                   - capital.granted_of(c.id) as free
              from capital.contract c
             where c.code = :contract
            """;

    // Nothing is lent or promised of it until the transaction ends.
    private static final String HOLD_LENT = """
            select a.id, a.lent
              from capital.allotment a
             where a.contract_id = :contract and a.office_id = :office
               for no key update
            """;

    private final JdbcClient db;
    private final Units units;
    private final BusinessDays days;
    private final Contracts contracts;
    private final GrantAllotment grants;
    private final PromisedMoney promised;

    GrantChange(
            JdbcClient db,
            Units units,
            BusinessDays days,
            Contracts contracts,
            GrantAllotment grants,
            PromisedMoney promised) {
        this.promised = promised;
        this.db = db;
        this.units = units;
        this.days = days;
        this.contracts = contracts;
        this.grants = grants;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Label describe(String subject) {
        var of = Subject.parse(subject);
        var owner = db.sql(OWNER)
                .param("contract", of.contract())
                .query(String.class)
                .optional();
        var office = units.find(of.office()).map(unit -> unit.name()).orElse(of.office());
        var words = of.contract() + owner.map(name -> " (" + name + ")").orElse("") + " → " + office;
        return Label.same(words);
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return point(Subject.parse(subject)).id();
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        var of = Subject.parse(subject);
        days.hold(units.office(of.office()).id());
        long contract = contracts.hold(of.contract()).id();
        return Facts.none()
                .dong(
                        "granted",
                        db.sql(GRANTED)
                                .param("contract", contract)
                                .param("office", units.office(of.office()).id())
                                .query(Long.class)
                                .optional()
                                .map(Dong::new)
                                .orElse(Dong.ZERO));
    }

    @Override
    public Dong amount(Facts current, Facts wanted) {
        return difference(current, wanted).abs();
    }

    private static Dong difference(Facts current, Facts wanted) {
        return wanted.dongOf("granted").minus(current.dongOf("granted"));
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        var of = Subject.parse(subject);
        var contract = contracts.hold(of.contract());
        var more = difference(current, wanted);
        if (more.compareTo(contract.money().ungranted()) > 0) {
            throw new Refused(
                    CapitalRefusal.CONTRACT_EXCEEDED, more, contract.money().ungranted());
        }
        db.sql(HOLD_LENT)
                .param("contract", contract.id())
                .param("office", units.office(of.office()).id())
                .query((row, n) -> new Use(row.getLong("id"), new Dong(row.getLong("lent"))))
                .optional()
                .ifPresent(use -> requireCovered(use, wanted.dongOf("granted")));
    }

    private void requireCovered(Use use, Dong granted) {
        if (granted.isLessThan(use.lent)) {
            throw new Refused(CapitalRefusal.GRANT_BELOW_LENT, use.lent, granted);
        }
        var promisedHere = promised.of(use.allotmentId);
        if (granted.isLessThan(use.lent.plus(promisedHere))) {
            throw new Refused(CapitalRefusal.GRANT_BELOW_PROMISED, use.lent, promisedHere, granted);
        }
    }

    @Override
    public Facts preview(Actor reader, String subject, Facts wanted) {
        return db.sql(FREE)
                .param("contract", Subject.parse(subject).contract())
                .query(Long.class)
                .optional()
                .map(free -> Facts.none().dong("free", new Dong(free)))
                .orElse(Facts.none());
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var of = Subject.parse(approved.subject());
        var before = current(approved.subject(), approved.wanted());
        grants.move(checker, approved, contracts.hold(of.contract()), point(of), difference(before, approved.wanted()));
    }

    @Override
    public String form(String subject) {
        var of = Subject.parse(subject);
        return "/capital/" + of.contract() + "/grants/" + of.office();
    }

    private Point point(Subject of) {
        return units.pointsOf(units.office(of.office()).id()).getFirst();
    }

    /** An allotment and what is lent of it. */
    private record Use(long allotmentId, Dong lent) {}

    /** A contract and an office, by their codes. */
    private record Subject(String contract, String office) {

        static Subject parse(String subject) {
            return Optional.of(subject.split(":", 2))
                    .filter(parts -> parts.length == 2)
                    .map(parts -> new Subject(parts[0], parts[1]))
                    .orElseThrow(() -> new Refused(CapitalRefusal.UNKNOWN_CONTRACT, subject));
        }
    }
}
