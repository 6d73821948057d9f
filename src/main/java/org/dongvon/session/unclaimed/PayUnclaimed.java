package org.dongvon.session.unclaimed;

import java.util.List;
import java.util.UUID;
import org.dongvon.ledger.Account;
import org.dongvon.ledger.Entry;
import org.dongvon.ledger.Journal;
import org.dongvon.ledger.Ledger;
import org.dongvon.savings.SavingsRefusal;
import org.dongvon.savings.unclaimed.Claimant;
import org.dongvon.savings.unclaimed.UnclaimedDeposits;
import org.dongvon.session.SessionRefusal;
import org.dongvon.session.Sessions;
import org.dongvon.session.TellersSessions;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.springframework.stereotype.Service;

/** The teller pays an unclaimed deposit out whole. The controller's close of the session is the second person. */
@Service
public class PayUnclaimed {

    private final TellersSessions tellers;
    private final Sessions sessions;
    private final UnclaimedDeposits unclaimed;
    private final Ledger ledger;
    private final Submissions submissions;

    PayUnclaimed(
            TellersSessions tellers,
            Sessions sessions,
            UnclaimedDeposits unclaimed,
            Ledger ledger,
            Submissions submissions) {
        this.tellers = tellers;
        this.sessions = sessions;
        this.unclaimed = unclaimed;
        this.ledger = ledger;
        this.submissions = submissions;
    }

    /**
     * Pays it; returns the voucher's number.
     *
     * @throws Refused {@link SessionRefusal#NOT_THE_SESSIONS_TELLER}, {@link SessionRefusal#SESSION_CLOSED}, {@link
     *     SavingsRefusal#UNKNOWN_UNCLAIMED}, {@link SavingsRefusal#UNCLAIMED_PAID}, {@link SessionRefusal#CASH_TOO_LOW}
     */
    public int run(Actor actor, Payment payment) {
        var submission = new Submission(payment.key(), "session.PayUnclaimed", payment.content());
        return submissions
                .once(actor, submission, Paid.class, () -> pay(actor, payment))
                .voucher();
    }

    private Submissions.Done<Paid> pay(Actor actor, Payment asked) {
        var session = tellers.hold(actor, asked.sessionId());
        var found = unclaimed.lock(asked.unclaimedId());
        if (found.pointId() != session.pointId()) {
            throw new Refused(SavingsRefusal.UNKNOWN_UNCLAIMED);
        }
        var day = session.heldOn();
        var out = found.amount().negate();
        var kind = Sessions.Kind.WITHDRAWAL;
        var header =
                new Journal.Header(asked.key(), session.pointId(), session.officeId(), day, day, kind.name(), null);
        var entries = List.of(Entry.of(Account.UNCLAIMED_DEPOSIT, found.amount()), Entry.of(Account.CASH, out));
        var voucher = ledger.post(new Journal(header, entries));
        unclaimed.pay(found, voucher.journalId(), asked.claimant());
        sessions.post(session, new Sessions.Posting(voucher.journalId(), null, kind, 1, out));
        return new Submissions.Done<>(session.pointId(), day, new Paid(voucher.number()));
    }

    /** Which one, to whom. */
    public record Payment(UUID key, long sessionId, long unclaimedId, Claimant claimant) {

        String content() {
            return sessionId + " " + unclaimedId + " " + claimant.receiver() + " " + claimant.name() + " "
                    + claimant.paper();
        }
    }

    record Paid(int voucher) {}
}
