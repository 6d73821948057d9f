package org.dongvon.fee.payment;

import java.util.List;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.fee.payment.Dues.Payment;
import org.dongvon.ledger.Account;
import org.dongvon.ledger.Entry;
import org.dongvon.ledger.Journal;
import org.dongvon.ledger.Ledger;
import org.dongvon.ledger.Voucher;
import org.dongvon.savings.DepositMovement;
import org.dongvon.savings.Deposits;
import org.dongvon.session.FieldPayments.Booked;
import org.dongvon.session.SessionRefusal;
import org.dongvon.session.Sessions;
import org.dongvon.session.TellersSessions;
import org.dongvon.session.TransactionSession;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes payments of dues in a session, or takes them back: the journal, the payments, the deposits, the cash box. */
@Component
class SessionPayments {

    private final Sessions sessions;
    private final TellersSessions tellers;
    private final Ledger ledger;
    private final Dues dues;
    private final Deposits deposits;

    SessionPayments(Sessions sessions, TellersSessions tellers, Ledger ledger, Dues dues, Deposits deposits) {
        this.sessions = sessions;
        this.tellers = tellers;
        this.ledger = ledger;
        this.dues = dues;
        this.deposits = deposits;
    }

    /**
     * The open session of today, held against its close, in which this teller posts.
     *
     * @throws Refused {@link SessionRefusal#NOT_THE_SESSIONS_TELLER}, {@link SessionRefusal#SESSION_CLOSED}, {@link
     *     SessionRefusal#SESSION_OF_ANOTHER_DAY}
     */
    TransactionSession hold(Actor actor, long sessionId) {
        return tellers.hold(actor, sessionId);
    }

    /** Writes them as one journal of the session's day. */
    Voucher write(TransactionSession session, Written written) {
        return write(new Booked(session, session.heldOn()), written);
    }

    /** Likewise, on the open day when the session was carried over the close of its own, which stays the value date. */
    Voucher write(Booked booked, Written written) {
        var session = booked.session();
        var paid = Dong.sum(written.payments().stream().map(Payment::amount).toList());
        var saved = Deposits.cash(written.deposits());
        var cash = saved.minus(paid);
        var day = session.heldOn();
        var header = new Journal.Header(
                written.submission(),
                session.pointId(),
                session.officeId(),
                booked.day(),
                day,
                written.kind().name(),
                written.reverses());
        var entries = List.of(
                Entry.of(Account.FEE_PAYABLE, paid), Deposits.entry(written.deposits()), Entry.of(Account.CASH, cash));
        var voucher = ledger.post(new Journal(header, entries));
        dues.write(voucher.journalId(), written.payments());
        deposits.post(voucher.journalId(), day, written.deposits());
        sessions.post(
                session,
                new Sessions.Posting(
                        voucher.journalId(),
                        written.groupId(),
                        written.kind(),
                        written.payments().size(),
                        cash));
        return voucher;
    }

    /**
     * What a journal of a session writes.
     *
     * @param groupId the group, when all payments are of one
     */
    record Written(
            UUID submission,
            Sessions.Kind kind,
            @Nullable Long reverses,
            @Nullable Long groupId,
            List<Payment> payments,
            List<DepositMovement> deposits) {}
}
