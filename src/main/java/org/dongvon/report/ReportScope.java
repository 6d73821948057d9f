package org.dongvon.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.organisation.OrganisationRefusal;
import org.dongvon.organisation.Unit;
import org.dongvon.organisation.Units;
import org.dongvon.position.Positions;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.text.DateInput;
import org.springframework.stereotype.Component;

/** Which unit and day a page of a report shows when the reader has not said, and which units there are to choose. */
@Component
public class ReportScope {

    private final Units units;
    private final BusinessDays days;
    private final Positions positions;
    private final Transactions transactions;

    ReportScope(Units units, BusinessDays days, Positions positions, Transactions transactions) {
        this.units = units;
        this.days = days;
        this.positions = positions;
        this.transactions = transactions;
    }

    /** The units whose totals a reader may see. */
    public List<Unit> units(Actor actor) {
        return transactions.read(actor, () -> units.inScope(today()));
    }

    /**
     * The request of a page: the unit and day that were typed, or else the reader's office and its last closed day.
     *
     * @throws Refused for a unit that is not known or not the reader's, which is the same to them, or a day that is none;
     *     {@link ReportRefusal#NO_UNIT}
     */
    public ReportRequest request(Actor actor, String unit, String asOf) {
        return request(actor, unit.isEmpty() ? own(actor) : inScope(actor, unit), asOf);
    }

    /** Likewise, for a report that also shows what was printed about units of others. */
    public ReportRequest requestOfPrinted(Actor actor, String unit, String asOf, Predicate<Unit> isPrinted) {
        if (unit.isEmpty()) {
            return request(actor, unit, asOf);
        }
        var chosen = units.find(unit).filter(isPrinted).orElseGet(() -> inScope(actor, unit));
        return request(actor, chosen, asOf);
    }

    private Unit inScope(Actor actor, String code) {
        return units(actor).stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refused(OrganisationRefusal.UNKNOWN_UNIT, code));
    }

    private ReportRequest request(Actor actor, Unit chosen, String asOf) {
        var day = asOf.isEmpty() ? lastClosed(actor, chosen) : DateInput.parse(asOf);
        return new ReportRequest(chosen, day, Optional.empty());
    }

    private Unit own(Actor actor) {
        return actor.officeId() == 0
                ? units(actor).stream().findFirst().orElseThrow(() -> new Refused(ReportRefusal.NO_UNIT))
                : units.get(actor.officeId());
    }

    private LocalDate lastClosed(Actor actor, Unit unit) {
        return positions.closedThrough(actor, unit, today()).orElseGet(this::today);
    }

    private LocalDate today() {
        return days.latest().orElse(LocalDate.EPOCH);
    }
}
