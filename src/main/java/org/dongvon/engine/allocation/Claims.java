package org.dongvon.engine.allocation;

import java.util.EnumMap;
import java.util.Map;
import org.dongvon.engine.interest.LoanInterest;
import org.dongvon.engine.interest.Part;
import org.dongvon.engine.money.Dong;

/**
 * What a loan owes on a day, by claim: what a payment can be taken for.
 *
 * <p>Example: {@code Claims.NONE.with(INTEREST_MONTH, Dong.of(256_438)).with(PRINCIPAL_DUE, Dong.of(13_300_000))}.
 */
public final class Claims {

    /** Nothing owed. */
    public static final Claims NONE = new Claims(new EnumMap<>(Claim.class));

    private final EnumMap<Claim, Dong> owed;

    private Claims(EnumMap<Claim, Dong> owed) {
        this.owed = owed;
    }

    /**
     * These claims with that amount for one of them, in the place of the amount it had.
     *
     * @param amount in đồng, not negative
     * @throws IllegalArgumentException when it is negative
     */
    public Claims with(Claim claim, Dong amount) {
        return withAll(Map.of(claim, amount));
    }

    /**
     * These claims with those amounts, each in the place of the amount it had.
     *
     * @param amounts in đồng, none negative
     * @throws IllegalArgumentException when one is negative
     */
    public Claims withAll(Map<Claim, Dong> amounts) {
        var copy = new EnumMap<>(owed);
        amounts.forEach((claim, amount) -> {
            if (amount.isNegative()) {
                throw new IllegalArgumentException(claim + " is never below 0: " + amount);
            }
            copy.put(claim, amount);
        });
        return new Claims(copy);
    }

    /**
     * These claims with a loan's interest, as it may be asked: {@link LoanInterest#askedByPart()}. Written-off interest
     * is left out.
     *
     * @param interest of the loan on the day
     * @param arrears how much of the in-term interest is of earlier months; the rest is the month's
     * @throws IllegalArgumentException when arrears are negative or more than the in-term interest asked
     */
    public Claims withInterest(LoanInterest interest, Dong arrears) {
        var asked = interest.askedByPart();
        var inTerm = asked.getOrDefault(Part.IN_TERM, Dong.ZERO);
        return withAll(Map.of(
                Claim.INTEREST_ARREARS, arrears,
                Claim.INTEREST_MONTH, inTerm.minus(arrears),
                Claim.INTEREST_OVERDUE, asked.getOrDefault(Part.OVERDUE, Dong.ZERO),
                Claim.INTEREST_FROZEN, asked.getOrDefault(Part.FROZEN, Dong.ZERO)));
    }

    /** What is owed for a claim, in đồng; zero when nothing is. */
    public Dong of(Claim claim) {
        return owed.getOrDefault(claim, Dong.ZERO);
    }

    /** All that is owed, in đồng. */
    public Dong total() {
        return Dong.sum(owed.values());
    }

    /** The amounts by claim, a copy. */
    public Map<Claim, Dong> toMap() {
        return new EnumMap<>(owed);
    }
}
