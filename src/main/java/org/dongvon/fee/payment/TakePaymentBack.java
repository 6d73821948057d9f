package org.dongvon.fee.payment;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dongvon.fee.FeeRefusal;
import org.dongvon.fee.payment.Dues.Payment;
import org.dongvon.fee.payment.SessionPayments.Written;
import org.dongvon.savings.DepositMovement;
import org.dongvon.savings.DepositReversals;
import org.dongvon.session.ReversalReasons;
import org.dongvon.session.Sessions;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.springframework.stereotype.Service;

/**
 * The teller takes a payment back at an open session of the same point, on the same day or later, with the reason; the due
 * is then open again. The controller's close of the session is the second person.
 */
@Service
class TakePaymentBack {

    private final SessionPayments payments;
    private final Dues dues;
    private final DepositReversals deposits;
    private final ReversalReasons reasons;
    private final Submissions submissions;

    TakePaymentBack(
            SessionPayments payments,
            Dues dues,
            DepositReversals deposits,
            ReversalReasons reasons,
            Submissions submissions) {
        this.payments = payments;
        this.dues = dues;
        this.deposits = deposits;
        this.reasons = reasons;
        this.submissions = submissions;
    }

    /**
     * Takes it back; returns the reversing voucher's number.
     *
     * @throws Refused {@link FeeRefusal#UNKNOWN_PAYMENT}, {@link FeeRefusal#ALREADY_TAKEN_BACK}, what the deposit does not
     *     cover
     */
    int run(Actor actor, Order order) {
        var submission = new Submission(
                order.key(), "fee.TakePaymentBack", order.sessionId() + " " + order.line() + "\n" + order.reason());
        return submissions
                .once(actor, submission, Back.class, () -> takeBack(actor, order))
                .voucher();
    }

    private Submissions.Done<Back> takeBack(Actor actor, Order order) {
        var session = payments.hold(actor, order.sessionId());
        var paid = dues.lockPayment(order.line());
        if (paid.payment().pointId() != session.pointId() || paid.payment().way() == Way.BANK) {
            throw new Refused(FeeRefusal.UNKNOWN_PAYMENT);
        }
        var back = paid.payment().back();
        var written = new Written(
                order.key(), Sessions.Kind.REVERSAL, paid.journal(), null, List.of(back), outOfDeposit(back));
        var voucher = payments.write(session, written);
        reasons.put(voucher.journalId(), session.pointId(), order.reason());
        return new Submissions.Done<>(session.pointId(), session.heldOn(), new Back(voucher.number()));
    }

    private List<DepositMovement> outOfDeposit(Payment back) {
        var reversed = back.reverses();
        return back.way() == Way.DEPOSIT && reversed != null
                ? deposits.plan(Map.of(reversed, new DepositReversals.NewLine(back.line(), 1)))
                : List.of();
    }

    /** A payment to take back in a session. */
    record Order(UUID key, long sessionId, UUID line, String reason) {

        private static final int SHORTEST = 5;

        /**
         * The order as given.
         *
         * @throws Refused {@link FeeRefusal#REASON_MISSING}
         */
        Order {
            reason = reason.strip();
            if (reason.length() < SHORTEST || reason.length() > ReversalReasons.LONGEST) {
                throw new Refused(FeeRefusal.REASON_MISSING, SHORTEST, ReversalReasons.LONGEST);
            }
        }
    }

    record Back(int voucher) {}
}
