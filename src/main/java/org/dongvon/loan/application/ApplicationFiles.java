package org.dongvon.loan.application;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes applications, their moves and the meetings that chose them. */
@Repository
class ApplicationFiles {

    private static final String INSERT = """
            insert into loan.application
                   (point_id, household_id, borrower_id, group_id, member_id, association, programme_id, purpose, amount,
                    term_months, interval_months, written_on)
            select m.point_id, m.household_id, m.person_id, m.group_id, m.id, g.association, :programme, :purpose, :amount,
                   :term, :interval, d.day
              from "group".member m
              join "group".credit_group g on g.id = m.group_id
              join organisation.point pt on pt.id = m.point_id
              join organisation.business_day d on d.office_id = pt.office_id
             where m.id = :member and m.left_on is null and g.closed_on is null
            returning id, point_id, written_on as open_day
            """;

    // All that happens to a household's applications happens one after another: the cap counts them together.
    private static final String LOCK = """
            select m.id
              from "group".member m
             where m.household_id in (select a.household_id from loan.application a where a.id = any (:ids))
             order by m.id
               for no key update
            """;

    private static final String GET = """
            select a.id, a.point_id, a.household_id, a.group_id, a.programme_id, a.amount, a.term_months, a.step,
                   d.day as open_day
              from loan.application a
              join organisation.point pt on pt.id = a.point_id
              join organisation.business_day d on d.office_id = pt.office_id
             where a.id = any (:ids)
             order by a.id
            """;

    // What the household owes, what is approved and not paid out, and what it has asked for and was not refused.
    private static final String COMMITTED = """
            select coalesce((select sum(p.principal)
                               from loan.loan l
                               join loan.part p on p.loan_id = l.id
                              where l.household_id = :household and l.programme_id = :programme), 0)
                   + coalesce((select sum(l.amount)
                                 from loan.loan l
                                where l.household_id = :household and l.programme_id = :programme and l.stage = 'APPROVED'), 0)
                   + coalesce((select sum(a.amount)
                                 from loan.application a
                                where a.household_id = :household and a.programme_id = :programme and a.id <> :id
                                  and a.step in ('AT_GROUP', 'ACCEPTED', 'AT_COMMUNE', 'CONFIRMED')), 0)
            """;

    private static final String EVENTS = """
            insert into loan.application_event
                   (application_id, point_id, move, from_step, to_step, role, needs_reason, reason, human, submission)
            select n.id, a.point_id, n.move, a.step, n.to_step, :role, :needs_reason, :reason, :human, :key
              from unnest(cast(:ids as bigint[]), cast(:moves as text[]), cast(:to_steps as text[])) as n (id, move, to_step)
              join loan.application a on a.id = n.id
            """;

    private static final String BROUGHT_BY = """
            select exists (select from loan.application_event e
                            where e.application_id = :id and e.move = 'SUBMIT' and e.human = :human)
            """;

    private static final String MEMBERS = """
            select count(*)
              from "group".member m
             where m.group_id = :group and m.joined_on <= :day and (m.left_on is null or m.left_on > :day)
            """;

    private static final String MEETING = """
            insert into loan.meeting (point_id, group_id, held_on, members, present, submission)
            values (:point, :group, :held_on, :members, :present, :key)
            returning id
            """;

    private static final String VOTES = """
            insert into loan.vote (meeting_id, application_id, point_id, present, in_favour, against)
            select :meeting, n.id, :point, :present, n.in_favour, n.against
              from unnest(cast(:ids as bigint[]), cast(:in_favour as smallint[]), cast(:against as smallint[]))
                       as n (id, in_favour, against)
            """;

    private final JdbcClient db;

    ApplicationFiles(JdbcClient db) {
        this.db = db;
    }

    Written write(WriteApplication.Wish wish, int programmeId) {
        return db.sql(INSERT)
                .param("member", wish.memberId())
                .param("programme", programmeId)
                .param("purpose", wish.purpose())
                .param("amount", wish.amount().amount())
                .param("term", wish.months())
                .param("interval", wish.interval())
                .query((row, n) -> new Written(
                        row.getLong("id"), row.getLong("point_id"), row.getObject("open_day", LocalDate.class)))
                .optional()
                .orElseThrow(() -> new Refused(ApplicationRefusal.UNKNOWN_MEMBER));
    }

    /**
     * Applications, locked until the transaction ends.
     *
     * @throws Refused {@link ApplicationRefusal#UNKNOWN_APPLICATION} when one is not there or not in scope
     */
    List<Application> lock(Collection<Long> ids) {
        var keys = ids.toArray(Long[]::new);
        db.sql(LOCK).param("ids", keys).query(Long.class).list();
        var found = db.sql(GET)
                .param("ids", keys)
                .query((row, n) -> new Application(
                        row.getLong("id"),
                        row.getLong("point_id"),
                        row.getLong("household_id"),
                        row.getLong("group_id"),
                        row.getInt("programme_id"),
                        new Dong(row.getLong("amount")),
                        row.getInt("term_months"),
                        Step.valueOf(row.getString("step")),
                        row.getObject("open_day", LocalDate.class)))
                .list();
        if (found.isEmpty() || found.size() != keys.length) {
            throw new Refused(ApplicationRefusal.UNKNOWN_APPLICATION);
        }
        return found;
    }

    Dong committed(Application application) {
        return new Dong(db.sql(COMMITTED)
                .param("household", application.householdId())
                .param("programme", application.programmeId())
                .param("id", application.id())
                .query(Long.class)
                .single());
    }

    boolean wasBroughtBy(long applicationId, long human) {
        return db.sql(BROUGHT_BY)
                .param("id", applicationId)
                .param("human", human)
                .query(Boolean.class)
                .single();
    }

    /** Moves applications by the same person, for the same reason. */
    void move(Actor actor, UUID key, List<Moved> moves, @Nullable String reason) {
        db.sql(EVENTS)
                .param("ids", moves.stream().map(Moved::id).toArray(Long[]::new))
                .param("moves", moves.stream().map(each -> each.move().name()).toArray(String[]::new))
                .param(
                        "to_steps",
                        moves.stream().map(each -> each.move().to().name()).toArray(String[]::new))
                .param("role", actor.role().name())
                .param("needs_reason", reason != null)
                .param("reason", reason)
                .param("human", actor.personId())
                .param("key", key)
                .update();
    }

    int members(long groupId, LocalDate day) {
        return db.sql(MEMBERS)
                .param("group", groupId)
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    long hold(HoldMeeting.Minutes minutes, Application any, int members) {
        long meeting = db.sql(MEETING)
                .param("point", any.pointId())
                .param("group", any.groupId())
                .param("held_on", minutes.heldOn())
                .param("members", members)
                .param("present", minutes.present())
                .param("key", minutes.key())
                .query(Long.class)
                .single();
        var votes = minutes.votes();
        db.sql(VOTES)
                .param("meeting", meeting)
                .param("point", any.pointId())
                .param("present", minutes.present())
                .param(
                        "ids",
                        votes.stream().map(HoldMeeting.Vote::applicationId).toArray(Long[]::new))
                .param(
                        "in_favour",
                        votes.stream().map(v -> (short) v.inFavour()).toArray(Short[]::new))
                .param("against", votes.stream().map(v -> (short) v.against()).toArray(Short[]::new))
                .update();
        return meeting;
    }

    record Written(long id, long pointId, LocalDate openDay) {}

    record Moved(long id, Move move) {}

    record Application(
            long id,
            long pointId,
            long householdId,
            long groupId,
            int programmeId,
            Dong amount,
            int months,
            Step step,
            LocalDate openDay) {}
}
