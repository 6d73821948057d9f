package org.dongvon.notice.making;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dongvon.notice.NoticeRefusal;
import org.dongvon.notice.making.Ahead.People;
import org.dongvon.notice.making.Posted.Days;
import org.dongvon.notice.making.Recipients.Recipient;
import org.dongvon.notice.template.Templates;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.organisation.Unit;
import org.dongvon.organisation.Units;
import org.dongvon.programme.Parameter;
import org.dongvon.programme.ParameterBook;
import org.dongvon.programme.ParameterCode;
import org.dongvon.programme.Programmes;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.dongvon.shared.Transactions;
import org.springframework.stereotype.Service;

/**
 * Makes the messages of an office's day out of what the books say, as a set: run it as often as you like, each cause makes
 * one message for a person. Receipts and overdue principal of the last days are looked through again, so that a run that
 * was left out is made up for; what is to come is told on the open day alone.
 */
@Service
public class MakeMessages {

    private static final String KIND = "notice.MakeMessages";

    private final Recipients recipients;
    private final Posted posted;
    private final Ahead ahead;
    private final MessageBook book;
    private final Templates templates;
    private final Programmes programmes;
    private final Units units;
    private final BusinessDays days;
    private final Submissions submissions;
    private final Transactions transactions;

    MakeMessages(
            Sources sources,
            MessageBook book,
            Templates templates,
            Programmes programmes,
            Units units,
            BusinessDays days,
            Submissions submissions,
            Transactions transactions) {
        this.recipients = sources.recipients();
        this.posted = sources.posted();
        this.ahead = sources.ahead();
        this.book = book;
        this.templates = templates;
        this.programmes = programmes;
        this.units = units;
        this.days = days;
        this.submissions = submissions;
        this.transactions = transactions;
    }

    /**
     * Makes what is missing of a day.
     *
     * @param key of the request; the same key is answered the same
     * @param day the open day or one before it
     * @throws Refused {@link NoticeRefusal#DAY_NOT_COME}
     */
    public Made run(Actor actor, UUID key, Unit office, LocalDate day) {
        actor.requireRole(Role.SYSTEM, Role.LEADER, Role.CREDIT_OFFICER, Role.DIRECTOR);
        var found = transactions.read(actor, () -> find(office.id(), day));
        if (found.isEmpty()) {
            return Made.NOTHING;
        }
        var submission = new Submission(key, KIND, office.code() + " " + day);
        return submissions.once(actor, submission, Made.class, () -> {
            var open = days.hold(office.id());
            var made = book.add(found.drafts(), open, texts(open), key);
            var stopped = book.stop(found.taken().waiting(), key);
            return new Submissions.Done<>(direct(office.id()), open, new Made(made, stopped));
        });
    }

    private Found find(long office, LocalDate day) {
        var open = days.today(office);
        if (day.isAfter(open)) {
            throw new Refused(NoticeRefusal.DAY_NOT_COME, day, open);
        }
        var rules = programmes.current().parameters();
        var people = recipients.of(office);
        var back = rules.whole(ParameterCode.MESSAGE_LOOK_BACK_DAYS, day);
        var looked = new Days(office, day.minusDays(back), day);
        var taken = posted.takenBack(looked, people);
        var drafts = new ArrayList<>(taken.told());
        if (!people.isEmpty()) {
            drafts.addAll(posted.receipts(looked, people));
            drafts.addAll(posted.overdue(looked, people));
            if (day.equals(open)) {
                drafts.addAll(toCome(office, day, people, rules));
            }
        }
        return new Found(book.without(drafts), taken);
    }

    private List<Draft> toCome(long office, LocalDate day, Map<Long, Recipient> people, ParameterBook rules) {
        int near = Math.toIntExact(rules.whole(ParameterCode.MESSAGE_SESSION_DAYS, day));
        var until = day.plusDays(rules.whole(ParameterCode.MESSAGE_INSTALMENT_DAYS, day));
        var maturing = day.plusDays(rules.whole(ParameterCode.TERM_MATURITY_AHEAD_DAYS, day));
        var adjust = adjustmentDays(rules, day);
        var all = new People(people, ahead.loans(people));
        var drafts = new ArrayList<Draft>();
        drafts.addAll(ahead.sessions(office, day, near, all));
        drafts.addAll(ahead.instalments(day.plusDays(near), until, adjust, all));
        drafts.addAll(ahead.moved(office, day, all));
        drafts.addAll(ahead.maturing(day, maturing, all));
        return drafts;
    }

    /** The rule of the day; of its first day where it is older than the rule. */
    private static String adjustmentDays(ParameterBook rules, LocalDate day) {
        var code = ParameterCode.ADJUSTMENT_REQUEST_DAYS;
        return rules.find(code, day)
                .or(() -> rules.rows().stream()
                        .filter(row -> row.code() == code)
                        .min(Comparator.comparing(Parameter::validFrom)))
                .map(Parameter::value)
                .orElseThrow(() -> new IllegalStateException("no rule " + code));
    }

    private MessageBook.Wording texts(LocalDate day) {
        var plain = programmes
                .current()
                .parameters()
                .value(ParameterCode.MESSAGE_LETTERS, day)
                .equals("PLAIN");
        return new MessageBook.Wording(templates.on(day), plain);
    }

    /** Where the office's own records lie. */
    private long direct(long office) {
        return units.pointsOf(office).stream()
                .filter(point -> point.isDirect())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("office " + office + " has no direct point"))
                .id();
    }

    /** What a run came to. */
    public record Made(int made, int stopped) {

        static final Made NOTHING = new Made(0, 0);

        /** Both together. */
        public Made plus(Made other) {
            return new Made(made + other.made, stopped + other.stopped);
        }
    }

    /** What there is to make and to stop. */
    private record Found(List<Draft> drafts, Posted.TakenBack taken) {

        boolean isEmpty() {
            return drafts.isEmpty() && taken.waiting().isEmpty();
        }
    }
}
