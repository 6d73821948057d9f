package org.dongvon.session.withdrawal;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.Account;
import org.dongvon.ledger.Entry;
import org.dongvon.ledger.Journal;
import org.dongvon.ledger.Ledger;
import org.dongvon.savings.DepositAccount;
import org.dongvon.savings.DepositMovement;
import org.dongvon.savings.Deposits;
import org.dongvon.savings.SavingsRefusal;
import org.dongvon.savings.Settlements;
import org.dongvon.session.FieldPayments.Booked;
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

/**
 * A member draws savings in cash at the session, when the rule {@code MEMBER_WITHDRAWAL} lets them (V18): savings first repay
 * the household's debts. Who leaves the group draws all of it with the interest to the day.
 */
@Service
public class WithdrawSavings {

    private final TellersSessions tellers;
    private final Sessions sessions;
    private final WithdrawalRule rule;
    private final Settlements settlements;
    private final Deposits deposits;
    private final Ledger ledger;
    private final Submissions submissions;

    WithdrawSavings(
            TellersSessions tellers,
            Sessions sessions,
            WithdrawalRule rule,
            Settlements settlements,
            Deposits deposits,
            Ledger ledger,
            Submissions submissions) {
        this.tellers = tellers;
        this.sessions = sessions;
        this.rule = rule;
        this.settlements = settlements;
        this.deposits = deposits;
        this.ledger = ledger;
        this.submissions = submissions;
    }

    /**
     * Pays the amount out; returns the voucher's number.
     *
     * @throws Refused {@link SessionRefusal#NOT_THE_SESSIONS_TELLER}, {@link SessionRefusal#SESSION_CLOSED}, {@link
     *     SessionRefusal#SESSION_OF_ANOTHER_DAY}, {@link SavingsRefusal#NO_DEPOSIT_ACCOUNT}, {@link
     *     SessionRefusal#WITHDRAWAL_ABOVE_DEPOSIT}, {@link SessionRefusal#WITHDRAWAL_WHILE_DEBTS_DUE}, {@link
     *     SessionRefusal#WITHDRAWAL_WHILE_LOANS_RUN}, {@link SessionRefusal#CASH_TOO_LOW}
     */
    public int run(Actor actor, Withdrawal withdrawal) {
        var submission = new Submission(withdrawal.key(), "session.WithdrawSavings", withdrawal.content());
        return submissions
                .once(actor, submission, Paid.class, () -> pay(actor, withdrawal))
                .voucher();
    }

    /**
     * Pays all of it out with the interest to the day; returns the voucher's number.
     *
     * @throws Refused as {@link #run}, and {@link SessionRefusal#SETTLEMENT_OF_NOTHING}
     */
    public int settle(Actor actor, Settling settling) {
        var submission = new Submission(settling.key(), "session.SettleSavings", settling.content());
        return submissions
                .once(actor, submission, Paid.class, () -> settled(actor, settling))
                .voucher();
    }

    /**
     * Pays out what a device recorded in the field: also in a session that was carried over the close of its day, on the open
     * day with the session's day as value date. Returns the journal.
     *
     * @throws Refused likewise
     */
    long runFromField(Actor actor, Booked booked, Withdrawal withdrawal) {
        var submission = new Submission(withdrawal.key(), "session.WithdrawInField", withdrawal.content());
        var paid = submissions.once(actor, submission, Paid.class, () -> {
            if (booked.session().state() != TransactionSession.State.OPEN) {
                throw new Refused(
                        SessionRefusal.SESSION_CLOSED, booked.session().heldOn());
            }
            return pay(booked, withdrawal);
        });
        return Objects.requireNonNull(paid.journalId());
    }

    private Submissions.Done<Paid> pay(Actor actor, Withdrawal asked) {
        var session = tellers.hold(actor, asked.sessionId());
        return pay(new Booked(session, session.heldOn()), asked);
    }

    private Submissions.Done<Paid> pay(Booked booked, Withdrawal asked) {
        var session = booked.session();
        rule.require(session, asked.memberId());
        var account = account(session, asked.memberId());
        // What came after the session's day was not there on it.
        var there = account.balance().minus(rule.savedAfter(asked.memberId(), session.heldOn()));
        if (asked.amount().compareTo(there) > 0) {
            throw new Refused(SessionRefusal.WITHDRAWAL_ABOVE_DEPOSIT, asked.amount(), there);
        }
        var out = asked.amount().negate();
        var movements = List.of(new DepositMovement(asked.lineId(), 1, account, out, null));
        var entries = List.of(Deposits.entry(movements), Entry.of(Account.CASH, out));
        var voucher = ledger.post(new Journal(header(booked, asked.key()), entries));
        deposits.post(voucher.journalId(), session.heldOn(), movements);
        sessions.post(session, posting(voucher.journalId(), account, 1, out));
        return new Submissions.Done<>(session.pointId(), booked.day(), new Paid(voucher.number(), voucher.journalId()));
    }

    private Submissions.Done<Paid> settled(Actor actor, Settling asked) {
        var session = tellers.hold(actor, asked.sessionId());
        rule.require(session, asked.memberId());
        var whole = settlements.of(account(session, asked.memberId()), session.heldOn());
        if (!whole.total().isPositive()) {
            throw new Refused(SessionRefusal.SETTLEMENT_OF_NOTHING);
        }
        var voucher = ledger.post(
                new Journal(header(new Booked(session, session.heldOn()), asked.key()), whole.entries(Account.CASH)));
        settlements.post(voucher.journalId(), whole, asked.lineId());
        var out = whole.total().negate();
        sessions.post(session, posting(voucher.journalId(), whole.account(), whole.lines(), out));
        return new Submissions.Done<>(
                session.pointId(), session.heldOn(), new Paid(voucher.number(), voucher.journalId()));
    }

    private DepositAccount account(TransactionSession session, long member) {
        var account = deposits.lock(List.of(member)).get(member);
        if (account == null || account.pointId() != session.pointId()) {
            throw new Refused(SavingsRefusal.NO_DEPOSIT_ACCOUNT);
        }
        return account;
    }

    private static Journal.Header header(Booked booked, UUID key) {
        var session = booked.session();
        return new Journal.Header(
                key,
                session.pointId(),
                session.officeId(),
                booked.day(),
                session.heldOn(),
                Sessions.Kind.WITHDRAWAL.name(),
                null);
    }

    private static Sessions.Posting posting(long journal, DepositAccount account, int lines, Dong cash) {
        return new Sessions.Posting(journal, account.groupId(), Sessions.Kind.WITHDRAWAL, lines, cash);
    }

    /**
     * What a member asks for.
     *
     * @param lineId made by the client: paid at most once
     */
    public record Withdrawal(UUID key, UUID lineId, long sessionId, long memberId, Dong amount) {

        /**
         * Some money.
         *
         * @throws Refused {@link SessionRefusal#WITHDRAWAL_NOTHING}
         */
        public Withdrawal {
            if (!amount.isPositive()) {
                throw new Refused(SessionRefusal.WITHDRAWAL_NOTHING);
            }
        }

        String content() {
            return lineId + " " + sessionId + " " + memberId + " " + amount.amount();
        }
    }

    /**
     * A member takes all of it along.
     *
     * @param lineId made by the client: paid at most once
     */
    public record Settling(UUID key, UUID lineId, long sessionId, long memberId) {

        String content() {
            return lineId + " " + sessionId + " " + memberId;
        }
    }

    /** The voucher and its journal; answers from before know the number alone. */
    record Paid(int voucher, @Nullable Long journalId) {}
}
