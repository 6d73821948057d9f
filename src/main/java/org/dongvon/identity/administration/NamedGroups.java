package org.dongvon.identity.administration;

import java.util.Optional;
import org.dongvon.identity.IdentityRefusal;
import org.dongvon.organisation.Units;
import org.dongvon.shared.Actor;
import org.dongvon.shared.GroupsByCode;
import org.dongvon.shared.GroupsByCode.Found;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.springframework.stereotype.Component;

/**
 * The group that an administrator names in a grant. An administrator sees no group: that one of this code works at this
 * point is all that is told, and only to who names both.
 */
@Component
class NamedGroups {

    private final GroupsByCode groups;
    private final Units units;
    private final Transactions transactions;

    NamedGroups(GroupsByCode groups, Units units, Transactions transactions) {
        this.groups = groups;
        this.units = units;
        this.transactions = transactions;
    }

    /**
     * The group of a code at the point of a code; none for an empty code.
     *
     * @throws Refused {@link IdentityRefusal#NO_SUCH_GROUP}
     */
    Optional<Found> find(String code, String point) {
        if (code.isEmpty()) {
            return Optional.empty();
        }
        var unit = units.find(point);
        var group = transactions
                .read(Actor.SYSTEM, () -> groups.find(code))
                .filter(found -> unit.isPresent() && unit.get().id() == found.pointId());
        if (group.isEmpty()) {
            throw new Refused(IdentityRefusal.NO_SUCH_GROUP, code, point);
        }
        return group;
    }
}
