package org.dongvon.session.closing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.Account;
import org.dongvon.ledger.Entry;
import org.dongvon.ledger.Journal;
import org.dongvon.ledger.Ledger;
import org.dongvon.session.Sessions;
import org.dongvon.session.TransactionSession;
import org.dongvon.session.Vaults;
import org.springframework.stereotype.Component;

/** Books the cash that goes back to the vault at the close of a session, and the difference of the count. */
@Component
class ReturnedCash {

    private final Ledger ledger;
    private final Sessions sessions;
    private final Vaults vaults;

    ReturnedCash(Ledger ledger, Sessions sessions, Vaults vaults) {
        this.ledger = ledger;
        this.sessions = sessions;
        this.vaults = vaults;
    }

    /** The book's cash, and the cash counted. */
    record Cash(Dong expected, Dong counted) {}

    /** Empties the box by the book's cash, and fills the vault by the cash counted, on the open day. */
    void book(UUID key, TransactionSession session, LocalDate day, Cash cash) {
        var expected = cash.expected();
        var counted = cash.counted();
        if (!expected.isPositive() && !counted.isPositive()) {
            return;
        }
        var gap = counted.minus(expected);
        var entries = new ArrayList<Entry>(
                List.of(Entry.of(Account.VAULT, counted), Entry.of(Account.CASH, Dong.ZERO.minus(expected))));
        if (gap.isPositive()) {
            entries.add(Entry.of(Account.CASH_SURPLUS, Dong.ZERO.minus(gap)));
        } else if (gap.isNegative()) {
            entries.add(Entry.of(Account.CASH_SHORTAGE, Dong.ZERO.minus(gap)));
        }
        var kind = Sessions.Kind.RETURN;
        var header = new Journal.Header(key, session.pointId(), session.officeId(), day, day, kind.name(), null);
        var voucher = ledger.post(new Journal(header, entries));
        sessions.post(session, new Sessions.Posting(voucher.journalId(), null, kind, 1, Dong.ZERO.minus(expected)));
        if (counted.isPositive()) {
            vaults.bring(session.officeId(), voucher.journalId(), Vaults.Kind.RETURN, counted);
        }
    }
}
