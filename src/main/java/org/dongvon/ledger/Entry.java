package org.dongvon.ledger;

import org.dongvon.engine.money.Dong;

/**
 * One sum of a journal: an account, with the programme and the capital contract where the account has them (0 where
 * not). {@code amount} is whole đồng, debit positive, credit negative.
 *
 * <p>Example: interest of 256 438 đ on a poor household's loan is {@code (INTEREST_INCOME, 1, contract, −256 438)}.
 */
public record Entry(Account account, int programmeId, long contractId, Dong amount) {

    /** An entry of an account without programme and contract. */
    public static Entry of(Account account, Dong amount) {
        return new Entry(account, 0, 0, amount);
    }
}
