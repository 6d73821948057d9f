package org.dongvon.session;

import java.util.Collection;
import java.util.List;
import org.dongvon.engine.money.Dong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What sessions took in and paid out so far, read from the journals of their postings. */
@Repository
public class SessionBooks {

    private static final String SUMS = """
            select coalesce(sum(e.amount) filter (where p.kind = 'FLOAT' and e.account = 'CASH'), 0) as float,
                   coalesce(-sum(e.amount) filter (where p.kind <> 'DISBURSEMENT' and e.account like 'LOAN\\_%'), 0) as principal,
                   coalesce(-sum(e.amount) filter (where e.account = 'INTEREST_INCOME'), 0) as interest,
                   coalesce(-sum(e.amount) filter (where e.account in ('MEMBER_DEPOSIT', 'TERM_DEPOSIT', 'DEPOSIT_INTEREST')), 0) as deposits,
                   coalesce(sum(e.amount) filter (where p.kind = 'DISBURSEMENT' and e.account like 'LOAN\\_%'), 0) as disbursed,
                   coalesce(sum(e.amount) filter (where e.account = 'FEE_PAYABLE'), 0) as fees,
                   coalesce(sum(e.amount) filter (where p.kind in ('HAND_OVER', 'TAKE_OVER') and e.account = 'CASH'), 0) as moved,
                   coalesce(-sum(e.amount) filter (where p.kind = 'RETURN' and e.account = 'CASH'), 0) as returned
              from session.posting p
              join ledger.v_entry e on e.journal_id = p.journal_id
             where p.session_id = any (:sessions)
            """;

    private final JdbcClient db;

    SessionBooks(JdbcClient db) {
        this.db = db;
    }

    /** The sums of one session. */
    public Book of(long sessionId) {
        return of(List.of(sessionId));
    }

    /** The sums of several sessions together. */
    public Book of(Collection<Long> sessions) {
        return db.sql(SUMS)
                .param("sessions", sessions.toArray(Long[]::new))
                .query((row, n) -> new Book(
                        new Dong(row.getLong("float")),
                        new Dong(row.getLong("principal")),
                        new Dong(row.getLong("interest")),
                        new Dong(row.getLong("deposits")),
                        new Dong(row.getLong("disbursed")),
                        new Dong(row.getLong("fees")),
                        new Dong(row.getLong("moved")),
                        new Dong(row.getLong("returned"))))
                .single();
    }

    /**
     * Cash of a session by what it was for; reversals are already taken off.
     *
     * @param opening handed to the teller at the opening
     * @param deposits of members and residents, less what was paid out of them with its interest
     * @param fees entrustment fee and commission paid, in cash or into deposits
     * @param moved taken over from tellers and the vault less what was handed over to them
     * @param returned handed back to the vault at the close
     */
    public record Book(
            Dong opening,
            Dong principal,
            Dong interest,
            Dong deposits,
            Dong disbursed,
            Dong fees,
            Dong moved,
            Dong returned) {

        /** What should be in the box before it is handed back. */
        public Dong cash() {
            return opening.plus(principal)
                    .plus(interest)
                    .plus(deposits)
                    .minus(disbursed)
                    .minus(fees)
                    .plus(moved);
        }
    }
}
