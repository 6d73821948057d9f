package org.dongvon.engine.allocation;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;
import org.dongvon.engine.interest.Part;
import org.dongvon.engine.money.Dong;

/**
 * A payment split over what a loan owes, in a {@link CollectionOrder}. The parts and the excess add up to the amount
 * by construction; no claim gets more than is owed for it, and what is more than all claims is <em>reported</em> as
 * excess, never silently taken.
 *
 * <p>Example: 300 000 đ of interest on a loan that owes 100 000 đ of arrears, 156 438 đ for the month and 80 000 đ on
 * its overdue part: 100 000 + 156 438 + 43 562, excess 0.
 *
 * <p>An allocation is printed on a receipt and kept: an event that arrives late posts the split of its receipt, not a
 * new one.
 */
public final class Allocation {

    private final EnumMap<Claim, Dong> taken;
    private final Dong excess;

    private Allocation(EnumMap<Claim, Dong> taken, Dong excess) {
        this.taken = taken;
        this.excess = excess;
    }

    /**
     * An amount given for interest, over the interest claims only.
     *
     * @param amount in đồng, not negative
     * @throws IllegalArgumentException when the amount is negative
     */
    public static Allocation ofInterest(Dong amount, Claims claims, CollectionOrder order) {
        return split(amount, claims, order, Claim::isInterest);
    }

    /**
     * An amount given for principal, over the principal claims only.
     *
     * @param amount in đồng, not negative
     * @throws IllegalArgumentException when the amount is negative
     */
    public static Allocation ofPrincipal(Dong amount, Claims claims, CollectionOrder order) {
        return split(amount, claims, order, claim -> !claim.isInterest());
    }

    /**
     * An undivided amount, over all claims in the order: interest first by default, principal first for overdue loans
     * where the parameter says so.
     *
     * @param amount in đồng, not negative
     * @throws IllegalArgumentException when the amount is negative
     */
    public static Allocation ofUndivided(Dong amount, Claims claims, CollectionOrder order) {
        return split(amount, claims, order, claim -> true);
    }

    private static Allocation split(Dong amount, Claims claims, CollectionOrder order, Predicate<Claim> wanted) {
        if (amount.isNegative()) {
            throw new IllegalArgumentException("a payment is never below 0: " + amount);
        }
        var taken = new EnumMap<Claim, Dong>(Claim.class);
        var left = amount;
        for (var claim : order.claims()) {
            if (wanted.test(claim)) {
                var share = left.min(claims.of(claim));
                taken.put(claim, share);
                left = left.minus(share);
            }
        }
        return new Allocation(taken, left);
    }

    /** What is taken for a claim, in đồng. */
    public Dong of(Claim claim) {
        return taken.getOrDefault(claim, Dong.ZERO);
    }

    /** What is taken for interest on a part, in đồng: the −ΔK of its line. */
    public Dong interest(Part part) {
        return sum(claim -> claim.isInterest() && claim.part() == part);
    }

    /** What is taken for principal of a part, in đồng: the −ΔB of its line. */
    public Dong principal(Part part) {
        return sum(claim -> !claim.isInterest() && claim.part() == part);
    }

    /** All interest taken, in đồng. */
    public Dong interest() {
        return sum(Claim::isInterest);
    }

    /** All principal taken, in đồng. */
    public Dong principal() {
        return sum(claim -> !claim.isInterest());
    }

    /** What is more than all claims, in đồng: to be given back or asked about, never posted to the loan. */
    public Dong excess() {
        return excess;
    }

    /** The amounts by claim, a copy. */
    public Map<Claim, Dong> toMap() {
        return new EnumMap<>(taken);
    }

    private Dong sum(Predicate<Claim> wanted) {
        var total = Dong.ZERO;
        for (var each : taken.entrySet()) {
            if (wanted.test(each.getKey())) {
                total = total.plus(each.getValue());
            }
        }
        return total;
    }
}
