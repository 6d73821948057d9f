package org.dongvon.engine.interest;

import static org.dongvon.engine.interest.InterestLine.UNITS_PER_DONG;
import static org.dongvon.engine.interest.InterestLine.toDong;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dongvon.engine.money.Dong;

/**
 * The interest of a whole loan on one day: rounded to đồng once, and then split by part.
 *
 * <p>The total is HALF_UP of the sum of all numerators. Overdue takes HALF_UP of its own; frozen and written-off take
 * what they add to it when rounded together; in-term takes the rest. So the parts add up to the total by
 * construction, each is within one đồng of its exact value, and none is negative unless some numerator is.
 *
 * <p>Example: in-term 0.6 đ and overdue 0.6 đ are 1.2 đ, so the total is 1 đ: overdue 1 đ, in-term 0 đ. Rounded one by
 * one they would have been 2 đ.
 *
 * <p>Legal source: rounding once at posting is the handbook's 4.1 [design]; an official rule was not found.
 */
public final class LoanInterest {

    /** Rounded cumulatively in this order; in-term comes last and takes the rest. */
    private static final List<Part> ORDER = List.of(Part.OVERDUE, Part.FROZEN, Part.WRITTEN_OFF, Part.IN_TERM);

    private final BigInteger numerator;
    private final Dong total;
    private final Map<Part, Dong> byPart;

    private LoanInterest(BigInteger numerator, Dong total, Map<Part, Dong> byPart) {
        this.numerator = numerator;
        this.total = total;
        this.byPart = byPart;
    }

    /**
     * The interest of the loan that has those parts; nothing for an empty list.
     *
     * @throws ArithmeticException when a sum in đồng leaves the range of Dong
     */
    public static LoanInterest of(List<PartInterest> parts) {
        var exact = new EnumMap<Part, BigInteger>(Part.class);
        parts.forEach(each -> exact.merge(each.part(), each.numerator(), BigInteger::add));
        var byPart = new EnumMap<Part, Dong>(Part.class);
        var sum = BigInteger.ZERO;
        var rounded = Dong.ZERO;
        for (var part : ORDER) {
            var own = exact.get(part);
            if (own == null) {
                continue;
            }
            sum = sum.add(own);
            var upTo = toDong(sum);
            byPart.put(part, upTo.minus(rounded));
            rounded = upTo;
        }
        return new LoanInterest(sum, rounded, byPart);
    }

    /** The exact sum of all parts, in đồng × 365 × 10^8. */
    public BigInteger numerator() {
        return numerator;
    }

    /** The whole loan's interest in đồng, HALF_UP of {@link #numerator()}; below zero when overpaid. */
    public Dong total() {
        return total;
    }

    /** A part's share of {@link #total()}; zero for a part the loan does not have. */
    public Dong of(Part part) {
        return byPart.getOrDefault(part, Dong.ZERO);
    }

    /**
     * What may be asked of the borrower: the total, or nothing when interest was overpaid. A credit stays in K and is
     * set off by the interest of the days to come. Example: total −400 đ asks 0 đ.
     */
    public Dong asked() {
        return total().max(Dong.ZERO);
    }

    /**
     * What may be asked on a day when interest is not yet <em>due</em>: nothing before {@code dueFrom}, then
     * {@link #asked()}. Students' interest accrues during the course and falls due 12 months after it (QĐ
     * 157/2007/QĐ-TTg), so sheets ask 0 and arrears lists skip it until then.
     *
     * @param day the day of the sheet
     * @param dueFrom the loan's {@code interest_due_from}, the first day on which interest is due
     */
    public Dong askedOn(LocalDate day, LocalDate dueFrom) {
        return day.isBefore(dueFrom) ? Dong.ZERO : asked();
    }

    /**
     * The parts' shares of {@link #asked()}, none negative: the credit of an overpaid part is set off against the
     * others, in-term first. Example: in-term −30 đ and overdue 100 đ ask 70 đ of the overdue part.
     */
    public Map<Part, Dong> askedByPart() {
        var asked = new EnumMap<Part, Dong>(Part.class);
        var left = asked();
        for (var part : ORDER) {
            var share = of(part).max(Dong.ZERO).min(left);
            asked.put(part, share);
            left = left.minus(share);
        }
        return asked;
    }

    /**
     * What may be refunded: the overpaid đồng, or nothing. Exactly half a đồng is a residue and no debt of the bank, so
     * this rounds HALF_DOWN. Example: −400.5 đ may be refunded with 400 đ; −0.5 đ with nothing.
     *
     * @throws ArithmeticException when the result leaves the range of Dong
     */
    public Dong overpaid() {
        var credit = new BigDecimal(numerator.negate().max(BigInteger.ZERO));
        var dong = credit.divide(BigDecimal.valueOf(UNITS_PER_DONG), 0, RoundingMode.HALF_DOWN);
        return Dong.of(dong.longValueExact());
    }
}
