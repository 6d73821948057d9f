package org.dongvon.identity;

import java.time.LocalDate;
import org.dongvon.shared.Narrowing;
import org.dongvon.shared.Role;
import org.jspecify.annotations.Nullable;

/**
 * A role that an account holds.
 *
 * @param unit the name of the unit whose points are the scope
 * @param through the last business day; none while it is open
 */
public record Grant(
        long id,
        long accountId,
        Role role,
        long unitId,
        String unit,
        Narrowing narrowing,
        LocalDate from,
        @Nullable LocalDate through) {}
