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
import org.dongvon.session.Provisionals;
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
    private final Provisionals provisionals;

    SheetJournal(
            Ledger ledger,
            Repayments repayments,
            Deposits deposits,
            Sessions sessions,
            Remarks remarks,
            Provisionals provisionals) {
        this.ledger = ledger;
        this.repayments = repayments;
        this.deposits = deposits;
        this.sessions = sessions;
        this.remarks = remarks;
        this.provisionals = provisionals;
    }

    /** What became of the sheet; the journal is written, the rest is added to the journey that the caller sends. */
    SheetAnswer write(RoundTrip trip, Sheet sheet, TransactionSession session, SheetPlan plan) {
        return write(trip, sheet, new Where(session, session.heldOn(), session.heldOn()), plan, Map.of());
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
                        sheet.key(), session.pointId(), session.officeId(), where.bookedOn(), day, kind.name(), null),
                entries));
        deposits.post(trip, voucher.journalId(), day, plan.deposits());
        repayments.post(trip, voucher.journalId(), new Repayments.Days(where.bookedOn(), day), plan.planned());
        sessions.post(trip, session, new Sessions.Posting(voucher.journalId(), sheet.groupId(), kind, posted, cash));
        remarks.write(trip, voucher.journalId(), session, sheet, plan.unposted());
        provisionals.count(trip, voucher.journalId(), session, counted(sheet, plan));
        return new SheetAnswer(voucher.journalId(), voucher.number(), posted, cash.amount(), plan.others());
    }

    /** In which session money is taken, on which open day it is booked, and from which day on it counts. */
    record Where(TransactionSession session, LocalDate bookedOn, LocalDate valueDate) {}

    static Dong cash(SheetPlan plan) {
        return LoanEntries.cash(plan.movements()).plus(Deposits.cash(plan.deposits()));
    }

    private static List<Provisionals.Counted> counted(Sheet sheet, SheetPlan plan) {
        if (sheet.counts().isEmpty()) {
            return List.of();
        }
        var unposted = plan.unposted();
        return sheet.lines().stream()
                .filter(line -> sheet.counts().containsKey(line.lineId()) && !unposted.contains(line.lineId()))
                .map(line -> new Provisionals.Counted(
                        line.lineId(),
                        sheet.counts().getOrDefault(line.lineId(), List.of()),
                        new Provisionals.Money(line.interest(), line.saving()),
                        sheet.remark(line.lineId()).note()))
                .toList();
    }

    private static boolean isCounter(Sheet sheet) {
        return sheet.lines().stream().allMatch(line -> line.payer() == SheetLine.Payer.BORROWER);
    }
}
