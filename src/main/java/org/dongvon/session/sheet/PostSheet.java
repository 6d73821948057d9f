package org.dongvon.session.sheet;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
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
 * Posts a group's sheet, or a payment at the counter, as a set: a handful of statements whatever its length, one
 * journal, each line with its own outcome.
 *
 * <p>Locks in the order of the house: business day, session, loans, deposits, voucher counter, allotments, cash box.
 */
@Service
public class PostSheet {

    private final Sessions sessions;
    private final BusinessDays days;
    private final SheetBooks books;
    private final SheetJournal journal;
    private final Submissions submissions;
    private final RoundTrips trips;

    PostSheet(
            Sessions sessions,
            BusinessDays days,
            SheetBooks books,
            SheetJournal journal,
            Submissions submissions,
            RoundTrips trips) {
        this.sessions = sessions;
        this.days = days;
        this.books = books;
        this.journal = journal;
        this.submissions = submissions;
        this.trips = trips;
    }

    /**
     * Posts every line that the rules allow; a retry posts what is missing.
     *
     * @throws Refused as a whole: {@link SessionRefusal#SESSION_CLOSED}, {@link SessionRefusal#SESSION_OF_ANOTHER_DAY},
     *     {@link SessionRefusal#NOT_THE_SESSIONS_TELLER}
     */
    public SheetAnswer run(Actor actor, Sheet sheet) {
        var submission = new Submission(sheet.key(), "session.PostSheet", sheet.content());
        return submissions.once(actor, submission, SheetAnswer.class, () -> post(actor, sheet));
    }

    private Submissions.Done<SheetAnswer> post(Actor actor, Sheet sheet) {
        var trip = trips.begin();
        var today = days.hold(trip, actor.officeId());
        var session = sessions.hold(trip, sheet.sessionId());
        var held = books.lock(trip, sheet);
        trip.send();
        TellersSessions.requireOpen(actor, session.get());
        TellersSessions.requireOf(session.get(), today.get());
        var day = session.get().heldOn();
        var last = trips.begin();
        var answer = journal.write(last, sheet, session.get(), new SheetPlanner(sheet, day, held.get()).plan());
        return new Submissions.Done<>(session.get().pointId(), today.get(), answer, last);
    }

    /** What posting would come to, without posting: the same rules on balances that are not locked. */
    public SheetAnswer check(Actor actor, Sheet sheet, Transactions transactions) {
        return transactions.read(actor, () -> {
            var session = sessions.get(sheet.sessionId());
            TellersSessions.requireOpen(actor, session);
            var plan = new SheetPlanner(sheet, session.heldOn(), books.read(sheet)).plan();
            int posted = sheet.lines().size() - plan.others().size();
            return new SheetAnswer(null, 0, posted, SheetJournal.cash(plan).amount(), plan.others());
        });
    }

    static List<UUID> lines(Sheet sheet) {
        return sheet.lines().stream().map(SheetLine::lineId).toList();
    }

    static List<Long> loans(Sheet sheet) {
        return sheet.lines().stream()
                .map(SheetLine::loanId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
