package org.dongvon.household.members;

import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;

/** Who keeps the register of households: those who prepare loans, and the commune that knows its people. */
final class Makers {

    private Makers() {}

    static boolean include(Role role) {
        return role == Role.CREDIT_OFFICER || role == Role.COMMUNE_OFFICIAL;
    }

    /**
     * Lets only them pass.
     *
     * @throws Refused {@link org.dongvon.shared.SharedRefusal#ROLE_MAY_NOT}
     */
    static void require(Actor actor) {
        actor.requireRole(Role.CREDIT_OFFICER, Role.COMMUNE_OFFICIAL);
    }
}
