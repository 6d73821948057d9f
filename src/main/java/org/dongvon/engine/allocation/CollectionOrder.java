package org.dongvon.engine.allocation;

import static org.dongvon.engine.allocation.Claim.INTEREST_ARREARS;
import static org.dongvon.engine.allocation.Claim.INTEREST_FROZEN;
import static org.dongvon.engine.allocation.Claim.INTEREST_MONTH;
import static org.dongvon.engine.allocation.Claim.INTEREST_OVERDUE;
import static org.dongvon.engine.allocation.Claim.PRINCIPAL_AHEAD;
import static org.dongvon.engine.allocation.Claim.PRINCIPAL_DUE;
import static org.dongvon.engine.allocation.Claim.PRINCIPAL_FROZEN;
import static org.dongvon.engine.allocation.Claim.PRINCIPAL_OVERDUE;

import java.util.EnumSet;
import java.util.List;

/**
 * The order of collection ("thứ tự thu"): which claim is paid first. A dated parameter for each status of a loan,
 * because the official order was not found (handbook 4.2 [unsure], 14.4).
 *
 * @param claims every claim once, the first to be paid first
 */
public record CollectionOrder(List<Claim> claims) {

    /**
     * The default: in-term arrears, the month's interest, overdue interest; then principal that is overdue, due, ahead.
     * What is frozen comes after what is not (handbook 4.2, practice [unsure]).
     */
    public static final CollectionOrder INTEREST_FIRST = new CollectionOrder(List.of(
            INTEREST_ARREARS,
            INTEREST_MONTH,
            INTEREST_OVERDUE,
            INTEREST_FROZEN,
            PRINCIPAL_OVERDUE,
            PRINCIPAL_DUE,
            PRINCIPAL_AHEAD,
            PRINCIPAL_FROZEN));

    /**
     * For overdue loans, principal before interest (TT 39/2016/TT-NHNN, [known]; whether VBSP applies it is [unsure]):
     * overdue and due principal, then all interest; what is not due yet, or frozen, still comes last.
     */
    public static final CollectionOrder OVERDUE_PRINCIPAL_FIRST = new CollectionOrder(List.of(
            PRINCIPAL_OVERDUE,
            PRINCIPAL_DUE,
            INTEREST_ARREARS,
            INTEREST_MONTH,
            INTEREST_OVERDUE,
            INTEREST_FROZEN,
            PRINCIPAL_AHEAD,
            PRINCIPAL_FROZEN));

    /**
     * That order.
     *
     * @throws IllegalArgumentException when a claim is missing or comes twice
     */
    public CollectionOrder {
        claims = List.copyOf(claims);
        int count = Claim.values().length;
        if (claims.size() != count || EnumSet.copyOf(claims).size() != count) {
            throw new IllegalArgumentException("an order names every claim once: " + claims);
        }
    }
}
