package org.dongvon.session.debit;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dongvon.ledger.Journal;
import org.dongvon.ledger.Ledger;
import org.dongvon.loan.LoanEntries;
import org.dongvon.loan.Repayments;
import org.dongvon.loan.Repayments.Planned;
import org.dongvon.savings.DepositMovement;
import org.dongvon.savings.Deposits;
import org.dongvon.session.Sessions;
import org.dongvon.session.TransactionSession;
import org.dongvon.shared.RoundTrips;
import org.springframework.stereotype.Component;

/** Writes a debit: one journal of repayments out of deposits, without cash. */
@Component
class DebitJournal {

    private final Ledger ledger;
    private final Deposits deposits;
    private final Repayments repayments;
    private final Sessions sessions;
    private final RoundTrips trips;

    DebitJournal(Ledger ledger, Deposits deposits, Repayments repayments, Sessions sessions, RoundTrips trips) {
        this.ledger = ledger;
        this.deposits = deposits;
        this.repayments = repayments;
        this.sessions = sessions;
        this.trips = trips;
    }

    int write(UUID key, TransactionSession session, List<Planned> planned, List<DepositMovement> moved) {
        var day = session.heldOn();
        var kind = Sessions.Kind.COUNTER;
        var movements =
                planned.stream().flatMap(each -> each.movements().stream()).toList();
        var entries = new ArrayList<>(LoanEntries.of(movements));
        entries.add(Deposits.entry(moved));
        var header = new Journal.Header(key, session.pointId(), session.officeId(), day, day, kind.name(), null);
        var voucher = ledger.post(new Journal(header, entries));
        var trip = trips.begin();
        deposits.post(trip, voucher.journalId(), day, moved);
        repayments.post(trip, voucher.journalId(), new Repayments.Days(day, day), planned);
        var cash = LoanEntries.cash(movements).plus(Deposits.cash(moved));
        sessions.post(trip, session, new Sessions.Posting(voucher.journalId(), null, kind, moved.size(), cash));
        trip.send();
        return voucher.number();
    }
}
