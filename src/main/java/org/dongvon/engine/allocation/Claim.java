package org.dongvon.engine.allocation;

import org.dongvon.engine.interest.Part;

/**
 * What a payment can be taken for: one kind of debt on one part of a loan. Recovery of written-off debt is a business
 * of its own and is not allocated.
 */
public enum Claim {
    /** Lãi tồn: in-term interest of earlier months. */
    INTEREST_ARREARS(Part.IN_TERM),
    /** In-term interest of the month. */
    INTEREST_MONTH(Part.IN_TERM),
    /** Interest on overdue principal. */
    INTEREST_OVERDUE(Part.OVERDUE),
    /** Interest that was owed when its principal was frozen. */
    INTEREST_FROZEN(Part.FROZEN),
    /** Overdue principal. */
    PRINCIPAL_OVERDUE(Part.OVERDUE),
    /** In-term principal that is due and unpaid. */
    PRINCIPAL_DUE(Part.IN_TERM),
    /** In-term principal that is not due yet: early repayment, free of charge. */
    PRINCIPAL_AHEAD(Part.IN_TERM),
    /** Frozen principal, paid although nobody may ask for it. */
    PRINCIPAL_FROZEN(Part.FROZEN);

    private final Part part;

    Claim(Part part) {
        this.part = part;
    }

    /** The part of the loan that the money is taken for. */
    public Part part() {
        return part;
    }

    /** Whether it is interest: true for {@code INTEREST_…}, false for {@code PRINCIPAL_…}. */
    public boolean isInterest() {
        return switch (this) {
            case INTEREST_ARREARS, INTEREST_MONTH, INTEREST_OVERDUE, INTEREST_FROZEN -> true;
            case PRINCIPAL_OVERDUE, PRINCIPAL_DUE, PRINCIPAL_AHEAD, PRINCIPAL_FROZEN -> false;
        };
    }
}
