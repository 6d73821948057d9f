package org.dongvon.loan.application;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dongvon.loan.application.ApplicationFiles.Application;
import org.dongvon.organisation.SessionCalendar;
import org.dongvon.organisation.Units;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The bank gives notice of what it approved (04/TD): one notice a group, numbered by point and year, with the session on
 * which the loans are paid out.
 */
@Service
public class NotifyApproved {

    // Notices of one point are numbered one after another.
    private static final String LOCK_NUMBERS = """
            select pg_advisory_xact_lock(hashtextextended('loan.notice', :point)) is null as locked
            """;

    private static final String WRITE = """
            with asked as (
                select a.id, a.point_id, a.group_id from loan.application a where a.id = any (:ids)),
            groups as (
                select distinct point_id, group_id from asked),
            notices as (
                insert into loan.notice (point_id, group_id, year, number, issued_on, pay_on, submission)
                select g.point_id, g.group_id, extract(year from cast(:day as date))::smallint,
                       coalesce((select max(n.number) from loan.notice n
                                  where n.point_id = g.point_id and n.year = extract(year from cast(:day as date))), 0)
                           + row_number() over (partition by g.point_id order by g.group_id),
                       :day, :pay_on, :key
                  from groups g
                returning id, group_id)
            insert into loan.notice_line (application_id, notice_id, point_id)
            select a.id, n.id, a.point_id
              from asked a
              join notices n on n.group_id = a.group_id
            """;

    private final ApplicationFiles files;
    private final SessionCalendar calendar;
    private final Units units;
    private final Submissions submissions;
    private final JdbcClient db;

    NotifyApproved(
            ApplicationFiles files, SessionCalendar calendar, Units units, Submissions submissions, JdbcClient db) {
        this.files = files;
        this.calendar = calendar;
        this.units = units;
        this.submissions = submissions;
        this.db = db;
    }

    /**
     * Gives notice; returns how many applications are named.
     *
     * @throws Refused {@link ApplicationRefusal#APPLICATION_ELSEWHERE}, {@link
     *     ApplicationRefusal#NOTICE_NOT_ON_A_SESSION}
     */
    public int run(Actor actor, Wish wish) {
        var submission = new Submission(wish.key(), "loan.NotifyApproved", wish.content());
        return submissions
                .once(actor, submission, Answer.class, () -> give(actor, wish))
                .count();
    }

    private Submissions.Done<Answer> give(Actor actor, Wish wish) {
        actor.requireRole(Role.CREDIT_OFFICER);
        var applications = files.lock(wish.applications());
        var first = applications.getFirst();
        var moves = applications.stream().map(each -> each.by(Move.NOTIFY)).toList();
        checkDay(first, wish.payOn());
        var ids = applications.stream().map(Application::id).toArray(Long[]::new);
        long point = first.place().pointId();
        db.sql(LOCK_NUMBERS).param("point", point).query(Boolean.class).single();
        db.sql(WRITE)
                .param("ids", ids)
                .param("day", first.openDay())
                .param("pay_on", wish.payOn())
                .param("key", wish.key())
                .update();
        files.move(actor, wish.key(), moves, null);
        return new Submissions.Done<>(point, first.openDay(), new Answer(applications.size()));
    }

    private void checkDay(Application any, LocalDate payOn) {
        var point = units.point(any.place().pointId());
        if (payOn.isBefore(any.openDay()) || !calendar.isSessionDay(point, payOn)) {
            throw new Refused(
                    ApplicationRefusal.NOTICE_NOT_ON_A_SESSION, payOn, calendar.nextSession(point, any.openDay()));
        }
    }

    /** Which applications, of one point, are to be paid out on which session. */
    public record Wish(UUID key, List<String> applications, LocalDate payOn) {

        /**
         * The wish.
         *
         * @throws Refused {@link ApplicationRefusal#NOTHING_CHOSEN}
         */
        public Wish {
            applications = applications.stream().distinct().sorted().toList();
            if (applications.isEmpty()) {
                throw new Refused(ApplicationRefusal.NOTHING_CHOSEN);
            }
        }

        String content() {
            return payOn + " " + String.join(" ", applications);
        }
    }

    record Answer(int count) {}
}
