package org.dongvon.session.sheet;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.dongvon.loan.LatePayments;
import org.dongvon.loan.LoanDesk;
import org.dongvon.loan.LoanMovement;
import org.dongvon.loan.LoanRefusal;
import org.dongvon.loan.Repayments;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.programme.ParameterCode;
import org.dongvon.programme.Programmes;
import org.dongvon.session.SessionRefusal;
import org.dongvon.session.Sessions;
import org.dongvon.session.TransactionSession;
import org.dongvon.session.sheet.PostedLines.PostedLine;
import org.dongvon.session.sheet.SheetPlanner.Books;
import org.dongvon.session.sheet.SheetPlanner.SheetPlan;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.RoundTrips;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.dongvon.shared.Transactions;
import org.springframework.stereotype.Service;

/**
 * Posts a receipt that was written at an earlier session and not entered then: on the open day, with that session's value
 * date. What became overdue meanwhile is undone first, so that the borrower stands as if the receipt had come in time; the
 * session's controller answers for it with the count of the cash, as for every journal of the session.
 */
@Service
public class PostLateReceipt {

    private final Sessions sessions;
    private final BusinessDays days;
    private final Repayments repayments;
    private final LatePayments latePayments;
    private final PostedLines postedLines;
    private final SheetJournal journal;
    private final Programmes programmes;
    private final Submissions submissions;
    private final Transactions transactions;
    private final RoundTrips trips;

    PostLateReceipt(
            Sessions sessions,
            BusinessDays days,
            Repayments repayments,
            LatePayments latePayments,
            PostedLines postedLines,
            SheetJournal journal,
            Programmes programmes,
            Submissions submissions,
            Transactions transactions,
            RoundTrips trips) {
        this.sessions = sessions;
        this.days = days;
        this.repayments = repayments;
        this.latePayments = latePayments;
        this.postedLines = postedLines;
        this.journal = journal;
        this.programmes = programmes;
        this.submissions = submissions;
        this.transactions = transactions;
        this.trips = trips;
    }

    /**
     * Posts the one line of a counter sheet.
     *
     * @throws Refused like {@link PostSheet#run}; and {@link SessionRefusal#NO_SESSION_ON_VALUE_DATE}, {@link
     *     SessionRefusal#VALUE_DATE_TOO_FAR_BACK}, {@link SessionRefusal#LATE_RECEIPT_NEEDS_NOTE}, {@link
     *     LoanRefusal#PAID_SINCE}
     */
    public SheetAnswer run(Actor actor, Sheet sheet, LocalDate valueDate) {
        var submission =
                new Submission(sheet.key(), "session.PostLateReceipt", sheet.content() + "\nvalue date " + valueDate);
        return submissions.once(actor, submission, SheetAnswer.class, () -> {
            var today = days.hold(actor.officeId());
            var session = sessions.hold(sheet.sessionId());
            PostSheet.requireOpen(actor, session);
            if (!session.heldOn().equals(today)) {
                throw new Refused(SessionRefusal.SESSION_OF_ANOTHER_DAY, session.heldOn(), today);
            }
            var late = late(sheet, session, valueDate, repayments.lock(PostSheet.loans(sheet)));
            var last = trips.begin();
            var answer =
                    journal.write(last, sheet, new SheetJournal.Where(session, valueDate), late.plan(), late.moves());
            if (answer.journalId() != null) {
                latePayments.post(answer.journalId(), late.moves());
            }
            return new Submissions.Done<>(session.pointId(), today, answer, last);
        });
    }

    /** How many days back a value date may lie on a day. */
    public long daysBack(LocalDate today) {
        return programmes.current().parameters().whole(ParameterCode.LATE_RECEIPT_DAYS, today);
    }

    /** What posting would come to, without posting. */
    public SheetAnswer check(Actor actor, Sheet sheet, LocalDate valueDate) {
        return transactions.read(actor, () -> {
            var session = sessions.get(sheet.sessionId());
            PostSheet.requireOpen(actor, session);
            var plan = late(sheet, session, valueDate, repayments.read(PostSheet.loans(sheet)))
                    .plan();
            int posted = sheet.lines().size() - plan.others().size();
            return new SheetAnswer(null, 0, posted, SheetJournal.cash(plan).amount(), plan.others());
        });
    }

    private Late late(Sheet sheet, TransactionSession session, LocalDate valueDate, LoanDesk desk) {
        requireEarlierSession(sheet, session, valueDate);
        var posted = postedLines.of(PostSheet.lines(sheet));
        if (!posted.isEmpty()) {
            return new Late(plan(sheet, valueDate, desk, posted), Map.of());
        }
        var before = latePayments.before(desk, valueDate);
        var plan = plan(sheet, valueDate, before.desk(), posted);
        Map<LocalDate, List<LoanMovement>> moves = new TreeMap<>();
        plan.planned().forEach(payment -> moves.putAll(latePayments.moves(before, payment)));
        return new Late(plan, moves);
    }

    /** A late receipt holds no deposits, so that what a head may collect is not asked. */
    private static SheetPlan plan(Sheet sheet, LocalDate valueDate, LoanDesk desk, Map<UUID, PostedLine> posted) {
        return new SheetPlanner(sheet, valueDate, new Books(desk, Map.of(), posted, true)).plan();
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

    private record Late(SheetPlan plan, Map<LocalDate, List<LoanMovement>> moves) {}
}
