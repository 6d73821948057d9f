package org.dongvon.loan.page;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.engine.calendar.SessionDay;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.Stage;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.text.Label;
import org.jspecify.annotations.Nullable;

/** What stands on the cover of a loan's file. */
record LoanFile(
        long id,
        String code,
        Dong amount,
        Dong undrawn,
        Borrower borrower,
        @Nullable Carrier group,
        Money money,
        Life life,
        Place place)
        implements ShowsPeople {

    /** Who borrowed; of the identity number only the last digits. */
    record Borrower(long id, String name, String identity, String hamlet, boolean restricted) {}

    /** The group that carries it, with its head and the association that leads it. */
    record Carrier(
            long memberId,
            String code,
            String name,
            @Nullable Head head,
            Label association) {}

    /** Who leads a group. */
    record Head(long id, String name) {}

    /** The programme's rates, and the capital it was drawn on. */
    record Money(
            int programmeId,
            int seriesId,
            Label source,
            @Nullable String contract,
            List<FormerMoney> former) {

        Money {
            former = List.copyOf(former);
        }
    }

    /**
     * The capital it was of before a change of source.
     *
     * @param until the day on which it passed to other money
     * @param document the decision
     */
    record FormerMoney(@Nullable String contract, LocalDate until, String document) {}

    /** The days of its life so far. */
    record Life(
            Stage stage,
            LocalDate approvedOn,
            @Nullable LocalDate disbursedOn,
            @Nullable LocalDate interestDueFrom,
            @Nullable LocalDate closedOn) {}

    /** Where it is served, and that office's open day. */
    record Place(String point, String office, @Nullable SessionDay sessionDay, LocalDate openDay) {}

    @Override
    public Purpose purpose() {
        return Purpose.LOANS;
    }

    @Override
    public List<Long> people() {
        return group == null || group.head() == null
                ? List.of(borrower.id())
                : List.of(borrower.id(), group.head().id());
    }

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
