package org.dongvon.support;

import java.time.YearMonth;
import java.util.UUID;
import org.dongvon.fee.month.ApproveMonth;
import org.dongvon.fee.month.ComputeMonth;
import org.dongvon.fee.month.FeeMonth;
import org.dongvon.fee.payment.PayDues;
import org.dongvon.fee.payment.Way;
import org.springframework.context.ApplicationContext;

/** A month of fee and commission, computed, approved and paid in cash by the use cases. */
public final class PaidFees {

    private static final String OPEN = """
            select id from fee.payable
             where point_id = :point and paid = 0 and computed + carried > 0 and beneficiary in ('GROUP', 'COMMUNE')
             order by id
            """;

    private PaidFees() {}

    /** Pays all that is due at the village's point and paid at sessions, at one that is open. */
    public static void pay(ApplicationContext beans, Village village, long session, YearMonth of) {
        var month = new FeeMonth(village.code, of);
        beans.getBean(ComputeMonth.class).run(village.controller, UUID.randomUUID(), month);
        var approve = beans.getBean(ApproveMonth.class);
        approve.approve(
                village.director,
                UUID.randomUUID(),
                approve.ask(village.controller, UUID.randomUUID(), month, "đối chiếu sổ"));
        var dues = beans.getBean(OwnerDb.class)
                .sql(OPEN)
                .param("point", village.point)
                .query((row, n) -> new PayDues.Line(UUID.randomUUID(), row.getLong("id"), Way.CASH))
                .list();
        beans.getBean(PayDues.class).run(village.teller, new PayDues.Order(UUID.randomUUID(), session, dues));
    }
}
