package org.dongvon.session.payout;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.Account;
import org.dongvon.ledger.Entry;
import org.dongvon.ledger.Journal;
import org.dongvon.ledger.Ledger;
import org.dongvon.loan.Disbursements;
import org.dongvon.loan.LoanEntries;
import org.dongvon.loan.LoanMovement;
import org.dongvon.loan.application.PaidApplications;
import org.dongvon.session.FieldRefusal;
import org.dongvon.session.SessionRefusal;
import org.dongvon.session.Sessions;
import org.dongvon.session.TellersSessions;
import org.dongvon.session.TransactionSession;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The teller pays approved loans out at the session, in cash, each in full. */
@Service
public class PayOutLoans {

    private final Sessions sessions;
    private final TellersSessions tellers;
    private final Disbursements disbursements;
    private final PaidApplications applications;
    private final Ledger ledger;
    private final Submissions submissions;

    PayOutLoans(
            Sessions sessions,
            TellersSessions tellers,
            Disbursements disbursements,
            PaidApplications applications,
            Ledger ledger,
            Submissions submissions) {
        this.sessions = sessions;
        this.tellers = tellers;
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
        var submission = new Submission(payOut.key(), "session.PayOutLoans", payOut.content());
        return submissions
                .once(actor, submission, PaidOut.class, () -> post(actor, payOut, Which.TODAY))
                .voucher();
    }

    /**
     * Pays out what a device recorded in the field: also in a session that was carried over the close of its day, on the open
     * day with the session's day as value date.
     *
     * @param amounts what was handed over, by loan
     * @throws Refused likewise; and {@link FieldRefusal#FIELD_PAID_OUT_OTHERWISE}
     */
    public PaidOut runFromField(Actor actor, PayOut payOut, Map<Long, Dong> amounts) {
        var submission = new Submission(payOut.key(), "session.PayOutInField", payOut.content());
        return submissions.once(actor, submission, PaidOut.class, () -> {
            for (var loan : disbursements.lock(
                    payOut.lines().stream().map(PayOutLine::loanId).toList())) {
                var recorded = amounts.getOrDefault(loan.header().id(), Dong.ZERO);
                if (!loan.amount().equals(recorded)) {
                    throw new Refused(FieldRefusal.FIELD_PAID_OUT_OTHERWISE, recorded, loan.amount());
                }
            }
            return post(actor, payOut, Which.CARRIED);
        });
    }

    private Submissions.Done<PaidOut> post(Actor actor, PayOut payOut, Which which) {
        var held = tellers.holdCarried(actor, payOut.sessionId());
        var session = held.session();
        var day = held.day();
        if (which == Which.TODAY) {
            TellersSessions.requireOf(session, day);
        }
        var loans = disbursements.lock(
                payOut.lines().stream().map(PayOutLine::loanId).toList());
        var lines = payOut.lines().stream().collect(Collectors.toMap(PayOutLine::loanId, PayOutLine::lineId));
        var movements = new ArrayList<LoanMovement>(loans.size());
        for (var loan : loans) {
            var lineId = Objects.requireNonNull(lines.get(loan.header().id()), "only asked loans are locked");
            var line = new LoanMovement.Line(lineId, movements.size() + 1);
            movements.add(disbursements.plan(loan, line, session.heldOn()));
        }
        applications.paidOut(actor, payOut.key(), lines.keySet());
        return new Submissions.Done<>(
                session.pointId(), day, write(payOut.key(), new Booked(session, day), loans, movements));
    }

    private PaidOut write(UUID key, Booked booked, List<Disbursements.Approved> loans, List<LoanMovement> movements) {
        var session = booked.session();
        var day = session.heldOn();
        var cash = LoanEntries.cash(movements);
        var entries = new ArrayList<Entry>(LoanEntries.of(movements));
        entries.add(Entry.of(Account.CASH, cash));
        var kind = Sessions.Kind.DISBURSEMENT;
        var header =
                new Journal.Header(key, session.pointId(), session.officeId(), booked.day(), day, kind.name(), null);
        var voucher = ledger.post(new Journal(header, entries));
        disbursements.post(voucher.journalId(), day, loans, movements);
        sessions.post(session, new Sessions.Posting(voucher.journalId(), null, kind, movements.size(), cash));
        return new PaidOut(voucher.number(), voucher.journalId());
    }

    /** Loans to pay out in a session. */
    public record PayOut(UUID key, long sessionId, List<PayOutLine> lines) {

        private String content() {
            return lines.stream()
                    .map(line -> line.lineId() + " " + line.loanId())
                    .collect(Collectors.joining("\n", sessionId + "\n", ""));
        }
    }

    /** One loan, under a line that the client made. */
    public record PayOutLine(UUID lineId, long loanId) {}

    /** The journal and its number; answers from before know the number alone. */
    public record PaidOut(int voucher, @Nullable Long journalId) {}

    /** A session and the open day on which it is booked. */
    private record Booked(TransactionSession session, LocalDate day) {}

    private enum Which {
        TODAY,
        CARRIED
    }
}
