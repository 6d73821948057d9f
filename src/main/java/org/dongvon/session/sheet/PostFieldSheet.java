package org.dongvon.session.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dongvon.loan.LatePayments;
import org.dongvon.loan.LoanMovement;
import org.dongvon.loan.Repayments;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.session.SessionRefusal;
import org.dongvon.session.Sessions;
import org.dongvon.session.TellersSessions;
import org.dongvon.session.TransactionSession;
import org.dongvon.session.sheet.SheetAnswer.LineResult;
import org.dongvon.session.sheet.SheetAnswer.Outcome;
import org.dongvon.session.sheet.SheetPlanner.Books;
import org.dongvon.session.sheet.SheetPlanner.SheetPlan;
import org.dongvon.shared.Actor;
import org.dongvon.shared.RefusalNote;
import org.dongvon.shared.Refused;
import org.dongvon.shared.RoundTrips;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.springframework.stereotype.Service;

/**
 * Posts a sheet that a device recorded in the field, with the session's day as value date: like {@link PostSheet} on that
 * day, and on a later open day when the session was carried over its close. What became overdue meanwhile is then undone
 * first, as with a late receipt; a loan that moved on a later value date is refused, and its line alone.
 */
@Service
public class PostFieldSheet {

    private final Sessions sessions;
    private final BusinessDays days;
    private final SheetBooks books;
    private final SheetJournal journal;
    private final Late late;
    private final Submissions submissions;

    PostFieldSheet(
            Sessions sessions,
            BusinessDays days,
            SheetBooks books,
            SheetJournal journal,
            Late late,
            Submissions submissions) {
        this.sessions = sessions;
        this.days = days;
        this.books = books;
        this.journal = journal;
        this.late = late;
        this.submissions = submissions;
    }

    /**
     * Posts every line that the rules allow.
     *
     * @throws Refused as a whole: {@link SessionRefusal#SESSION_CLOSED}, {@link SessionRefusal#NOT_THE_SESSIONS_TELLER}
     */
    public SheetAnswer run(Actor actor, Sheet sheet) {
        var submission = new Submission(sheet.key(), "session.PostFieldSheet", sheet.content());
        return submissions.once(actor, submission, SheetAnswer.class, () -> {
            var today = days.hold(actor.officeId());
            var session = sessions.hold(sheet.sessionId());
            TellersSessions.requireOpen(actor, session);
            return post(sheet, session, today);
        });
    }

    /**
     * Posts what two persons agreed on, inside their submission, whose key is the sheet's.
     *
     * @throws Refused {@link SessionRefusal#SESSION_CLOSED}
     */
    public SheetAnswer settle(Sheet sheet) {
        var today = days.hold(sessions.get(sheet.sessionId()).officeId());
        var session = sessions.hold(sheet.sessionId());
        if (session.state() != TransactionSession.State.OPEN) {
            throw new Refused(SessionRefusal.SESSION_CLOSED, session.heldOn());
        }
        var done = post(sheet, session, today);
        var last = done.last();
        if (last != null) {
            last.send();
        }
        return done.answer();
    }

    private Submissions.Done<SheetAnswer> post(Sheet sheet, TransactionSession session, LocalDate today) {
        var trip = late.trips.begin();
        var held = books.lock(trip, sheet);
        trip.send();
        var day = session.heldOn();
        var plan = day.equals(today)
                ? new Planned(new SheetPlanner(sheet, day, held.get()).plan(), Map.of())
                : late.plan(sheet, day, held.get());
        var last = late.trips.begin();
        var where = new SheetJournal.Where(session, today, day);
        var answer = journal.write(last, sheet, where, plan.plan(), plan.moves());
        if (answer.journalId() != null) {
            late.payments.post(answer.journalId(), plan.moves());
        }
        return new Submissions.Done<>(session.pointId(), today, answer, last);
    }

    /** What a sheet will do, with the moves between parts by value date. */
    record Planned(SheetPlan plan, Map<LocalDate, List<LoanMovement>> moves) {}

    /** Plans a sheet that comes after the close of its day. */
    @org.springframework.stereotype.Component
    static class Late {

        private final LatePayments payments;
        private final Repayments repayments;
        private final RoundTrips trips;

        Late(LatePayments payments, Repayments repayments, RoundTrips trips) {
            this.payments = payments;
            this.repayments = repayments;
            this.trips = trips;
        }

        Planned plan(Sheet sheet, LocalDate valueDate, Books books) {
            var since = payments.paidSince(PostSheet.loans(sheet), valueDate);
            var loans = PostSheet.loans(sheet).stream()
                    .filter(loan -> !since.containsKey(loan))
                    .toList();
            var before = payments.before(repayments.lock(loans), valueDate);
            var plan = new SheetPlanner(
                            sheet,
                            valueDate,
                            new Books(
                                    before.desk(),
                                    books.accounts(),
                                    books.posted(),
                                    books.headMayCollectDeposits(),
                                    books.taken()))
                    .plan();
            Map<LocalDate, List<LoanMovement>> moves = new TreeMap<>();
            plan.planned()
                    .forEach(payment -> payments.moves(before, payment)
                            .forEach((day, ofDay) -> moves.computeIfAbsent(day, each -> new ArrayList<>())
                                    .addAll(ofDay)));
            return new Planned(new SheetPlan(named(sheet, plan, since), plan.planned(), plan.deposits()), moves);
        }

        /** A line whose loan moved since says so, instead of that the desk does not know the loan. */
        private static List<LineResult> named(Sheet sheet, SheetPlan plan, Map<Long, Refused> since) {
            Map<java.util.UUID, RefusalNote> notes = new java.util.HashMap<>();
            for (var line : sheet.lines()) {
                var refused = line.loanId() == null ? null : since.get(line.loanId());
                if (refused != null) {
                    notes.put(line.lineId(), RefusalNote.of(refused));
                }
            }
            return plan.others().stream()
                    .map(result -> result.outcome() == Outcome.REFUSED && notes.containsKey(result.lineId())
                            ? new LineResult(result.lineId(), Outcome.REFUSED, notes.get(result.lineId()))
                            : result)
                    .toList();
        }
    }
}
