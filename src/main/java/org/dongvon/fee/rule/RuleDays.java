package org.dongvon.fee.rule;

import java.time.LocalDate;
import org.dongvon.fee.FeeRefusal;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.PointsAndDays;
import org.springframework.stereotype.Component;

/** From when on a rule may be another: never before a day that is closed somewhere, never before the row there is. */
@Component
class RuleDays {

    private final BusinessDays days;
    private final PointsAndDays points;

    RuleDays(BusinessDays days, PointsAndDays points) {
        this.days = days;
        this.points = points;
    }

    /** @throws Refused {@link FeeRefusal#RULE_RETROACTIVE}, {@link FeeRefusal#RULE_NOT_LAST} */
    void require(LocalDate from, LocalDate last) {
        var first = days.holdAll();
        if (from.isBefore(first)) {
            throw new Refused(FeeRefusal.RULE_RETROACTIVE, from, first);
        }
        if (!from.isAfter(last)) {
            throw new Refused(FeeRefusal.RULE_NOT_LAST, from, last);
        }
    }

    LocalDate firstDay() {
        return points.openDay(PointsAndDays.COUNTRY);
    }
}
