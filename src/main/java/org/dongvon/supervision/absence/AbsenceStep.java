package org.dongvon.supervision.absence;

import java.util.Set;
import org.dongvon.shared.Role;

/** A step of the way that a borrower who left is followed on, and whose word it is. */
public enum AbsenceStep {
    /** The head's notice (phiếu báo). */
    REPORTED,
    /** On the list of the association and the commune's board. */
    LISTED,
    /** Dealt with by the meeting at the commune. */
    MEETING,
    /** Something was done. */
    MEASURE,
    /** The borrower is back. */
    RETURNED;

    boolean isOf(Role role) {
        return roles().contains(role);
    }

    private Set<Role> roles() {
        return switch (this) {
            case REPORTED, RETURNED -> Set.of(Role.GROUP_HEAD, Role.CREDIT_OFFICER);
            case LISTED -> Set.of(Role.ASSOCIATION_STAFF, Role.COMMUNE_OFFICIAL, Role.CREDIT_OFFICER);
            case MEETING -> Set.of(Role.COMMUNE_OFFICIAL, Role.CREDIT_OFFICER);
            case MEASURE -> Set.of(Role.GROUP_HEAD, Role.ASSOCIATION_STAFF, Role.COMMUNE_OFFICIAL, Role.CREDIT_OFFICER);
        };
    }

    /** Whether it may be noted of somebody who left, or else of somebody who is there. */
    boolean fits(boolean left) {
        return left != (this == REPORTED);
    }
}
