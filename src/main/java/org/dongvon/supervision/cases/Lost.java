package org.dongvon.supervision.cases;

import org.dongvon.engine.money.Dong;

/** Money lost or recovered: principal and interest of loans, and deposits. */
public record Lost(Dong principal, Dong interest, Dong deposit) {

    public static final Lost NOTHING = new Lost(Dong.ZERO, Dong.ZERO, Dong.ZERO);

    public Lost minus(Lost other) {
        return new Lost(principal.minus(other.principal), interest.minus(other.interest), deposit.minus(other.deposit));
    }

    public Lost plus(Lost other) {
        return new Lost(principal.plus(other.principal), interest.plus(other.interest), deposit.plus(other.deposit));
    }

    public Dong total() {
        return principal.plus(interest).plus(deposit);
    }

    /** Whether one of the three lies below zero. */
    public boolean isBelowZero() {
        return principal.isNegative() || interest.isNegative() || deposit.isNegative();
    }
}
