package org.dongvon.session.withdrawal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.LoanDesk;
import org.dongvon.loan.Repayments;
import org.dongvon.session.TransactionSession;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What members owe on a day: principal overdue or due by it, and the interest that is asked. */
@Repository
public class DebtsDue {

    private static final String LOANS = """
            select l.id, l.member_id,
                   greatest(l.overdue, coalesce((select sum(i.amount) from loan.v_instalment i where i.loan_id = l.id and i.due_on <= :day), 0)
                                         - (l.amount - l.outstanding)) as due
              from loan.v_loan_card l
             where l.member_id = any (:members) and l.stage = 'ACTIVE' and l.point_id <@ (select shared.scope())
             order by l.id
            """;

    private final JdbcClient db;
    private final Repayments repayments;

    DebtsDue(JdbcClient db, Repayments repayments) {
        this.db = db;
        this.repayments = repayments;
    }

    /** Likewise of one member, whose loans are locked until the transaction ends. */
    Dong lock(TransactionSession session, long member) {
        var ids = of(List.of(member), session.heldOn()).stream().map(Loan::id).toList();
        var desk = repayments.lock(ids);
        // Asked again: what is due may have been paid before the lock was there.
        return sums(of(List.of(member), session.heldOn()), desk, session.heldOn())
                .getOrDefault(member, Dong.ZERO);
    }

    /** By member; who owes nothing is missing. */
    Map<Long, Dong> read(Collection<Long> members, LocalDate day) {
        var loans = of(members, day);
        return sums(loans, repayments.read(loans.stream().map(Loan::id).toList()), day);
    }

    /** The running loans of members in order, with the principal that is due by a day. */
    public List<Loan> of(Collection<Long> members, LocalDate day) {
        return db.sql(LOANS)
                .param("members", members.toArray(Long[]::new))
                .param("day", day)
                .query((row, n) -> new Loan(
                        row.getLong("id"), row.getLong("member_id"), new Dong(row.getLong("due")).max(Dong.ZERO)))
                .list();
    }

    private static Map<Long, Dong> sums(List<Loan> loans, LoanDesk desk, LocalDate day) {
        Map<Long, Dong> sums = new HashMap<>();
        for (var loan : loans) {
            var balance = desk.balances().get(loan.id());
            var interest = balance == null ? Dong.ZERO : desk.interestAskedOn(balance, day);
            sums.merge(loan.memberId(), loan.due().plus(interest), Dong::plus);
        }
        return sums;
    }

    /** A running loan; {@code due} is principal that is overdue or due. */
    public record Loan(long id, long memberId, Dong due) {}
}
