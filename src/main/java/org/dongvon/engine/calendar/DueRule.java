package org.dongvon.engine.calendar;

import java.time.LocalDate;

/**
 * How a contract date becomes a due date on a session day ("ngày đến hạn theo giao dịch xã"): a dated parameter.
 *
 * <p>The two differ only for a contract date that is itself a session day. The rule as read in branch practice
 * (handbook 4.4 [found, GODAU]) is strictly before; on or before is the default [design], because otherwise a loan
 * of 12 months paid out on a session day would be one of 11.
 */
public enum DueRule {
    /** The last session on or before the contract date. Example: 25/07 with session day 25 stays 25/07. */
    ON_OR_BEFORE {
        @Override
        public LocalDate align(LocalDate contractDate, SessionDay sessionDay) {
            return sessionDay.lastOnOrBefore(contractDate);
        }
    },
    /** The last session before the contract date. Example: 25/07 with session day 25 becomes 25/06. */
    STRICTLY_BEFORE {
        @Override
        public LocalDate align(LocalDate contractDate, SessionDay sessionDay) {
            return sessionDay.lastBefore(contractDate);
        }
    };

    /**
     * The session on which a part with that contract date falls due. Example: 28/02/2030 with session day 25 becomes
     * 25/02/2030 under both rules.
     */
    public abstract LocalDate align(LocalDate contractDate, SessionDay sessionDay);
}
