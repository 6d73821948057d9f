package org.dongvon.loan.page;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.dongvon.engine.interest.AnnualRate;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.succession.Successions.Succession;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.text.Label;
import org.dongvon.shared.timeline.HasTimeline;
import org.dongvon.shared.timeline.Subject;
import org.jspecify.annotations.Nullable;

/**
 * The page of a loan as it stands on a day.
 *
 * @param day the day asked for, or the office's open day
 * @param today what is known of a loan that was paid out; nothing before
 * @param measures what its programme allows to be done with it
 * @param deposit the member's deposit; none for a direct loan
 * @param successions how it passed to other borrowers
 */
record LoanView(
        LoanFile file,
        Label programme,
        LocalDate day,
        @Nullable Today today,
        List<ScheduleRow> schedule,
        List<LoanLine> lines,
        Measures measures,
        @Nullable Dong deposit,
        List<Succession> successions)
        implements ShowsPeople, HasTimeline {

    @Override
    public Subject subject() {
        return new Subject(Subject.Kind.LOAN, file.id());
    }

    @Override
    public Purpose purpose() {
        return file.purpose();
    }

    @Override
    public List<Long> people() {
        return Stream.concat(file.people().stream(), successions.stream().flatMap(each -> each.people().stream()))
                .distinct()
                .toList();
    }

    /** Whether another day than the office's open one was asked for. */
    public boolean isAnotherDay() {
        return !day.equals(file.place().openDay());
    }

    /** The instalment to prepare for. */
    public @Nullable ScheduleRow next() {
        return schedule.stream().filter(ScheduleRow::isNext).findFirst().orElse(null);
    }

    /** The last instalment, whose day is the loan's final due date. */
    public @Nullable ScheduleRow last() {
        return schedule.isEmpty() ? null : schedule.getLast();
    }

    /** Balances, rates and the derivation of the interest on the day. */
    record Today(Principal principal, Rates rates, Why why, Interest interest) {}

    /** Principal by state. */
    record Principal(Dong inTerm, Dong overdue, Dong frozen) {

        public Dong outstanding() {
            return inTerm.plus(overdue).plus(frozen);
        }
    }

    /** The rates of the day with their law. */
    record Rates(AnnualRate inTerm, AnnualRate overdue, Laws.Law law) {}

    /**
     * Interest on the day.
     *
     * @param asked what the sheet asks
     * @param notBefore the day before which it is not asked for, when the day is before it (students)
     * @param arrears owed by the session before and not paid since
     * @param arrearsOf that session; none in the first month
     */
    record Interest(
            Dong asked,
            @Nullable LocalDate notBefore,
            Dong arrears,
            @Nullable LocalDate arrearsOf) {}
}
