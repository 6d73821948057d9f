package org.dongvon.session.debit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dongvon.engine.money.Dong;
import org.dongvon.session.SessionHeads;
import org.dongvon.session.SessionHeads.SessionHead;
import org.dongvon.session.debit.DebitPlan.Take;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads whose deposits would pay how much of which loan at a session. */
@Repository
class DebitDesk {

    private static final String LOANS = """
            select l.id, l.code, h.id as person_id, h.full_name, h.identity_last4
              from loan.v_loan_card l
              join household.v_person h on h.id = l.borrower_id
             where l.id = any (:loans) and l.point_id <@ (select shared.scope())
            """;

    private final JdbcClient db;
    private final SessionHeads heads;
    private final DebitSavings debits;
    private final Transactions transactions;

    DebitDesk(JdbcClient db, SessionHeads heads, DebitSavings debits, Transactions transactions) {
        this.db = db;
        this.heads = heads;
        this.debits = debits;
        this.transactions = transactions;
    }

    Shown of(Actor actor, long sessionId) {
        return transactions.read(actor, () -> {
            var head = heads.get(sessionId);
            var takes = debits.look(head.session());
            var loans = loans(takes.stream().map(Take::loanId).toList());
            return new Shown(
                    head,
                    takes.stream()
                            .filter(take -> loans.containsKey(take.loanId()))
                            .map(take -> new Row(loans.getOrDefault(take.loanId(), Loan.NONE), take))
                            .toList());
        });
    }

    private Map<Long, Loan> loans(List<Long> ids) {
        Map<Long, Loan> loans = new LinkedHashMap<>();
        db.sql(LOANS).param("loans", ids.toArray(Long[]::new)).query(row -> {
            loans.put(
                    row.getLong("id"),
                    new Loan(
                            row.getString("code"),
                            row.getLong("person_id"),
                            row.getString("full_name"),
                            row.getString("identity_last4")));
        });
        return loans;
    }

    /** Whose loan it is. */
    record Loan(String code, long personId, String name, String last4) {

        static final Loan NONE = new Loan("", 0, "", "");
    }

    /** What would be taken for a loan. */
    record Row(Loan loan, Take take) {}

    /** The session with what would be taken. */
    record Shown(SessionHead head, List<Row> rows) implements ShowsPeople {

        public Dong total() {
            return Dong.sum(rows.stream().map(each -> each.take().amount()).toList());
        }

        @Override
        public Purpose purpose() {
            return Purpose.SESSION;
        }

        @Override
        public List<Long> people() {
            return rows.stream().map(each -> each.loan().personId()).distinct().toList();
        }
    }
}
