package org.dongvon.session.refund;

import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.Journal;
import org.dongvon.loan.CashRefunds;
import org.dongvon.loan.LoanRefusal;
import org.dongvon.session.SessionRefusal;
import org.dongvon.session.Sessions;
import org.dongvon.session.TellersSessions;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.springframework.stereotype.Service;

/**
 * The teller pays back in cash what a borrower of the point has paid too much (tiền nộp thừa). The controller's close of the
 * session, with the cash count, is the second person.
 */
@Service
public class RefundCredit {

    private final Sessions sessions;
    private final TellersSessions tellers;
    private final CashRefunds refunds;
    private final Submissions submissions;

    RefundCredit(Sessions sessions, TellersSessions tellers, CashRefunds refunds, Submissions submissions) {
        this.sessions = sessions;
        this.tellers = tellers;
        this.refunds = refunds;
        this.submissions = submissions;
    }

    /**
     * Pays the amount out; returns the voucher's number.
     *
     * @throws Refused {@link SessionRefusal#NOT_THE_SESSIONS_TELLER}, {@link SessionRefusal#SESSION_CLOSED}, {@link
     *     SessionRefusal#SESSION_OF_ANOTHER_DAY}, {@link LoanRefusal#UNKNOWN_LOAN}, {@link
     *     LoanRefusal#CREDIT_ABOVE_OVERPAID}, {@link SessionRefusal#CASH_TOO_LOW}
     */
    public int run(Actor actor, Refund refund) {
        var submission = new Submission(refund.key(), "session.RefundCredit", refund.content());
        return submissions
                .once(actor, submission, Paid.class, () -> pay(actor, refund))
                .voucher();
    }

    private Submissions.Done<Paid> pay(Actor actor, Refund asked) {
        var session = tellers.hold(actor, asked.sessionId());
        var today = session.heldOn();
        var kind = Sessions.Kind.REFUND;
        var header =
                new Journal.Header(asked.key(), session.pointId(), session.officeId(), today, today, kind.name(), null);
        var voucher = refunds.pay(header, asked.lineId(), asked.loanId(), asked.amount());
        sessions.post(
                session,
                new Sessions.Posting(
                        voucher.journalId(), null, kind, 1, asked.amount().negate()));
        return new Submissions.Done<>(session.pointId(), today, new Paid(voucher.number()));
    }

    /**
     * What is paid back.
     *
     * @param lineId made by the client: paid at most once
     */
    public record Refund(UUID key, UUID lineId, long sessionId, long loanId, Dong amount) {

        /**
         * Some money.
         *
         * @throws Refused {@link SessionRefusal#REFUND_NOTHING}
         */
        public Refund {
            if (!amount.isPositive()) {
                throw new Refused(SessionRefusal.REFUND_NOTHING);
            }
        }

        String content() {
            return lineId + " " + sessionId + " " + loanId + " " + amount.amount();
        }
    }

    record Paid(int voucher) {}
}
