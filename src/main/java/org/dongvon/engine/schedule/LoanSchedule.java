package org.dongvon.engine.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dongvon.engine.calendar.DueRule;
import org.dongvon.engine.calendar.SessionDay;
import org.dongvon.engine.money.Dong;

/**
 * Schedules of principal: equal instalments on contract dates, each due on a session of the transaction point.
 *
 * <ul>
 *   <li>Contract dates are the day of disbursement plus 1, 2, 3… intervals of months, each clamped to its month's end
 *       from the original day, so they do not drift: 31/01 gives 28/02, 31/03, 30/04. The last is at the end of the
 *       term, also when the term is not a multiple of the interval.
 *   <li>Amounts are equal shares rounded <em>down</em> to 100 000 đ, the remainder in the last: 40 000 000 / 3 = 13.3 +
 *       13.3 + 13.4 million (handbook 4.3 [found, GODAU]). When a share rounds down to nothing there is one instalment,
 *       at the end of the term, with the whole amount.
 *   <li>Due dates follow the {@link DueRule}, and always lie after the disbursement and not after the contract date:
 *       where the rule points to the day of disbursement or before, the due date is the first session after it, or the
 *       contract date if that comes sooner. Due dates never go back; two monthly instalments around the end of February
 *       may share one.
 * </ul>
 */
public final class LoanSchedule {

    /** Shares are rounded down to a multiple of this many đồng. */
    public static final long ROUNDING_STEP = 100_000;

    private LoanSchedule() {}

    /**
     * The instalments of a loan paid out at once. Example: 40 000 000 đ, 36 months, every 12, paid out on 15/03/2026,
     * session day 10: 13 300 000 đ due 10/03/2027, 13 300 000 đ due 10/03/2028, 13 400 000 đ due 10/03/2029.
     *
     * @throws java.time.DateTimeException when a date leaves the calendar's range
     */
    public static List<Instalment> equalInstalments(ScheduleTerms terms) {
        var dates = new ArrayList<LocalDate>();
        for (long month = (long) terms.principalFreeMonths() + terms.interval();
                month < terms.months();
                month += terms.interval()) {
            dates.add(terms.disbursed().plusMonths(month));
        }
        dates.add(terms.disbursed().plusMonths(terms.months()));
        return onDates(terms.amount(), dates, terms.disbursed(), terms.sessionDay(), terms.rule());
    }

    /**
     * The instalments on given contract dates, with the same amounts and due dates as {@link #equalInstalments}: a
     * student's loan ({@link StudentTerm}), a rearranged schedule.
     *
     * @param amount the principal in đồng, more than 0
     * @param contractDates at least one, each after the one before it and after {@code disbursed}
     * @param disbursed the day the money was paid out
     * @throws IllegalArgumentException when the amount is not more than 0, or the dates are not in that order
     */
    public static List<Instalment> onDates(
            Dong amount, List<LocalDate> contractDates, LocalDate disbursed, SessionDay sessionDay, DueRule rule) {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("the amount must be more than 0: " + amount);
        }
        requireOrdered(contractDates, disbursed);
        var amounts = shares(amount, contractDates.size());
        var dates = contractDates.subList(contractDates.size() - amounts.size(), contractDates.size());
        var instalments = new ArrayList<Instalment>();
        for (int i = 0; i < dates.size(); i++) {
            var due = dueDate(dates.get(i), disbursed, sessionDay, rule);
            instalments.add(new Instalment(i + 1, dates.get(i), due, amounts.get(i)));
        }
        return List.copyOf(instalments);
    }

    /**
     * The instalments of a running loan of which another part is paid out: those that fall due after that day grow by equal
     * shares of the part, rounded as in {@link #equalInstalments}; those due by then stay as they are. Example: 200 000 000 đ
     * in five yearly instalments of 40 000 000 đ and a part of 120 000 000 đ after the first is due: 40, 70, 70, 70, 70
     * million.
     *
     * @param instalments in their order
     * @param part in đồng, more than 0
     * @param paidOn the day of the part
     * @throws IllegalArgumentException when the part is not more than 0, or no instalment falls due after the day
     */
    public static List<Instalment> withPart(List<Instalment> instalments, Dong part, LocalDate paidOn) {
        if (!part.isPositive()) {
            throw new IllegalArgumentException("the part must be more than 0: " + part);
        }
        int due = (int) instalments.stream()
                .filter(each -> !each.dueDate().isAfter(paidOn))
                .count();
        int later = instalments.size() - due;
        if (later == 0) {
            throw new IllegalArgumentException("no instalment falls due after " + paidOn);
        }
        var shares = shares(part, later);
        int first = instalments.size() - shares.size();
        var grown = new ArrayList<Instalment>(instalments);
        for (int i = first; i < grown.size(); i++) {
            var each = grown.get(i);
            grown.set(
                    i,
                    new Instalment(
                            each.seq(),
                            each.contractDate(),
                            each.dueDate(),
                            each.amount().plus(shares.get(i - first))));
        }
        return List.copyOf(grown);
    }

    /**
     * The due date of one contract date: the rule's session, kept after the disbursement. Example: contract 28/03/2030,
     * paid out 28/02/2030, session day 31: the rule gives 28/02/2030, the first session after is 31/03/2030, so it is
     * due on the contract date, 28/03/2030.
     *
     * @throws IllegalArgumentException when the contract date is not after the disbursement
     */
    public static LocalDate dueDate(LocalDate contractDate, LocalDate disbursed, SessionDay sessionDay, DueRule rule) {
        requireOrdered(List.of(contractDate), disbursed);
        var aligned = rule.align(contractDate, sessionDay);
        if (aligned.isAfter(disbursed)) {
            return aligned;
        }
        var first = sessionDay.firstAfter(disbursed);
        return first.isBefore(contractDate) ? first : contractDate;
    }

    private static void requireOrdered(List<LocalDate> contractDates, LocalDate disbursed) {
        if (contractDates.isEmpty()) {
            throw new IllegalArgumentException("a schedule has at least one date");
        }
        var before = disbursed;
        for (var date : contractDates) {
            if (!date.isAfter(before)) {
                throw new IllegalArgumentException("contract dates are not in order: " + before + ", " + date);
            }
            before = date;
        }
    }

    private static List<Dong> shares(Dong amount, int count) {
        long share = amount.amount() / count / ROUNDING_STEP * ROUNDING_STEP;
        if (share == 0) {
            return List.of(amount);
        }
        var amounts = new ArrayList<Dong>();
        for (int i = 1; i < count; i++) {
            amounts.add(Dong.of(share));
        }
        amounts.add(amount.minus(Dong.of(share).times(count - 1L)));
        return amounts;
    }
}
