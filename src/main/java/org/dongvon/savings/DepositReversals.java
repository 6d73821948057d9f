package org.dongvon.savings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Takes posted deposits back, line by line, as far as the balance still covers them. What is planned is written by
 * {@link Deposits#post}.
 *
 * <p>Example: a deposit of 50 000 đ comes back as −50 000 đ under its own new line.
 */
@Service
public class DepositReversals {

    private static final String MOVEMENTS = """
            select m.line_id, a.member_id, m.amount,
                   exists (select from savings.movement r where r.reverses = m.line_id) as reversed,
                   exists (select from savings.interest i where i.journal_id = m.journal_id) as settled
              from savings.movement m
              join savings.account a on a.id = m.account_id
             where m.line_id = any (cast(:lines as uuid[])) and m.reverses is null
             order by m.line_no, m.line_id
            """;

    private final JdbcClient db;
    private final Deposits deposits;

    DepositReversals(JdbcClient db, Deposits deposits) {
        this.db = db;
        this.deposits = deposits;
    }

    /**
     * Locks the deposits of these lines and plans their movements back; lines without a deposit have no part in the
     * answer.
     *
     * @param lines the new line, by the line it takes back
     * @throws Refused {@link SavingsRefusal#DEPOSIT_REVERSED}, {@link SavingsRefusal#SETTLED_WITH_INTEREST}, {@link
     *     SavingsRefusal#BALANCE_TOO_LOW}
     */
    public List<DepositMovement> plan(Map<UUID, NewLine> lines) {
        var members =
                stored(lines.keySet()).stream().map(Stored::memberId).distinct().toList();
        var accounts = deposits.lock(members);
        // Read again behind the lock: another reversal may have come first.
        var planned = new ArrayList<DepositMovement>();
        Map<Long, Dong> left = new HashMap<>();
        for (var stored : stored(lines.keySet())) {
            if (stored.reversed()) {
                throw new Refused(SavingsRefusal.DEPOSIT_REVERSED, stored.amount());
            }
            if (stored.settled()) {
                throw new Refused(SavingsRefusal.SETTLED_WITH_INTEREST);
            }
            var account = accounts.get(stored.memberId());
            if (account == null) {
                throw new Refused(SavingsRefusal.NO_DEPOSIT_ACCOUNT);
            }
            var rest = left.getOrDefault(account.id(), account.balance()).minus(stored.amount());
            if (rest.isNegative()) {
                throw new Refused(SavingsRefusal.BALANCE_TOO_LOW, stored.amount(), account.balance());
            }
            left.put(account.id(), rest);
            var line = Objects.requireNonNull(lines.get(stored.lineId()), "only asked lines are read");
            planned.add(new DepositMovement(
                    line.id(), line.number(), account, Dong.ZERO.minus(stored.amount()), stored.lineId()));
        }
        return planned;
    }

    private List<Stored> stored(Collection<UUID> lines) {
        return db.sql(MOVEMENTS)
                .param("lines", lines.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, n) -> new Stored(
                        row.getObject("line_id", UUID.class),
                        row.getLong("member_id"),
                        new Dong(row.getLong("amount")),
                        row.getBoolean("reversed"),
                        row.getBoolean("settled")))
                .list();
    }

    /** The line that takes another back, with its number in the journal. */
    public record NewLine(UUID id, int number) {}

    private record Stored(UUID lineId, long memberId, Dong amount, boolean reversed, boolean settled) {}
}
