package org.dongvon.session.reversal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.dongvon.ledger.Account;
import org.dongvon.ledger.Entry;
import org.dongvon.ledger.Journal;
import org.dongvon.ledger.Ledger;
import org.dongvon.loan.CashRefunds;
import org.dongvon.loan.LoanEntries;
import org.dongvon.loan.LoanReversals;
import org.dongvon.savings.Deposits;
import org.dongvon.session.ReversalReasons;
import org.dongvon.session.SessionRefusal;
import org.dongvon.session.Sessions;
import org.dongvon.session.TransactionSession;
import org.dongvon.session.reversal.ReverseLines.Back;
import org.dongvon.session.reversal.ReverseLines.Reversal;
import org.dongvon.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the voucher to take back and writes its reversal: a journal, the movements it controls, the cash, the reason. */
@Repository
class ReversalJournal {

    private static final String FIND = """
            select session_id, group_id, kind from session.posting where journal_id = :journal
            """;

    private static final String LINES = """
            select line_id from loan.v_line where journal_id = :journal and kind in ('REPAYMENT', 'CREDIT')
            union
            select line_id from savings.v_movement where journal_id = :journal
            """;

    private final JdbcClient db;
    private final Ledger ledger;
    private final LoanReversals loans;
    private final CashRefunds refunds;
    private final Deposits deposits;
    private final Sessions sessions;
    private final ReversalReasons reasons;

    ReversalJournal(
            JdbcClient db,
            Ledger ledger,
            LoanReversals loans,
            CashRefunds refunds,
            Deposits deposits,
            Sessions sessions,
            ReversalReasons reasons) {
        this.db = db;
        this.ledger = ledger;
        this.loans = loans;
        this.refunds = refunds;
        this.deposits = deposits;
        this.sessions = sessions;
        this.reasons = reasons;
    }

    Posted find(long journalId) {
        return db.sql(FIND)
                .param("journal", journalId)
                .query((row, n) -> new Posted(
                        row.getLong("session_id"),
                        row.getObject("group_id", Long.class),
                        Sessions.Kind.valueOf(row.getString("kind"))))
                .optional()
                .orElseThrow(() -> new Refused(SessionRefusal.UNKNOWN_VOUCHER, Long.toString(journalId)));
    }

    Set<UUID> lines(long journalId) {
        return new HashSet<>(db.sql(LINES)
                .param("journal", journalId)
                .query((row, n) -> row.getObject("line_id", UUID.class))
                .list());
    }

    int write(Reversal reversal, TransactionSession session, Posted posted, Back back) {
        var cash = LoanEntries.cash(back.loans().movements()).plus(Deposits.cash(back.deposits()));
        var entries = new ArrayList<Entry>(LoanEntries.of(back.loans().movements()));
        entries.add(Deposits.entry(back.deposits()));
        entries.add(Entry.of(Account.CASH, cash));
        var day = session.heldOn();
        var kind = Sessions.Kind.REVERSAL;
        var header = new Journal.Header(
                reversal.key(), session.pointId(), session.officeId(), day, day, kind.name(), reversal.journalId());
        var voucher = ledger.post(new Journal(header, entries));
        loans.post(voucher.journalId(), back.loans());
        deposits.post(voucher.journalId(), day, back.deposits());
        int lines = reversal.lines().size();
        sessions.post(session, new Sessions.Posting(voucher.journalId(), posted.groupId(), kind, lines, cash));
        if (posted.kind() == Sessions.Kind.REFUND) {
            refunds.takenBack(reversal.journalId(), reversal.key(), day);
        }
        reasons.put(voucher.journalId(), session.pointId(), reversal.reason());
        return voucher.number();
    }

    /** The voucher in its session. */
    record Posted(long sessionId, @Nullable Long groupId, Sessions.Kind kind) {}
}
