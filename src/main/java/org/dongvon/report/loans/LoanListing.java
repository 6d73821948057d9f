package org.dongvon.report.loans;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.dongvon.engine.interest.Part;
import org.dongvon.position.Positions;
import org.dongvon.report.Listing;
import org.dongvon.report.ListingRequest;
import org.dongvon.report.loans.LoanRows.LoanRow;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Danh sách khoản vay: each loan of a unit with its outstanding principal and the interest owed at the end of a business
 * day, closed or open, by codes and without names. The day counts as in {@link Positions}: all movements written on
 * business days up to it, whatever their value date, so the list sums to the position of the day.
 */
@Component
class LoanListing implements Listing {

    private static final List<String> FIELDS = List.of(
            "code",
            "point",
            "group",
            "association",
            "programme",
            "contract",
            "disbursedOn",
            "lastDueOn",
            "amount",
            "inTerm",
            "overdue",
            "frozen",
            "outstanding",
            "interestInTerm",
            "interestOverdue",
            "interest");

    private final LoanRows loans;
    private final Positions positions;
    private final Transactions transactions;

    LoanListing(LoanRows loans, Positions positions, Transactions transactions) {
        this.loans = loans;
        this.positions = positions;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "loans";
    }

    @Override
    public List<String> fields() {
        return FIELDS;
    }

    /**
     * The loans with principal outstanding or interest owed, by point and code.
     *
     * @throws Refused what {@link Positions#at} refuses
     * @throws IllegalStateException when the whole list does not sum to the position of the day
     */
    @Override
    public Map<String, Long> run(Actor actor, ListingRequest request, Consumer<List<@Nullable Object>> rows) {
        return transactions.read(actor, () -> {
            var position = positions.at(actor, request.unit(), request.asOf());
            var totals = new Totals();
            loans.each(request, loan -> {
                totals.add(loan);
                rows.accept(fields(loan));
            });
            var outstanding = position.outstanding().amount();
            if (request.filter().equals(ListingRequest.Filter.NONE) && totals.outstanding != outstanding) {
                throw new IllegalStateException("loans of %s at the end of %s sum to %d, the position is %d"
                        .formatted(request.unit().code(), request.asOf(), totals.outstanding, outstanding));
            }
            return totals.asMap();
        });
    }

    private static List<@Nullable Object> fields(LoanRow loan) {
        var codes = loan.codes();
        var principal = loan.principal();
        var interest = loan.interest();
        return Arrays.asList(
                codes.loan(),
                codes.point(),
                codes.group(),
                codes.association(),
                codes.programme(),
                codes.contract(),
                loan.disbursedOn(),
                loan.lastDueOn(),
                loan.amount(),
                principal.inTerm(),
                principal.overdue(),
                principal.frozen(),
                principal.outstanding(),
                interest.of(Part.IN_TERM).amount(),
                interest.of(Part.OVERDUE).amount(),
                interest.total().amount());
    }

    /** What the rows so far sum to. */
    private static final class Totals {

        private long loans;
        private long inTerm;
        private long overdue;
        private long frozen;
        private long outstanding;
        private long interest;

        void add(LoanRow loan) {
            var principal = loan.principal();
            loans++;
            inTerm = Math.addExact(inTerm, principal.inTerm());
            overdue = Math.addExact(overdue, principal.overdue());
            frozen = Math.addExact(frozen, principal.frozen());
            outstanding = Math.addExact(outstanding, principal.outstanding());
            interest = Math.addExact(interest, loan.interest().total().amount());
        }

        Map<String, Long> asMap() {
            var totals = new LinkedHashMap<String, Long>();
            totals.put("loans", loans);
            totals.put("inTerm", inTerm);
            totals.put("overdue", overdue);
            totals.put("frozen", frozen);
            totals.put("outstanding", outstanding);
            totals.put("interest", interest);
            return totals;
        }
    }
}
