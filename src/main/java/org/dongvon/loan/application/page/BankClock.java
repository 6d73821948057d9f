package org.dongvon.loan.application.page;

import java.time.LocalDate;
import java.util.Set;
import org.dongvon.engine.calendar.WorkingDays;
import org.dongvon.loan.application.Step;
import org.dongvon.loan.application.page.ApplicationReader.Row;
import org.jspecify.annotations.Nullable;

/** The bank's clock on the reader's day: how long it may take to decide. */
record BankClock(LocalDate today, WorkingDays working, int allowed) {

    static final BankClock NONE = new BankClock(LocalDate.EPOCH, new WorkingDays(Set.of(), Set.of()), 1);

    @Nullable
    Deadline of(Row row) {
        var received = row.days().received();
        if (row.step() != Step.AT_BANK || received == null) {
            return null;
        }
        var last = last(received);
        var warned = allowed > 1 ? working.after(received, allowed - 1) : last;
        return new Deadline(received, last, isLate(received), !today.isBefore(warned));
    }

    boolean isLate(LocalDate received) {
        return today.isAfter(last(received));
    }

    private LocalDate last(LocalDate received) {
        return working.after(received, allowed);
    }

    /** By when the bank decides, whether that is over, and whether it is near. */
    record Deadline(LocalDate received, LocalDate last, boolean isLate, boolean isNear) {}
}
