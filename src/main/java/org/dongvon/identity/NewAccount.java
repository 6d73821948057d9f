package org.dongvon.identity;

import java.time.LocalDate;
import org.dongvon.shared.Narrowing;
import org.dongvon.shared.Role;
import org.jspecify.annotations.Nullable;

/**
 * A person who is to log in, with the first role they hold.
 *
 * @param login lower-case letters, digits, dots and hyphens
 * @param unitId where they hold it: {@code identity.role_rule} says which kinds of unit go with which role
 * @param narrowing to an association, a group or a person, for the roles that ask for it
 * @param through the last business day; none while it is to stay open
 */
public record NewAccount(
        String login,
        String fullName,
        Role role,
        long unitId,
        Narrowing narrowing,
        @Nullable LocalDate through) {

    /** With a role for the whole of the unit that stays open. */
    public NewAccount(String login, String fullName, Role role, long unitId) {
        this(login, fullName, role, unitId, Narrowing.NONE, null);
    }
}
