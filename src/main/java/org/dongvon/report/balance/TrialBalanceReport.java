package org.dongvon.report.balance;

import java.time.LocalDate;
import org.dongvon.organisation.Unit;
import org.dongvon.report.Report;
import org.dongvon.report.ReportRefusal;
import org.dongvon.report.ReportRequest;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.springframework.stereotype.Component;

/** Opening balances, turnover and closing balances by account; from the year's first day, or the day after {@code base}. */
@Component
class TrialBalanceReport implements Report {

    static final String NAME = "trial-balance";

    private final TrialBalances balances;
    private final Transactions transactions;

    TrialBalanceReport(TrialBalances balances, Transactions transactions) {
        this.balances = balances;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public TrialBalanceStatement run(Actor actor, ReportRequest request) {
        var to = request.asOf();
        return over(
                actor,
                request.unit(),
                request.base().map(day -> day.plusDays(1)).orElse(to.withDayOfYear(1)),
                to);
    }

    /**
     * Over any days.
     *
     * @throws Refused {@link ReportRefusal#PERIOD_BACKWARDS}
     */
    TrialBalanceStatement over(Actor actor, Unit unit, LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw new Refused(ReportRefusal.PERIOD_BACKWARDS, from, to);
        }
        return transactions.read(
                actor, () -> new TrialBalanceStatement(unit.code(), from, to, balances.lines(unit, from, to)));
    }
}
