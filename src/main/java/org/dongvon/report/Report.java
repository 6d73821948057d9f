package org.dongvon.report;

import org.dongvon.shared.Actor;

/**
 * A registered report: it appears in {@code report list} and on the page of reports because it is a bean of this type.
 * Its title is the message {@code report.<name>.title}, what it tells {@code report.<name>.about}.
 */
public interface Report {

    /** The stable name of commands and addresses, such as {@code directive40}. */
    String name();

    /**
     * Makes the report from one snapshot.
     *
     * @throws org.dongvon.shared.Refused when the unit is out of scope or the books do not reach the day
     */
    Statement run(Actor actor, ReportRequest request);
}
