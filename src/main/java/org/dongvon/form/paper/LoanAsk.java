package org.dongvon.form.paper;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.engine.money.Dong;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for and how it will be paid back.
 *
 * @param plan the name of the plan
 * @param need what the plan costs in all
 * @param own what the household has itself
 * @param items the uses of the money
 * @param terms term and instalments
 */
public record LoanAsk(Dong amount, String plan, Dong need, Dong own, List<PlanItem> items, Terms terms) {

    public LoanAsk {
        items = List.copyOf(items);
    }

    /** The sum of the uses. */
    public Dong uses() {
        return Dong.sum(items.stream().map(PlanItem::amount).toList());
    }

    /**
     * Term and instalments.
     *
     * @param perInstalment principal of each instalment but the last
     * @param last principal of the last instalment
     * @param finalDue the last day of the loan; none before the day of the payment is known
     */
    public record Terms(
            int months,
            int intervalMonths,
            Dong perInstalment,
            Dong last,
            @Nullable LocalDate finalDue) {}
}
