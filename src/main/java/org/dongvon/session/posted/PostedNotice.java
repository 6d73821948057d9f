package org.dongvon.session.posted;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.text.Label;

/** The notice of a point for one of its sessions. Sums by group and by programme: no borrower is named. */
record PostedNotice(Where where, LocalDate session, List<OfGroup> groups, List<OfProgramme> programmes) {

    Dong sum(ToLongFunction<OfGroup> column) {
        return new Dong(groups.stream().mapToLong(column).sum());
    }

    /** The point as people know it. */
    record Where(String code, String name, String address) {}

    /** A group: its members, and what of principal falls due by the session and is unpaid. */
    record OfGroup(Map.Entry<String, String> names, String hamlet, long members, long loans, long due) {}

    /** What was decided by the session for a programme and is to be paid out, and what was paid out in its month. */
    record OfProgramme(Label name, long approved, Dong toPayOut, long paid, Dong paidOut) {}
}
