package org.dongvon.loan.page;

import java.time.LocalDate;
import org.dongvon.engine.calendar.SessionDay;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.Stage;
import org.dongvon.shared.text.Label;
import org.jspecify.annotations.Nullable;

/** What stands on the cover of a loan's file. */
record LoanFile(
        long id,
        String code,
        Dong amount,
        Borrower borrower,
        @Nullable Carrier group,
        Money money,
        Life life,
        Place place) {

    /** Who borrowed; of the identity number only the last digits. */
    record Borrower(String name, String identity, String hamlet) {}

    /** The group that carries it, with its head and the association that leads it. */
    record Carrier(
            long memberId,
            String code,
            String name,
            @Nullable String head,
            Label association) {}

    /** The programme's rates, and the capital it was drawn on. */
    record Money(
            int programmeId,
            int seriesId,
            Label source,
            @Nullable String contract) {}

    /** The days of its life so far. */
    record Life(
            Stage stage,
            LocalDate approvedOn,
            @Nullable LocalDate disbursedOn,
            @Nullable LocalDate interestDueFrom,
            @Nullable LocalDate closedOn) {}

    /** Where it is served, and that office's open day. */
    record Place(String point, String office, @Nullable SessionDay sessionDay, LocalDate openDay) {}

    /** The day of the session before a day, on which interest was last asked for; a direct loan has the day it was paid out on. */
    @Nullable
    LocalDate lastInterestDayBefore(LocalDate day) {
        var disbursed = life.disbursedOn();
        if (disbursed == null) {
            return null;
        }
        var session = place.sessionDay() == null ? new SessionDay(disbursed.getDayOfMonth()) : place.sessionDay();
        var last = session.lastBefore(day);
        return last.isAfter(disbursed) ? last : null;
    }
}
