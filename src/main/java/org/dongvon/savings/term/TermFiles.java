package org.dongvon.savings.term;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dongvon.engine.interest.AnnualRate;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.VoucherNumber;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.savings.DemandRates;
import org.dongvon.savings.DepositInterest;
import org.dongvon.savings.term.TermDeposits.MoveKind;
import org.dongvon.shared.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads a term deposit with its terms and movements, inside the caller's transaction. */
@Repository
public class TermFiles {

    private static final String PERIODS = """
            select p.from_on, p.matures_on, p.rate, p.principal
              from savings.term_period p
             where p.deposit_id = :deposit
             order by p.seq
            """;

    private static final String MOVES = """
            select m.value_date, m.kind, m.amount, m.numerator, u.code, j.business_date, j.voucher
              from savings.term_movement m
              join ledger.v_journal j on j.id = m.journal_id
              join organisation.unit u on u.id = m.point_id
             where m.deposit_id = :deposit
             order by m.journal_id, m.line_no
            """;

    private final TermDeposits deposits;
    private final DemandRates demand;
    private final BusinessDays days;
    private final JdbcClient db;

    TermFiles(TermDeposits deposits, DemandRates demand, BusinessDays days, JdbcClient db) {
        this.deposits = deposits;
        this.demand = demand;
        this.days = days;
        this.db = db;
    }

    /**
     * The file of a savings book.
     *
     * @throws Refused {@code UNKNOWN_TERM_DEPOSIT} when there is none in scope
     */
    public TermFile get(String code) {
        var deposit = deposits.get(code);
        var today = days.today(deposit.place().officeId());
        boolean open = deposit.state().closedOn() == null;
        var owed = open ? DepositInterest.rounded(deposit.period().numeratorOn(today, demand.current())) : Dong.ZERO;
        return new TermFile(deposit, periods(deposit.id()), moves(deposit.id()), today, owed);
    }

    private List<Period> periods(long deposit) {
        return db.sql(PERIODS)
                .param("deposit", deposit)
                .query((row, n) -> {
                    var rate = row.getObject("rate", Long.class);
                    return new Period(
                            row.getObject("from_on", LocalDate.class),
                            row.getObject("matures_on", LocalDate.class),
                            rate == null ? null : new AnnualRate(rate),
                            new Dong(row.getLong("principal")));
                })
                .list();
    }

    private List<TermFile.Moved> moves(long deposit) {
        return db.sql(MOVES)
                .param("deposit", deposit)
                .query((row, n) -> {
                    BigDecimal numerator = row.getBigDecimal("numerator");
                    return new TermFile.Moved(
                            row.getObject("value_date", LocalDate.class),
                            MoveKind.valueOf(row.getString("kind")),
                            new Dong(row.getLong("amount")),
                            numerator == null ? null : numerator.toBigIntegerExact(),
                            VoucherNumber.of(
                                    row.getString("code"),
                                    row.getObject("business_date", LocalDate.class),
                                    row.getInt("voucher")));
                })
                .list();
    }
}
