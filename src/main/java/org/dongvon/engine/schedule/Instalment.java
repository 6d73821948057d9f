package org.dongvon.engine.schedule;

import java.time.LocalDate;
import org.dongvon.engine.money.Dong;

/**
 * One instalment of principal ("kỳ trả nợ gốc").
 *
 * @param seq its number in the schedule, from 1
 * @param contractDate the date in the contract
 * @param dueDate the session on which it falls due; being overdue is judged on this date
 * @param amount in đồng, more than 0
 */
public record Instalment(int seq, LocalDate contractDate, LocalDate dueDate, Dong amount) {

    /**
     * An instalment with those terms.
     *
     * @throws IllegalArgumentException when the amount is not more than 0, or the number is under 1
     */
    public Instalment {
        if (!amount.isPositive() || seq < 1) {
            throw new IllegalArgumentException("an instalment has a number and an amount: " + seq + ", " + amount);
        }
    }
}
