package org.dongvon.session.payout;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dongvon.ledger.Account;
import org.dongvon.ledger.Entry;
import org.dongvon.ledger.Journal;
import org.dongvon.ledger.Ledger;
import org.dongvon.loan.Disbursements;
import org.dongvon.loan.LoanEntries;
import org.dongvon.loan.LoanMovement;
import org.dongvon.loan.application.PaidApplications;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.session.SessionRefusal;
import org.dongvon.session.Sessions;
import org.dongvon.session.TransactionSession;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.springframework.stereotype.Service;

/** The teller pays approved loans out at the session, in cash, each in full. */
@Service
public class PayOutLoans {

    private final Sessions sessions;
    private final BusinessDays days;
    private final Disbursements disbursements;
    private final PaidApplications applications;
    private final Ledger ledger;
    private final Submissions submissions;

    PayOutLoans(
            Sessions sessions,
            BusinessDays days,
            Disbursements disbursements,
            PaidApplications applications,
            Ledger ledger,
            Submissions submissions) {
        this.sessions = sessions;
        this.days = days;
        this.disbursements = disbursements;
        this.applications = applications;
        this.ledger = ledger;
        this.submissions = submissions;
    }

    /**
     * Pays the loans out, all or none; returns the voucher's number.
     *
     * @throws Refused {@link SessionRefusal#SESSION_CLOSED}, {@link SessionRefusal#CASH_TOO_LOW}, a loan that is not
     *     approved, an allotment that is exhausted
     */
    public int run(Actor actor, PayOut payOut) {
        var content = payOut.lines().stream()
                .map(line -> line.lineId() + " " + line.loanId())
                .collect(Collectors.joining("\n", payOut.sessionId() + "\n", ""));
        var submission = new Submission(payOut.key(), "session.PayOutLoans", content);
        return submissions
                .once(actor, submission, PaidOut.class, () -> post(actor, payOut))
                .voucher();
    }

    private Submissions.Done<PaidOut> post(Actor actor, PayOut payOut) {
        actor.requireRole(Role.TELLER);
        var day = days.hold(sessions.get(payOut.sessionId()).officeId());
        var session = sessions.hold(payOut.sessionId());
        if (session.team().tellerId() != actor.id()) {
            throw new Refused(SessionRefusal.NOT_THE_SESSIONS_TELLER);
        }
        if (session.state() != TransactionSession.State.OPEN
                || !session.heldOn().equals(day)) {
            throw new Refused(SessionRefusal.SESSION_CLOSED, session.heldOn());
        }
        var loans = disbursements.lock(
                payOut.lines().stream().map(PayOutLine::loanId).toList());
        var lines = payOut.lines().stream().collect(Collectors.toMap(PayOutLine::loanId, PayOutLine::lineId));
        var movements = new ArrayList<LoanMovement>(loans.size());
        for (var loan : loans) {
            var lineId = Objects.requireNonNull(lines.get(loan.header().id()), "only asked loans are locked");
            var line = new LoanMovement.Line(lineId, movements.size() + 1);
            movements.add(disbursements.plan(loan, line, day));
        }
        applications.paidOut(actor, payOut.key(), lines.keySet());
        return new Submissions.Done<>(session.pointId(), day, write(payOut.key(), session, loans, movements));
    }

    private PaidOut write(
            UUID key, TransactionSession session, List<Disbursements.Approved> loans, List<LoanMovement> movements) {
        var day = session.heldOn();
        var cash = LoanEntries.cash(movements);
        var entries = new ArrayList<Entry>(LoanEntries.of(movements));
        entries.add(Entry.of(Account.CASH, cash));
        var kind = Sessions.Kind.DISBURSEMENT;
        var header = new Journal.Header(key, session.pointId(), session.officeId(), day, day, kind.name(), null);
        var voucher = ledger.post(new Journal(header, entries));
        disbursements.post(voucher.journalId(), day, loans, movements);
        sessions.post(session, new Sessions.Posting(voucher.journalId(), null, kind, movements.size(), cash));
        return new PaidOut(voucher.number());
    }

    /** Loans to pay out in a session. */
    public record PayOut(UUID key, long sessionId, List<PayOutLine> lines) {}

    /** One loan, under a line that the client made. */
    public record PayOutLine(UUID lineId, long loanId) {}

    record PaidOut(int voucher) {}
}
