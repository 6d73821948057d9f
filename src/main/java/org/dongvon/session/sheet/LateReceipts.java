package org.dongvon.session.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.dongvon.loan.LatePayments;
import org.dongvon.loan.LoanDesk;
import org.dongvon.loan.LoanMovement;
import org.dongvon.session.SessionRefusal;
import org.dongvon.session.Sessions;
import org.dongvon.session.TransactionSession;
import org.dongvon.session.sheet.PostedLines.PostedLine;
import org.dongvon.session.sheet.SheetPlanner.Books;
import org.dongvon.session.sheet.SheetPlanner.SheetPlan;
import org.dongvon.shared.Refused;
import org.springframework.stereotype.Component;

/** Which receipts of earlier sessions are taken, and what one does; see {@link PostLateReceipt}. */
@Component
public class LateReceipts {

    private final Sessions sessions;
    private final LatePayments latePayments;
    private final PostedLines postedLines;

    LateReceipts(Sessions sessions, LatePayments latePayments, PostedLines postedLines) {
        this.sessions = sessions;
        this.latePayments = latePayments;
        this.postedLines = postedLines;
    }

    /** How many days back a value date may lie on a day. */
    public long daysBack(LocalDate today) {
        return latePayments.daysBack(today);
    }

    /** Decides what the receipt does to the loan, and to what became overdue since. */
    Late plan(Sheet sheet, TransactionSession session, LocalDate valueDate, LoanDesk desk) {
        requireEarlierSession(sheet, session, valueDate);
        var posted = postedLines.of(PostSheet.lines(sheet));
        if (!posted.isEmpty()) {
            return new Late(plan(sheet, valueDate, desk, posted), Map.of());
        }
        var before = latePayments.before(desk, valueDate);
        var plan = plan(sheet, valueDate, before.desk(), posted);
        Map<LocalDate, List<LoanMovement>> moves = new TreeMap<>();
        plan.planned()
                .forEach(payment -> latePayments
                        .moves(before, payment)
                        .forEach((day, ofDay) -> moves.computeIfAbsent(day, each -> new ArrayList<>())
                                .addAll(ofDay)));
        return new Late(plan, moves);
    }

    /** A late receipt holds no deposits, so that what a head may collect is not asked. */
    private static SheetPlan plan(Sheet sheet, LocalDate valueDate, LoanDesk desk, Map<UUID, PostedLine> posted) {
        return new SheetPlanner(sheet, valueDate, new Books(desk, Map.of(), posted, true, Map.of())).plan();
    }

    /** Writes the moves of a journal. */
    void post(long journalId, Map<LocalDate, List<LoanMovement>> moves) {
        latePayments.post(journalId, moves);
    }

    private void requireEarlierSession(Sheet sheet, TransactionSession session, LocalDate valueDate) {
        var today = session.heldOn();
        if (!valueDate.isBefore(today)
                || sessions.on(session.officeId(), valueDate).stream()
                        .noneMatch(each -> each.pointId() == session.pointId())) {
            throw new Refused(SessionRefusal.NO_SESSION_ON_VALUE_DATE, valueDate);
        }
        long most = daysBack(today);
        if (valueDate.isBefore(today.minusDays(most))) {
            throw new Refused(SessionRefusal.VALUE_DATE_TOO_FAR_BACK, valueDate, most);
        }
        if (sheet.lines().stream()
                .anyMatch(line -> sheet.remark(line.lineId()).note().isEmpty())) {
            throw new Refused(SessionRefusal.LATE_RECEIPT_NEEDS_NOTE);
        }
    }

    /** What the receipt will do, with the moves between parts by value date. */
    record Late(SheetPlan plan, Map<LocalDate, List<LoanMovement>> moves) {}
}
