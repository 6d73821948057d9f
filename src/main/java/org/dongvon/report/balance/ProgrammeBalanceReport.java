package org.dongvon.report.balance;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.organisation.Unit;
import org.dongvon.report.Report;
import org.dongvon.report.ReportRequest;
import org.dongvon.report.balance.ProgrammeBalanceStatement.Account;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.springframework.stereotype.Component;

/** The trial balance by programme; from the year's first day, or the day after {@code base}. */
@Component
class ProgrammeBalanceReport implements Report {

    static final String NAME = "trial-balance-by-programme";

    private final TrialBalanceReport whole;
    private final ProgrammeBalances balances;
    private final Transactions transactions;

    ProgrammeBalanceReport(TrialBalanceReport whole, ProgrammeBalances balances, Transactions transactions) {
        this.whole = whole;
        this.balances = balances;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ProgrammeBalanceStatement run(Actor actor, ReportRequest request) {
        return transactions.read(actor, () -> apart(request.unit(), whole.run(actor, request)));
    }

    /**
     * Over any days.
     *
     * @throws Refused {@link org.dongvon.report.ReportRefusal#PERIOD_BACKWARDS}
     */
    ProgrammeBalanceStatement over(Actor actor, Unit unit, LocalDate from, LocalDate to) {
        return transactions.read(actor, () -> apart(unit, whole.over(actor, unit, from, to)));
    }

    private ProgrammeBalanceStatement apart(Unit unit, TrialBalanceStatement statement) {
        var shares = balances.shares(unit, statement.from(), statement.to());
        return new ProgrammeBalanceStatement(
                statement,
                statement.lines().stream()
                        .map(line -> new Account(line, shares.getOrDefault(line.code(), List.of())))
                        .toList());
    }
}
