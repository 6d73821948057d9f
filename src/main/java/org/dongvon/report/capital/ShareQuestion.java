package org.dongvon.report.capital;

import java.time.LocalDate;
import java.util.Optional;
import org.dongvon.engine.money.Dong;
import org.dongvon.report.ReportRefusal;
import org.dongvon.shared.Refused;
import org.dongvon.shared.text.DateInput;
import org.dongvon.shared.text.MoneyInput;

/** What the report on the local share is asked: which target, and what some more money would do. */
public record ShareQuestion(ShareTarget target, Optional<Added> added) {

    /** The usual target, and no more money. */
    public static ShareQuestion usual(LocalDate asOf) {
        return new Typed("", "", "", "", "").question(asOf);
    }

    /**
     * More local capital.
     *
     * @param from the first day on which it can be lent
     */
    public record Added(Dong amount, LocalDate from) {}

    /**
     * A question as somebody typed it; empty where nothing was.
     *
     * @param target the share in percent
     * @param year by whose end it is to be reached
     * @param growth of others' capital, in percent a year
     * @param add how much more
     * @param from when
     */
    public record Typed(String target, String year, String growth, String add, String from) {

        /**
         * The question about a unit on a day; money comes on the day after where no day was typed.
         *
         * @throws Refused what {@link ShareTarget#of}, {@link MoneyInput} and {@link DateInput} refuse, and
         *     {@link ReportRefusal#NOTHING_ADDED}, {@link ReportRefusal#ADDED_BEFORE}
         */
        public ShareQuestion question(LocalDate asOf) {
            return new ShareQuestion(ShareTarget.of(target, year, growth, asOf), added(asOf));
        }

        private Optional<Added> added(LocalDate asOf) {
            if (add.isEmpty()) {
                return Optional.empty();
            }
            var amount = MoneyInput.parse(add);
            if (!amount.isPositive()) {
                throw new Refused(ReportRefusal.NOTHING_ADDED);
            }
            var on = from.isEmpty() ? asOf.plusDays(1) : DateInput.parse(from);
            if (on.isBefore(asOf)) {
                throw new Refused(ReportRefusal.ADDED_BEFORE, on, asOf);
            }
            return Optional.of(new Added(amount, on));
        }
    }
}
