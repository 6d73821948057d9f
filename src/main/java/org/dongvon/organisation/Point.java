package org.dongvon.organisation;

import org.dongvon.engine.calendar.SessionDay;
import org.jspecify.annotations.Nullable;

/**
 * Transaction point (điểm giao dịch xã).
 *
 * @param sessionDay fixed day of the month; none for the direct point, where loans without a group are kept
 */
public record Point(
        long id,
        String code,
        String name,
        long officeId,
        @Nullable SessionDay sessionDay,
        String address) {

    public boolean isDirect() {
        return sessionDay == null;
    }
}
