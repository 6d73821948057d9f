package org.dongvon.session.withdrawal;

import java.time.LocalDate;
import org.dongvon.engine.money.Dong;
import org.dongvon.programme.ParameterCode;
import org.dongvon.programme.Programmes;
import org.dongvon.session.SessionRefusal;
import org.dongvon.session.TransactionSession;
import org.dongvon.shared.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When members may draw their savings: the dated rule {@code MEMBER_WITHDRAWAL}, docs/domain/deposits.md. */
@Component
class WithdrawalRule {

    private static final String OUTSTANDING = """
            select coalesce(sum(l.outstanding), 0)::bigint
              from loan.v_loan_card l
             where l.member_id = :member and l.stage = 'ACTIVE' and l.point_id <@ (select shared.scope())
            """;

    private static final String SAVED_AFTER = """
            select coalesce(sum(m.amount), 0)::bigint
              from savings.v_movement m
             where m.member_id = :member and m.value_date > :day and m.amount > 0
            """;

    private final Programmes programmes;
    private final DebtsDue debts;
    private final JdbcClient db;

    WithdrawalRule(Programmes programmes, DebtsDue debts, JdbcClient db) {
        this.programmes = programmes;
        this.debts = debts;
        this.db = db;
    }

    /** The rule that holds on a day. */
    When on(LocalDate day) {
        return When.valueOf(programmes.current().parameters().value(ParameterCode.MEMBER_WITHDRAWAL, day));
    }

    /**
     * Whether the member may draw now; the member's loans are locked from here on.
     *
     * @throws Refused {@link SessionRefusal#WITHDRAWAL_WHILE_DEBTS_DUE}, {@link SessionRefusal#WITHDRAWAL_WHILE_LOANS_RUN}
     */
    void require(TransactionSession session, long member) {
        var due = debts.lock(session, member);
        var when = on(session.heldOn());
        if (when != When.FREE && due.isPositive()) {
            throw new Refused(SessionRefusal.WITHDRAWAL_WHILE_DEBTS_DUE, due);
        }
        if (when == When.ALL_REPAID) {
            var runs = new Dong(db.sql(OUTSTANDING)
                    .param("member", member)
                    .query(Long.class)
                    .single());
            if (runs.isPositive()) {
                throw new Refused(SessionRefusal.WITHDRAWAL_WHILE_LOANS_RUN, runs);
            }
        }
    }

    /** What a member saved on later days than this one. */
    Dong savedAfter(long member, LocalDate day) {
        return new Dong(db.sql(SAVED_AFTER)
                .param("member", member)
                .param("day", day)
                .query(Long.class)
                .single());
    }

    /** The values of the rule. */
    enum When {
        /** When no principal or interest is due on the day. */
        NOTHING_DUE,
        /** When no loan of the member runs. */
        ALL_REPAID,
        /** When the member asks. */
        FREE
    }
}
