package org.dongvon.form.paper;

import org.dongvon.engine.interest.AnnualRate;
import org.dongvon.engine.money.Dong;

/**
 * The bank's part of an application: what it approves.
 *
 * @param overdueRate the rate of what is overdue
 * @param interestDay the day of the month on which interest is paid
 * @param signers who signs; empty names are written by hand
 */
public record BankDecision(
        Dong amount, AnnualRate rate, AnnualRate overdueRate, LoanAsk.Terms terms, int interestDay, Signers signers) {

    /** Who signs for the bank. */
    public record Signers(String officer, String section, String director) {}
}
