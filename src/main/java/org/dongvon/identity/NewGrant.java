package org.dongvon.identity;

import java.time.LocalDate;
import org.dongvon.shared.Narrowing;
import org.dongvon.shared.Role;
import org.jspecify.annotations.Nullable;

/**
 * A role that somebody is to hold.
 *
 * @param unitId the unit whose points are the scope
 * @param narrowing what of them; the role says whether it must be, or may not be
 * @param from the first business day
 * @param through the last business day; none while it is to stay open
 */
public record NewGrant(
        Role role,
        long unitId,
        Narrowing narrowing,
        LocalDate from,
        @Nullable LocalDate through) {}
