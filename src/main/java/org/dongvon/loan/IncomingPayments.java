package org.dongvon.loan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.Account;
import org.dongvon.ledger.Entry;
import org.dongvon.ledger.Journal;
import org.dongvon.ledger.Ledger;
import org.dongvon.loan.Repayments.Days;
import org.dongvon.shared.Refused;
import org.dongvon.shared.RoundTrips;
import org.springframework.stereotype.Service;

/**
 * Money that came in by transfer: into the books by its payer's name, from there to a loan or back. Inside the caller's
 * submission, which holds the office's day: {@code docs/domain/credit.md}.
 */
@Service
public class IncomingPayments {

    private final Repayments repayments;
    private final LatePayments late;
    private final Ledger ledger;
    private final RoundTrips trips;

    IncomingPayments(Repayments repayments, LatePayments late, Ledger ledger, RoundTrips trips) {
        this.repayments = repayments;
        this.late = late;
        this.ledger = ledger;
        this.trips = trips;
    }

    /** Books a list of transfers. */
    public void take(Journal.Header header, Dong sum) {
        move(header, Account.BANK, Account.RECEIVED_BY_TRANSFER, sum);
    }

    /** Sends a part of a transfer back to its payer. */
    public void sendBack(Journal.Header header, Dong amount) {
        move(header, Account.RECEIVED_BY_TRANSFER, Account.BANK, amount);
    }

    private void move(Journal.Header header, Account debit, Account credit, Dong amount) {
        ledger.post(new Journal(header, List.of(Entry.of(debit, amount), Entry.of(credit, amount.negate()))));
    }

    /**
     * How an amount would be taken for a loan on a value date: interest asked for first, then principal.
     *
     * @throws Refused {@link LoanRefusal#UNKNOWN_LOAN}, {@link LoanRefusal#INCOMING_ABOVE_DEBT}, {@link
     *     LoanRefusal#PAID_SINCE}, {@link LoanRefusal#LOAN_NOT_ACTIVE}
     */
    public Share share(long loan, Dong amount, Days days) {
        return share(before(repayments.read(List.of(loan)), days).desk(), loan, amount, days.value());
    }

    private static Share share(LoanDesk desk, long loan, Dong amount, LocalDate value) {
        var balance = desk.balances().get(loan);
        if (balance == null) {
            throw new Refused(LoanRefusal.UNKNOWN_LOAN, loan);
        }
        if (balance.header().stage() != Stage.ACTIVE) {
            throw new Refused(LoanRefusal.LOAN_NOT_ACTIVE, balance.header().code());
        }
        var asked = desk.interestAskedOn(balance, value);
        var share = new Share(amount.min(asked), amount.minus(amount.min(asked)));
        if (share.principal().compareTo(balance.outstanding()) > 0) {
            throw new Refused(
                    LoanRefusal.INCOMING_ABOVE_DEBT,
                    amount,
                    asked.plus(balance.outstanding()),
                    balance.header().code());
        }
        return share;
    }

    /**
     * Takes a part of a transfer for a loan, from the header's value date on; what had become overdue since is undone.
     *
     * @throws Refused as {@link #share}
     */
    public void pay(Journal.Header header, long loan, Dong amount) {
        var days = new Days(header.businessDate(), header.valueDate());
        var before = before(repayments.lock(List.of(loan)), days);
        var desk = before.desk();
        var share = share(desk, loan, amount, days.value());
        var line = new LoanMovement.Line(header.submission(), 1);
        var balance = desk.balances().get(loan);
        if (balance == null) {
            throw new Refused(LoanRefusal.UNKNOWN_LOAN, loan);
        }
        var planned =
                desk.plan(balance, new RepaymentLine(line, loan, share.interest(), share.principal()), days.value());
        var entries = new ArrayList<>(LoanEntries.of(planned.movements()));
        entries.add(Entry.of(Account.RECEIVED_BY_TRANSFER, amount));
        var moves = late.moves(before, planned);
        moves.values().forEach(ofDay -> entries.addAll(LoanEntries.of(ofDay)));
        long journal = ledger.post(new Journal(header, entries)).journalId();
        late.post(journal, moves);
        var trip = trips.begin();
        repayments.post(trip, journal, days, List.of(planned));
        trip.send();
    }

    private LatePayments.Before before(LoanDesk desk, Days days) {
        return days.value().isBefore(days.business())
                ? late.before(desk, days.value())
                : new LatePayments.Before(desk, Map.of());
    }

    /** Of an amount, what is interest and what is principal. */
    public record Share(Dong interest, Dong principal) {}
}
