package org.dongvon.savings;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.Account;
import org.dongvon.ledger.Entry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A deposit is paid out whole, with its interest to the day: what a member takes along who leaves the group. */
@Repository
public class Settlements {

    private static final String INTEREST = """
            insert into savings.interest (line_id, journal_id, account_id, point_id, until, numerator, amount)
            values (:line, :journal, :account, :point, :until, :numerator, :amount)
            """;

    private final JdbcClient db;
    private final Deposits deposits;
    private final InterestOwed owed;
    private final DemandRates rates;

    Settlements(JdbcClient db, Deposits deposits, InterestOwed owed, DemandRates rates) {
        this.db = db;
        this.deposits = deposits;
        this.owed = owed;
        this.rates = rates;
    }

    /** What a locked deposit comes to on a day. */
    public Settlement of(DepositAccount account, LocalDate day) {
        var numerator = owed.numerators(List.of(account.id()), rates.current(), day)
                .getOrDefault(account.id(), BigInteger.ZERO);
        return new Settlement(account, day, numerator, DepositInterest.rounded(numerator));
    }

    /** Writes what was paid out, under the line that the client made and one for the interest that follows from it. */
    public void post(long journal, Settlement settlement, UUID line) {
        var account = settlement.account();
        var movements = new ArrayList<DepositMovement>();
        if (settlement.interest().isPositive()) {
            movements.add(new DepositMovement(interestLine(line), 1, account, settlement.interest(), null));
        }
        int last = movements.size() + 1;
        movements.add(
                new DepositMovement(line, last, account, settlement.total().negate(), null));
        deposits.post(journal, settlement.day(), movements);
        if (settlement.interest().isPositive()) {
            db.sql(INTEREST)
                    .param("line", interestLine(line))
                    .param("journal", journal)
                    .param("account", account.id())
                    .param("point", account.pointId())
                    .param("until", settlement.day())
                    .param("numerator", settlement.numerator())
                    .param("amount", settlement.interest().amount())
                    .update();
        }
    }

    private static UUID interestLine(UUID line) {
        return UUID.nameUUIDFromBytes(("interest with " + line).getBytes(StandardCharsets.US_ASCII));
    }

    /** A deposit with its interest, which is HALF_UP of the numerator. */
    public record Settlement(DepositAccount account, LocalDate day, BigInteger numerator, Dong interest) {

        /** What is paid out. */
        public Dong total() {
            return account.balance().plus(interest);
        }

        /** The lines of its voucher. */
        public int lines() {
            return interest.isPositive() ? 2 : 1;
        }

        /** What it books, against the account that pays it. */
        public List<Entry> entries(Account paidFrom) {
            return List.of(
                    Entry.of(Account.MEMBER_DEPOSIT, account.balance()),
                    Entry.of(Account.DEPOSIT_INTEREST, interest),
                    Entry.of(paidFrom, total().negate()));
        }
    }
}
