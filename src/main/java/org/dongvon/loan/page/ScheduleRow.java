package org.dongvon.loan.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.engine.schedule.Instalment;
import org.dongvon.engine.schedule.InstalmentState;
import org.dongvon.engine.schedule.Waterfall;

/** An instalment with what has become of it by a day. */
record ScheduleRow(InstalmentState state, Kind kind) {

    /** Its tag; the text is the message {@code loan.instalment.<KIND>}. */
    enum Kind {
        PAID,
        DUE_UNPAID,
        DUE_TODAY,
        NEXT,
        LATER
    }

    /** The schedule after so much principal, as it stands on a day. */
    static List<ScheduleRow> of(List<Instalment> instalments, Dong settled, LocalDate day) {
        if (instalments.isEmpty()) {
            return List.of();
        }
        var rows = new ArrayList<ScheduleRow>();
        boolean nextSeen = false;
        for (var state : new Waterfall(instalments, settled).states()) {
            var kind = kind(state, day, nextSeen);
            nextSeen = nextSeen || kind == Kind.NEXT || kind == Kind.DUE_TODAY;
            rows.add(new ScheduleRow(state, kind));
        }
        return List.copyOf(rows);
    }

    private static Kind kind(InstalmentState state, LocalDate day, boolean nextSeen) {
        var due = state.instalment().dueDate();
        if (state.remaining().isZero()) {
            return Kind.PAID;
        }
        if (due.isBefore(day)) {
            return Kind.DUE_UNPAID;
        }
        if (due.equals(day)) {
            return Kind.DUE_TODAY;
        }
        return nextSeen ? Kind.LATER : Kind.NEXT;
    }

    public boolean isPartlyPaid() {
        return state.paid().isPositive() && state.remaining().isPositive();
    }

    /** Whether it is the one to prepare for. */
    public boolean isNext() {
        return kind == Kind.NEXT || kind == Kind.DUE_TODAY;
    }
}
