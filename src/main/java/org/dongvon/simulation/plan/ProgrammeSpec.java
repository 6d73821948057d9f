package org.dongvon.simulation.plan;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.programme.BorrowerClass;

/**
 * What an office's book of one programme, out of one contract, is to look like on its last closed day.
 *
 * @param code the programme
 * @param contract the capital contract's code
 * @param quantity how many loans, and what they come to
 * @param amounts of one loan
 * @param terms how they are repaid
 * @param window when they may have been paid out
 * @param traits what else is so
 */
public record ProgrammeSpec(
        String code, String contract, Quantity quantity, Amounts amounts, Terms terms, Window window, Traits traits) {

    /**
     * How many.
     *
     * @param loans with balance
     * @param millions what they come to on the last closed day, in millions of đồng; 0 for whatever it comes to
     * @param second how many of them are the second loan of a household
     * @param repaid how many more were repaid in full during the history
     * @param overdue how many of the loans were not repaid on their last date
     */
    public record Quantity(int loans, int millions, int second, int repaid, int overdue) {}

    /** Amounts of one loan, in millions of đồng: never outside of least and most, mostly one of the usual ones. */
    public record Amounts(int least, int most, List<Integer> usual) {

        public Amounts {
            usual = List.copyOf(usual);
        }
    }

    /** Months; one of the terms. */
    public record Terms(List<Integer> months, int interval, int grace, int interestGrace) {

        public Terms {
            months = List.copyOf(months);
        }
    }

    /**
     * When the loans were paid out.
     *
     * @param from not before this day
     * @param sessions at one of the last so many sessions
     */
    public record Window(LocalDate from, int sessions) {}

    /**
     * What else is so.
     *
     * @param direct without a group, at the office's own counter
     * @param jobs that each loan makes
     * @param borrowers the class of borrowers, which decides the rate
     * @param plain exactly as written: never repaid ahead, always paid on time
     */
    public record Traits(boolean direct, int jobs, BorrowerClass borrowers, boolean plain) {}
}
