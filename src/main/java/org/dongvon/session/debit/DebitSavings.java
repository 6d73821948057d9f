package org.dongvon.session.debit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.dongvon.loan.LoanMovement;
import org.dongvon.loan.RepaymentLine;
import org.dongvon.loan.Repayments;
import org.dongvon.loan.Repayments.Planned;
import org.dongvon.programme.Programmes;
import org.dongvon.savings.DepositMovement;
import org.dongvon.savings.Deposits;
import org.dongvon.session.SessionRefusal;
import org.dongvon.session.TellersSessions;
import org.dongvon.session.TransactionSession;
import org.dongvon.session.debit.DebitPlan.Take;
import org.dongvon.session.withdrawal.DebtsDue;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Takes what is due of loans from the deposits of members who consented in writing (01/TGTV), all of a session's point in one
 * voucher. No cash moves; a line is taken back like any of the counter.
 */
@Service
public class DebitSavings {

    private static final String CONSENTING = """
            select c.member_id
              from savings.v_debit_consent c
             where c.point_id = :point and c.given
             order by c.member_id
            """;

    private final TellersSessions tellers;
    private final DebtsDue debts;
    private final Repayments repayments;
    private final Deposits deposits;
    private final Programmes programmes;
    private final DebitJournal journal;
    private final Submissions submissions;
    private final JdbcClient db;

    DebitSavings(
            TellersSessions tellers,
            DebtsDue debts,
            Repayments repayments,
            Deposits deposits,
            Programmes programmes,
            DebitJournal journal,
            Submissions submissions,
            JdbcClient db) {
        this.tellers = tellers;
        this.debts = debts;
        this.repayments = repayments;
        this.deposits = deposits;
        this.programmes = programmes;
        this.journal = journal;
        this.submissions = submissions;
        this.db = db;
    }

    /**
     * Takes what the deposits reach for; returns the voucher's number.
     *
     * @throws Refused {@link SessionRefusal#SESSION_CLOSED}, {@link SessionRefusal#NOTHING_TO_DEBIT}
     */
    public int run(Actor actor, UUID key, long sessionId) {
        var submission = new Submission(key, "session.DebitSavings", Long.toString(sessionId));
        return submissions
                .once(actor, submission, Taken.class, () -> debit(actor, key, sessionId))
                .voucher();
    }

    /** What would be taken on the session's day, on balances that are not locked. */
    List<Take> look(TransactionSession session) {
        var loans = debts.of(consenting(session), session.heldOn());
        var accounts = deposits.read(
                loans.stream().map(DebtsDue.Loan::memberId).distinct().toList());
        return DebitPlan.of(loans, repayments.read(ids(loans)), accounts, rules(session));
    }

    private Submissions.Done<Taken> debit(Actor actor, UUID key, long sessionId) {
        var session = tellers.hold(actor, sessionId);
        var members = consenting(session);
        var desk = repayments.lock(ids(debts.of(members, session.heldOn())));
        var accounts = deposits.lock(members);
        // Asked again: what is due may have been paid before the locks were there.
        var takes = DebitPlan.of(debts.of(members, session.heldOn()), desk, accounts, rules(session));
        if (takes.isEmpty()) {
            throw new Refused(SessionRefusal.NOTHING_TO_DEBIT);
        }
        var planned = new ArrayList<Planned>();
        var moved = new ArrayList<DepositMovement>();
        for (var take : takes) {
            int number = planned.size() + 1;
            var line = new LoanMovement.Line(line(key, take), number);
            var balance = Objects.requireNonNull(desk.balances().get(take.loanId()));
            var payment = new RepaymentLine(line, take.loanId(), take.interest(), take.principal());
            planned.add(desk.plan(balance, payment, session.heldOn()));
            moved.add(new DepositMovement(
                    line.id(), number, take.account(), take.amount().negate(), null));
        }
        int voucher = journal.write(key, session, planned, moved);
        return new Submissions.Done<>(session.pointId(), session.heldOn(), new Taken(voucher));
    }

    private List<Long> consenting(TransactionSession session) {
        return db.sql(CONSENTING)
                .param("point", session.pointId())
                .query((row, n) -> row.getLong("member_id"))
                .list();
    }

    private DebitPlan.Rules rules(TransactionSession session) {
        return new DebitPlan.Rules(programmes.current().parameters(), session.heldOn());
    }

    private static List<Long> ids(List<DebtsDue.Loan> loans) {
        return loans.stream().map(DebtsDue.Loan::id).toList();
    }

    private static UUID line(UUID key, Take take) {
        return UUID.nameUUIDFromBytes(
                ("debit for loan " + take.loanId() + " by " + key).getBytes(StandardCharsets.UTF_8));
    }

    record Taken(int voucher) {}
}
