package org.dongvon.identity;

import org.dongvon.organisation.BusinessDays;
import org.dongvon.organisation.Unit;
import org.dongvon.organisation.Units;
import org.dongvon.shared.Scope;
import org.springframework.stereotype.Component;

/** From the unit a person works in to the points whose rows they may see, as the tree stands on the latest open day. */
@Component
class Scopes {

    private final Units units;
    private final BusinessDays days;

    Scopes(Units units, BusinessDays days) {
        this.units = units;
        this.days = days;
    }

    Scope of(Unit unit) {
        if (unit.kind() == Unit.Kind.COUNTRY) {
            return Scope.COUNTRY;
        }
        return days.latest()
                .map(day -> Scope.of(units.pointsUnder(unit.id(), day)))
                .orElse(Scope.NONE);
    }
}
