package org.dongvon.session.sheet;

import java.time.LocalDate;
import org.dongvon.loan.LoanRefusal;
import org.dongvon.loan.Repayments;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.session.SessionRefusal;
import org.dongvon.session.Sessions;
import org.dongvon.session.TellersSessions;
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
    private final LateReceipts lateReceipts;
    private final SheetJournal journal;
    private final Submissions submissions;
    private final Transactions transactions;
    private final RoundTrips trips;

    PostLateReceipt(
            Sessions sessions,
            BusinessDays days,
            Repayments repayments,
            LateReceipts lateReceipts,
            SheetJournal journal,
            Submissions submissions,
            Transactions transactions,
            RoundTrips trips) {
        this.sessions = sessions;
        this.days = days;
        this.repayments = repayments;
        this.lateReceipts = lateReceipts;
        this.journal = journal;
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
            TellersSessions.requireOpen(actor, session);
            if (!session.heldOn().equals(today)) {
                throw new Refused(SessionRefusal.SESSION_OF_ANOTHER_DAY, session.heldOn(), today);
            }
            var late = lateReceipts.plan(sheet, session, valueDate, repayments.lock(PostSheet.loans(sheet)));
            var last = trips.begin();
            var answer = journal.write(
                    last, sheet, new SheetJournal.Where(session, today, valueDate), late.plan(), late.moves());
            if (answer.journalId() != null) {
                lateReceipts.post(answer.journalId(), late.moves());
            }
            return new Submissions.Done<>(session.pointId(), today, answer, last);
        });
    }

    /** What posting would come to, without posting. */
    public SheetAnswer check(Actor actor, Sheet sheet, LocalDate valueDate) {
        return transactions.read(actor, () -> {
            var session = sessions.get(sheet.sessionId());
            TellersSessions.requireOpen(actor, session);
            var plan = lateReceipts
                    .plan(sheet, session, valueDate, repayments.read(PostSheet.loans(sheet)))
                    .plan();
            int posted = sheet.lines().size() - plan.others().size();
            return new SheetAnswer(null, 0, posted, SheetJournal.cash(plan).amount(), plan.others());
        });
    }
}
