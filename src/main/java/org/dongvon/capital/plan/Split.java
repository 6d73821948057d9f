package org.dongvon.capital.plan;

import java.util.Collection;
import java.util.List;
import org.dongvon.capital.CapitalRefusal;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Refused;

/**
 * A target of one month and what those below have of it: never more than there is.
 *
 * <p>Example: of 1 000 million 600 and 400 may be given, 600 and 401 not.
 *
 * @param unit the name of the unit whose target it is
 */
record Split(String unit, int month, Dong target, List<Dong> parts) {

    /** @throws Refused {@link CapitalRefusal#PLAN_ABOVE_PARENT} */
    Split {
        parts = List.copyOf(parts);
        var sum = Dong.sum(parts);
        if (sum.isMoreThan(target)) {
            throw new Refused(CapitalRefusal.PLAN_ABOVE_PARENT, sum, unit, target, month);
        }
    }

    /** @throws Refused {@link CapitalRefusal#PLAN_ABOVE_PARENT} */
    static Split require(String unit, int month, Dong target, Collection<Dong> parts) {
        return new Split(unit, month, target, List.copyOf(parts));
    }

    Dong left() {
        return target.minus(Dong.sum(parts));
    }
}
