package org.dongvon.session.term;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.dongvon.engine.interest.AnnualRate;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.Account;
import org.dongvon.ledger.Entry;
import org.dongvon.ledger.Journal;
import org.dongvon.ledger.Ledger;
import org.dongvon.savings.DemandRates;
import org.dongvon.savings.DepositInterest;
import org.dongvon.savings.SavingsRefusal;
import org.dongvon.savings.term.AtMaturity;
import org.dongvon.savings.term.Period;
import org.dongvon.savings.term.TermDeposit;
import org.dongvon.savings.term.TermDeposits;
import org.dongvon.savings.term.TermDeposits.MoveKind;
import org.dongvon.savings.term.TermDeposits.Movement;
import org.dongvon.savings.term.TermDeposits.Next;
import org.dongvon.savings.term.TermDeposits.Posted;
import org.dongvon.savings.term.TermRates;
import org.dongvon.session.SessionRefusal;
import org.dongvon.session.Sessions;
import org.dongvon.session.TellersSessions;
import org.dongvon.session.TransactionSession;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The teller opens a term deposit for a resident, or pays one out whole with its interest. The controller's close of the
 * session is the second person.
 */
@Service
public class TermCounter {

    private static final String HERE = """
            select exists (select from household.v_person p
                            where p.id = :person and not p.restricted and p.point_id in (select x.id from organisation.v_point_card x where x.office_id = :office)
                              and p.point_id <@ (select shared.scope()))
            """;

    private final TellersSessions tellers;
    private final Sessions sessions;
    private final TermDeposits deposits;
    private final TermRates rates;
    private final DemandRates demand;
    private final Ledger ledger;
    private final Submissions submissions;
    private final JdbcClient db;

    TermCounter(
            TellersSessions tellers,
            Sessions sessions,
            TermDeposits deposits,
            TermRates rates,
            DemandRates demand,
            Ledger ledger,
            Submissions submissions,
            JdbcClient db) {
        this.tellers = tellers;
        this.sessions = sessions;
        this.deposits = deposits;
        this.rates = rates;
        this.demand = demand;
        this.ledger = ledger;
        this.submissions = submissions;
        this.db = db;
    }

    /**
     * Takes the cash and gives the savings book out; returns its number.
     *
     * @throws Refused {@link SessionRefusal#SESSION_CLOSED}, {@link SessionRefusal#TERM_DEPOSIT_OF_NOBODY}, {@link
     *     SavingsRefusal#NO_RATE_FOR_TERM}
     */
    public String open(Actor actor, Opening opening) {
        var submission = new Submission(opening.key(), "session.OpenTermDeposit", opening.content());
        return submissions
                .once(actor, submission, Opened.class, () -> opened(actor, opening))
                .code();
    }

    /**
     * Pays it out whole with its interest; returns the voucher's number.
     *
     * @throws Refused {@link SessionRefusal#SESSION_CLOSED}, {@link SavingsRefusal#UNKNOWN_TERM_DEPOSIT}, {@link
     *     SavingsRefusal#TERM_DEPOSIT_CLOSED}, {@link SessionRefusal#CASH_TOO_LOW}
     */
    public int pay(Actor actor, Payment payment) {
        var submission = new Submission(payment.key(), "session.PayTermDeposit", payment.content());
        return submissions
                .once(actor, submission, Paid.class, () -> paid(actor, payment))
                .voucher();
    }

    private Submissions.Done<Opened> opened(Actor actor, Opening asked) {
        var session = tellers.hold(actor, asked.sessionId());
        requireHere(session, asked.personId());
        var day = session.heldOn();
        var rate = rate(session, asked.months());
        var entries = List.of(
                Entry.of(Account.CASH, asked.amount()),
                Entry.of(Account.TERM_DEPOSIT, asked.amount().negate()));
        var voucher = ledger.post(new Journal(header(session, asked.key(), Sessions.Kind.TERM_OPENED), entries));
        var book = deposits.open(
                session.pointId(), asked.personId(), new TermDeposit.Terms(asked.months(), asked.atMaturity(), day));
        var posted = new Posted(voucher.journalId(), session.pointId(), day);
        deposits.post(
                posted, List.of(new Movement(asked.lineId(), book.id(), MoveKind.OPENED, day, asked.amount(), null)));
        deposits.begin(
                posted,
                List.of(new Next(book.id(), 1, new Period(day, day.plusMonths(asked.months()), rate, asked.amount()))));
        sessions.post(
                session, new Sessions.Posting(posted.journalId(), null, Sessions.Kind.TERM_OPENED, 1, asked.amount()));
        return new Submissions.Done<>(session.pointId(), day, new Opened(book.code()));
    }

    private void requireHere(TransactionSession session, long person) {
        boolean here = db.sql(HERE)
                .param("person", person)
                .param("office", session.officeId())
                .query(Boolean.class)
                .single();
        if (!here) {
            throw new Refused(SessionRefusal.TERM_DEPOSIT_OF_NOBODY);
        }
    }

    private AnnualRate rate(TransactionSession session, int months) {
        return rates.of(session.officeId(), months, session.heldOn())
                .orElseThrow(() -> new Refused(SavingsRefusal.NO_RATE_FOR_TERM, months, session.heldOn()));
    }

    private Submissions.Done<Paid> paid(Actor actor, Payment asked) {
        var session = tellers.hold(actor, asked.sessionId());
        var deposit = deposits.lock(asked.code());
        if (deposit.place().pointId() != session.pointId()) {
            throw new Refused(SavingsRefusal.UNKNOWN_TERM_DEPOSIT, asked.code());
        }
        if (deposit.state().closedOn() != null) {
            throw new Refused(
                    SavingsRefusal.TERM_DEPOSIT_CLOSED,
                    asked.code(),
                    Objects.requireNonNull(deposit.state().closedOn()));
        }
        var day = session.heldOn();
        var numerator = deposit.period().numeratorOn(day, demand.current());
        var interest = DepositInterest.rounded(numerator);
        var movements = new ArrayList<Movement>();
        if (interest.isPositive()) {
            movements.add(new Movement(
                    interestLine(asked.lineId()), deposit.id(), MoveKind.INTEREST, day, interest, numerator));
        }
        var total = deposit.state().balance().plus(interest);
        movements.add(new Movement(asked.lineId(), deposit.id(), MoveKind.PAID, day, total.negate(), null));
        var entries = List.of(
                Entry.of(Account.TERM_DEPOSIT, deposit.state().balance()),
                Entry.of(Account.DEPOSIT_INTEREST, interest),
                Entry.of(Account.CASH, total.negate()));
        var voucher = ledger.post(new Journal(header(session, asked.key(), Sessions.Kind.TERM_PAID), entries));
        deposits.post(new Posted(voucher.journalId(), session.pointId(), day), movements);
        sessions.post(
                session,
                new Sessions.Posting(
                        voucher.journalId(), null, Sessions.Kind.TERM_PAID, movements.size(), total.negate()));
        return new Submissions.Done<>(session.pointId(), day, new Paid(voucher.number()));
    }

    private static UUID interestLine(UUID line) {
        return UUID.nameUUIDFromBytes(("interest with " + line).getBytes(StandardCharsets.US_ASCII));
    }

    private static Journal.Header header(TransactionSession session, UUID key, Sessions.Kind kind) {
        var day = session.heldOn();
        return new Journal.Header(key, session.pointId(), session.officeId(), day, day, kind.name(), null);
    }

    /** What a resident wants. */
    public record Wish(long personId, int months, AtMaturity atMaturity, Dong amount) {}

    /**
     * A deposit to open.
     *
     * @param lineId made by the client: taken at most once
     */
    public record Opening(UUID key, UUID lineId, long sessionId, Wish wish) {

        /**
         * Some money.
         *
         * @throws Refused {@link SessionRefusal#TERM_DEPOSIT_OF_NOTHING}
         */
        public Opening {
            if (!wish.amount().isPositive()) {
                throw new Refused(SessionRefusal.TERM_DEPOSIT_OF_NOTHING);
            }
        }

        long personId() {
            return wish.personId();
        }

        int months() {
            return wish.months();
        }

        AtMaturity atMaturity() {
            return wish.atMaturity();
        }

        Dong amount() {
            return wish.amount();
        }

        String content() {
            return lineId + " " + sessionId + " " + wish.personId() + " " + wish.months() + " " + wish.atMaturity()
                    + " " + wish.amount().amount();
        }
    }

    /**
     * A deposit to pay out.
     *
     * @param lineId made by the client: paid at most once
     */
    public record Payment(UUID key, UUID lineId, long sessionId, String code) {

        String content() {
            return lineId + " " + sessionId + " " + code;
        }
    }

    record Opened(String code) {}

    record Paid(int voucher) {}
}
