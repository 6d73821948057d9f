package org.dongvon.session.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.Account;
import org.dongvon.ledger.Entry;
import org.dongvon.ledger.Journal;
import org.dongvon.ledger.Ledger;
import org.dongvon.loan.LoanEntries;
import org.dongvon.loan.LoanMovement;
import org.dongvon.loan.Repayments;
import org.dongvon.savings.Deposits;
import org.dongvon.session.Sessions;
import org.dongvon.session.TransactionSession;
import org.dongvon.session.sheet.SheetPlanner.SheetPlan;
import org.dongvon.shared.RoundTrip;
import org.springframework.stereotype.Component;

/** Writes what a sheet was decided to do: one journal, the movements it controls, and the teller's cash. */
@Component
class SheetJournal {

    private final Ledger ledger;
    private final Repayments repayments;
    private final Deposits deposits;
    private final Sessions sessions;
    private final Remarks remarks;

    SheetJournal(Ledger ledger, Repayments repayments, Deposits deposits, Sessions sessions, Remarks remarks) {
        this.ledger = ledger;
        this.repayments = repayments;
        this.deposits = deposits;
        this.sessions = sessions;
        this.remarks = remarks;
    }

    /** What became of the sheet; the journal is written, the rest is added to the journey that the caller sends. */
    SheetAnswer write(RoundTrip trip, Sheet sheet, TransactionSession session, SheetPlan plan) {
        return write(trip, sheet, new Where(session, session.heldOn()), plan, Map.of());
    }

    /** Likewise, with an earlier value date and the moves between parts of loans that come before; the caller writes those. */
    SheetAnswer write(
            RoundTrip trip, Sheet sheet, Where where, SheetPlan plan, Map<LocalDate, List<LoanMovement>> moves) {
        int posted = sheet.lines().size() - plan.others().size();
        if (posted == 0) {
            return new SheetAnswer(null, 0, 0, 0, plan.others());
        }
        var kind = isCounter(sheet) ? Sessions.Kind.COUNTER : Sessions.Kind.SHEET;
        var movements = plan.movements();
        var cash = cash(plan);
        var entries = new ArrayList<Entry>(LoanEntries.of(movements));
        moves.values().forEach(ofDay -> entries.addAll(LoanEntries.of(ofDay)));
        entries.add(Deposits.entry(plan.deposits()));
        entries.add(Entry.of(Account.CASH, cash));
        var session = where.session();
        var day = where.valueDate();
        var voucher = ledger.post(new Journal(
                new Journal.Header(
                        sheet.key(), session.pointId(), session.officeId(), session.heldOn(), day, kind.name(), null),
                entries));
        deposits.post(trip, voucher.journalId(), day, plan.deposits());
        repayments.post(trip, voucher.journalId(), new Repayments.Days(session.heldOn(), day), plan.planned());
        sessions.post(trip, session, new Sessions.Posting(voucher.journalId(), sheet.groupId(), kind, posted, cash));
        remarks.write(trip, voucher.journalId(), session, sheet, plan.unposted());
        return new SheetAnswer(voucher.journalId(), voucher.number(), posted, cash.amount(), plan.others());
    }

    /** In which session money is taken, and from which day on it counts. */
    record Where(TransactionSession session, LocalDate valueDate) {}

    static Dong cash(SheetPlan plan) {
        return LoanEntries.cash(plan.movements()).plus(Deposits.cash(plan.deposits()));
    }

    private static boolean isCounter(Sheet sheet) {
        return sheet.lines().stream().allMatch(line -> line.payer() == SheetLine.Payer.BORROWER);
    }
}
