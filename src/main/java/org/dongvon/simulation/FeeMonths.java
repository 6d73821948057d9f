package org.dongvon.simulation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import org.dongvon.fee.month.ApproveMonth;
import org.dongvon.fee.month.ComputeMonth;
import org.dongvon.fee.month.FeeMonth;
import org.dongvon.fee.payment.PayDues;
import org.dongvon.fee.payment.Way;
import org.dongvon.simulation.plan.OfficePlan.PointPlan;
import org.springframework.stereotype.Component;

/** The last months' fee and commission: computed and approved when a month is over, paid at the sessions that follow. */
@Component
class FeeMonths {

    private static final int MONTHS = 3;
    private static final String REASON = "Đã đối chiếu với sổ lãi thu trong tháng";

    private final ComputeMonth compute;
    private final ApproveMonth approve;
    private final PayDues pay;

    FeeMonths(ComputeMonth compute, ApproveMonth approve, PayDues pay) {
        this.compute = compute;
        this.approve = approve;
        this.pay = pay;
    }

    /** The month that is over when this day opens, if it is one of the last before the demonstration's own. */
    static Optional<YearMonth> due(Office office, LocalDate day) {
        var over = YearMonth.from(day).minusMonths(1);
        var first = YearMonth.from(office.plan().spec().time().openDay()).minusMonths(MONTHS);
        return over.isBefore(first) ? Optional.empty() : Optional.of(over);
    }

    /** The controller computes the month and the director approves it. */
    Map<String, Long> book(Office office, YearMonth of) {
        var month = new FeeMonth(office.plan().spec().place().code(), of);
        var keys = office.keys();
        compute.run(office.controller(), keys.of("fees " + month), month);
        long id = approve.ask(office.controller(), keys.of("ask for fees " + month), month, REASON);
        approve.approve(office.director(), keys.of("approve fees " + month), id);
        return Map.of();
    }

    /** The teller pays what waits at the session's point. */
    void pay(Office office, PointPlan point, long session, String name) {
        var waiting = pay.waiting(office.id(point.code()));
        if (!waiting.isEmpty()) {
            var keys = office.keys();
            var lines = waiting.stream()
                    .map(due -> new PayDues.Line(keys.of("fee " + name + " " + waiting.indexOf(due)), due, Way.CASH))
                    .toList();
            pay.run(office.teller(), new PayDues.Order(keys.of("pay fees " + name), session, lines));
        }
    }
}
