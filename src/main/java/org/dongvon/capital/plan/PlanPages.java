package org.dongvon.capital.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dongvon.capital.CapitalRefusal;
import org.dongvon.organisation.Unit;
import org.dongvon.organisation.Units;
import org.dongvon.programme.Programme;
import org.dongvon.programme.Programmes;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.PointsAndDays;
import org.springframework.stereotype.Component;

/** Finds the unit of a line and what stands around it, in the scope of the transaction. */
@Component
class PlanPages {

    private final PlanBook book;
    private final Units units;
    private final Programmes programmes;
    private final PointsAndDays days;

    PlanPages(PlanBook book, Units units, Programmes programmes, PointsAndDays days) {
        this.book = book;
        this.units = units;
        this.programmes = programmes;
        this.days = days;
    }

    /**
     * The unit of a line and the programme that it names.
     *
     * @throws Refused {@link CapitalRefusal#UNKNOWN_PLAN_LINE}, also for a unit that is not wholly in scope
     */
    Found find(PlanLine line) {
        return units.find(line.unit())
                .flatMap(unit -> home(unit).map(point -> new Place(unit, point, days.openDay(point))))
                .filter(place -> book.isInScope(place.unit, place.today))
                .map(place -> new Found(
                        place.unit, programmes.current().programme(line.programme()), place.pointId, place.today))
                .orElseThrow(() -> new Refused(CapitalRefusal.UNKNOWN_PLAN_LINE, line.subject()));
    }

    /** The point whose day decides for a unit: its office's direct one; the country's own. */
    private Optional<Long> home(Unit unit) {
        return unit.kind() == Unit.Kind.COUNTRY
                ? Optional.of(PointsAndDays.COUNTRY)
                : book.office(unit, days.openDay(PointsAndDays.COUNTRY))
                        .map(office -> units.pointsOf(office).getFirst().id());
    }

    private record Place(Unit unit, long pointId, LocalDate today) {}

    /** What the rules need to know of a line. */
    PlanRules rules(PlanLine line, Found found) {
        var children = book.children(found.unit(), found.today());
        var all = new ArrayList<>(children);
        all.add(found.unit());
        return new PlanRules(found.unit(), children, book.targets(line, all), book.below(line, all));
    }

    /** The unit above, whose target a province's own stands under. */
    Optional<Unit> parent(Found found) {
        return units.parent(found.unit().id(), found.today());
    }

    /** A unit that asks: a commune, or the point that stands for one. */
    Found asking(PlanLine line) {
        var found = find(line);
        if (found.unit().kind() != Unit.Kind.COMMUNE && found.unit().kind() != Unit.Kind.POINT) {
            throw new Refused(
                    CapitalRefusal.PLAN_ASKED_BY_COMMUNES, found.unit().name());
        }
        return found;
    }

    List<Programme> programmes() {
        return programmes.current().programmes();
    }

    /**
     * A unit of a line.
     *
     * @param pointId the point whose open day decides; 0 for the country
     */
    record Found(Unit unit, Programme programme, long pointId, LocalDate today) {}
}
