package org.dongvon.savings.term;

import java.util.List;
import java.util.Set;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.organisation.Units;
import org.dongvon.savings.SavingsRefusal;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.change.Approved;
import org.dongvon.shared.change.ChangeKind;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.PointsAndDays;
import org.dongvon.shared.text.Label;
import org.springframework.stereotype.Component;

/**
 * Another rate of term deposits from a day on. The subject is {@code <area>:<months>}: {@code VN} is the country's ceiling,
 * else the code of the office or province that sets its own.
 */
@Component
class TermRateChange implements ChangeKind {

    static final String NAME = "savings.term-rate";

    private static final String RATE = "rate";

    private final TermRates rates;
    private final BusinessDays days;
    private final Units units;
    private final PointsAndDays points;

    TermRateChange(TermRates rates, BusinessDays days, Units units, PointsAndDays points) {
        this.rates = rates;
        this.days = days;
        this.units = units;
        this.points = points;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Role> makers() {
        return Set.of(Role.ACCOUNTANT, Role.MANAGER);
    }

    @Override
    public List<Role> approvers() {
        return List.of(Role.MANAGER);
    }

    @Override
    public Label describe(String subject) {
        var of = TermOf.parse(subject);
        return new Label(of.shown() + ", " + of.months() + " tháng", of.shown() + ", " + of.months() + " months");
    }

    @Override
    public long pointId(Actor maker, String subject, Facts wanted) {
        return TermOf.parse(subject).isCountry() ? points.country(maker) : points.home(maker);
    }

    @Override
    public Facts current(String subject, Facts wanted) {
        var of = TermOf.parse(subject);
        return TermRates.on(rates.rows(), of.area(), of.months(), wanted.dateOf("from"))
                .map(row -> Facts.none().rate(RATE, row.rate()).date("from", row.from()))
                .orElseGet(wanted::emptied);
    }

    @Override
    public void check(Actor actor, String subject, Facts current, Facts wanted) {
        var of = TermOf.parse(subject);
        var from = wanted.dateOf("from");
        requireOwn(actor, of);
        var first = days.holdAll();
        if (from.isBefore(first)) {
            throw new Refused(SavingsRefusal.RULE_RETROACTIVE, from, first);
        }
        rates.rows().stream()
                .filter(row -> row.area().equals(of.area()) && row.months() == of.months())
                .reduce((earlier, later) -> later)
                .filter(row -> !from.isAfter(row.from()))
                .ifPresent(row -> {
                    throw new Refused(SavingsRefusal.RULE_NOT_LAST, from, row.from());
                });
        var rate = wanted.rateOf(RATE);
        if (!of.isCountry()) {
            var most = rates.ceiling(of.months(), from)
                    .orElseThrow(() -> new Refused(SavingsRefusal.NO_RATE_FOR_TERM, of.months(), from));
            if (rate.compareTo(most) > 0) {
                throw new Refused(SavingsRefusal.TERM_RATE_ABOVE_CEILING, rate.percent(), most.percent());
            }
        }
    }

    private void requireOwn(Actor actor, TermOf of) {
        boolean own = of.isCountry()
                || units.inScope(days.holdAll()).stream()
                        .anyMatch(unit -> unit.code().equals(of.area()))
                || (actor.officeId() != 0 && units.get(actor.officeId()).code().equals(of.area()));
        if (!own) {
            throw new Refused(SavingsRefusal.TERM_RATE_OF_OTHERS, of.shown());
        }
    }

    @Override
    public void apply(Actor checker, Approved approved) {
        var of = TermOf.parse(approved.subject());
        var wanted = approved.wanted();
        rates.add(of.area(), of.months(), wanted.dateOf("from"), wanted.rateOf(RATE), approved.basis());
    }

    @Override
    public String form(String subject) {
        return "/term-deposits/rates/change?of=" + subject;
    }
}
