package org.dongvon.supervision.classification;

import org.dongvon.engine.money.Dong;

/** How many debts, and what they owed on the day of their round; overdue and frozen are of the principal. */
public record Amounts(long debts, Dong principal, Dong overdue, Dong frozen, Dong interest) {

    static final Amounts NOTHING = new Amounts(0, Dong.ZERO, Dong.ZERO, Dong.ZERO, Dong.ZERO);

    Amounts plus(Amounts other) {
        return new Amounts(
                debts + other.debts,
                principal.plus(other.principal),
                overdue.plus(other.overdue),
                frozen.plus(other.frozen),
                interest.plus(other.interest));
    }
}
