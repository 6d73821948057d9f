package org.dongvon.loan.application;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.application.Transition.Spot;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes applications, their moves and the meetings that chose them. */
@Repository
class ApplicationFiles {

    private static final String INSERT = """
            with member as (
                select shared.new_id('loan.application_id') as id, m.id as member_id, m.point_id, m.household_id, m.person_id,
                       m.group_id, g.association, u.code as point, d.day
                  from "group".member m
                  join "group".credit_group g on g.id = m.group_id
                  join organisation.point pt on pt.id = m.point_id
                  join organisation.unit u on u.id = m.point_id
                  join organisation.business_day d on d.office_id = pt.office_id
                 where m.id = :member and m.left_on is null and g.closed_on is null)
            insert into loan.application
                   (id, code, path, point_id, household_id, borrower_id, group_id, member_id, association, programme_id,
                    purpose, amount, term_months, interval_months, written_on)
            select m.id, m.point || '-HS' || (m.id & ((1::bigint << 47) - 1)), 'ENTRUSTED', m.point_id, m.household_id, m.person_id,
                   m.group_id, m.member_id, m.association, :programme, :purpose, :amount, :term, :interval, m.day
              from member m
            returning code, point_id, written_on as open_day
            """;

    // All that happens to a household's applications happens one after another: the cap counts them together. Locked in
    // the order of households, so that two lists never wait in a circle.
    private static final String LOCK = """
            select pg_advisory_xact_lock(hashtextextended('loan.application', h.household_id)) is null as locked
              from (select distinct a.household_id
                      from loan.application a
                     where a.code = any (:codes) and a.point_id <@ (select shared.scope())
                     order by a.household_id) h
            """;

    private static final String GET = """
            select a.id, a.code, a.point_id, pt.office_id, a.household_id, a.borrower_id, a.group_id, a.member_id,
                   a.programme_id, a.amount, a.term_months, a.interval_months, a.path, a.step, d.day as open_day
              from loan.application a
              join organisation.point pt on pt.id = a.point_id
              join organisation.business_day d on d.office_id = pt.office_id
             where a.code = any (:codes) and a.point_id <@ (select shared.scope())
               and ((select shared.scope_association()) is null or a.association = (select shared.scope_association()))
               and ((select shared.scope_group()) is null or a.group_id = (select shared.scope_group()))
               and ((select shared.scope_person()) is null or a.borrower_id = (select shared.scope_person()))
             order by a.id
            """;

    private static final String OF_LOANS = """
            select a.code
              from loan.approval v
              join loan.application a on a.id = v.application_id
             where v.loan_id = any (:loans)
            """;

    // What the household or the borrower owes, what is approved and not paid out, and what is asked for and was not
    // refused.
    private static final String COMMITTED = """
            select coalesce((select sum(p.principal)
                               from loan.loan l
                               join loan.part p on p.loan_id = l.id
                              where l.household_id = :household and l.programme_id = :programme and l.id <> :loan
                                and (l.borrower_id = :borrower or not :own)), 0)
                   + coalesce((select sum(case l.stage when 'APPROVED' then l.amount else l.undrawn end)
                                 from loan.loan l
                                where l.household_id = :household and l.programme_id = :programme and l.id <> :loan
                                  and l.stage in ('APPROVED', 'ACTIVE')
                                  and (l.borrower_id = :borrower or not :own)), 0)
                   + coalesce((select sum(a.amount)
                                 from loan.application a
                                where a.household_id = :household and a.programme_id = :programme and a.id <> :id
                                  and (a.borrower_id = :borrower or not :own)
                                  and a.step = any (:open)), 0)
            """;

    private static final String PROGRAMMES_HELD = """
            select l.programme_id
              from loan.loan l
             where l.household_id = :household and l.id <> :loan
               and (l.stage = 'APPROVED'
                    or exists (select from loan.part p where p.loan_id = l.id and p.principal > 0))
             union
            select a.programme_id
              from loan.application a
             where a.household_id = :household and a.id <> :id and a.step = any (:open)
            """;

    private static final String EVENTS = """
            insert into loan.application_event
                   (application_id, path, point_id, move, from_step, to_step, role, needs_reason, reason, human, happened_on,
                    submission)
            select n.id, a.path, a.point_id, n.move, a.step, n.to_step, :role, :needs_reason, :reason, :human, d.day, :key
              from unnest(cast(:ids as bigint[]), cast(:moves as text[]), cast(:to_steps as text[])) as n (id, move, to_step)
              join loan.application a on a.id = n.id
              join organisation.point pt on pt.id = a.point_id
              join organisation.business_day d on d.office_id = pt.office_id
            """;

    private static final String HAD_A_HAND = """
            select exists (select from loan.application_event e
                            where e.application_id = any (:ids) and e.move = any (:of_one_each) and e.human = :human)
            """;

    private static final String MEMBERS = """
            select count(*)
              from "group".v_membership m
             where m.group_id = :group and m.from_on <= :day and (m.to_on is null or m.to_on > :day)
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

    /** An application at one of these steps counts against the cap: it is asked for, and no loan yet. */
    static final String[] OPEN = Stream.of(Step.values())
            .filter(step -> !step.isEnd()
                    && step != Step.DRAFT
                    && step != Step.APPROVED
                    && step != Step.NOTIFIED
                    && step != Step.CONTRACTED)
            .map(Step::name)
            .toArray(String[]::new);

    private static final String[] OF_ONE_EACH = Stream.of(Move.values())
            .filter(Move::isOfOnePersonEach)
            .map(Move::name)
            .toArray(String[]::new);

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
                        row.getString("code"), row.getLong("point_id"), row.getObject("open_day", LocalDate.class)))
                .optional()
                .orElseThrow(() -> new Refused(ApplicationRefusal.UNKNOWN_MEMBER));
    }

    /**
     * Applications, with all else that their households apply for locked until the transaction ends.
     *
     * @throws Refused {@link ApplicationRefusal#UNKNOWN_APPLICATION} when one is not there or not in scope
     */
    List<Application> lock(Collection<String> codes) {
        var keys = codes.toArray(String[]::new);
        db.sql(LOCK).param("codes", keys).query(Boolean.class).list();
        return get(keys);
    }

    /**
     * An application as it is now.
     *
     * @throws Refused {@link ApplicationRefusal#UNKNOWN_APPLICATION} when it is not there or not in scope
     */
    Application get(String code) {
        return get(new String[] {code}).getFirst();
    }

    /** The applications that became these loans; none for loans that came from no application. */
    List<Application> ofLoans(Collection<Long> loanIds) {
        var codes = db.sql(OF_LOANS)
                .param("loans", loanIds.toArray(Long[]::new))
                .query(String.class)
                .list();
        return codes.isEmpty() ? List.of() : get(codes.toArray(String[]::new));
    }

    private List<Application> get(String[] keys) {
        var found = db.sql(GET)
                .param("codes", keys)
                .query((row, n) -> new Application(
                        row.getLong("id"),
                        row.getString("code"),
                        new Place(row.getLong("point_id"), row.getLong("office_id")),
                        new Who(
                                row.getLong("household_id"),
                                row.getLong("borrower_id"),
                                row.getObject("group_id", Long.class),
                                row.getObject("member_id", Long.class)),
                        row.getInt("programme_id"),
                        new Asked(
                                new Dong(row.getLong("amount")),
                                row.getInt("term_months"),
                                row.getInt("interval_months")),
                        new Spot(Path.valueOf(row.getString("path")), Step.valueOf(row.getString("step"))),
                        row.getObject("open_day", LocalDate.class)))
                .list();
        if (found.isEmpty() || found.size() != keys.length) {
            throw new Refused(ApplicationRefusal.UNKNOWN_APPLICATION);
        }
        return found;
    }

    /** What is owed, approved or asked for beside the application under its programme. */
    Dong committed(Application application, boolean byBorrowerAlone) {
        return committed(Debtor.beside(application), application.programmeId(), byBorrowerAlone);
    }

    /** What is owed, approved or asked for under a programme. */
    Dong committed(Debtor debtor, int programmeId, boolean byBorrowerAlone) {
        return new Dong(db.sql(COMMITTED)
                .param("household", debtor.householdId())
                .param("borrower", debtor.borrowerId())
                .param("own", byBorrowerAlone)
                .param("programme", programmeId)
                .param("loan", debtor.exceptLoan())
                .param("id", debtor.exceptApplication())
                .param("open", OPEN)
                .query(Long.class)
                .single());
    }

    /** The programmes under which the household owes, is approved or applies. */
    List<Integer> programmesHeld(Debtor debtor) {
        return db.sql(PROGRAMMES_HELD)
                .param("household", debtor.householdId())
                .param("loan", debtor.exceptLoan())
                .param("id", debtor.exceptApplication())
                .param("open", OPEN)
                .query((row, n) -> row.getInt("programme_id"))
                .list();
    }

    /**
     * Nobody makes two of the moves of which each wants a person of its own.
     *
     * @throws Refused {@link ApplicationRefusal#APPLICATION_SAME_PERSON}
     */
    void requireAnother(List<Application> applications, long human) {
        if (db.sql(HAD_A_HAND)
                .param("ids", applications.stream().map(Application::id).toArray(Long[]::new))
                .param("of_one_each", OF_ONE_EACH)
                .param("human", human)
                .query(Boolean.class)
                .single()) {
            throw new Refused(ApplicationRefusal.APPLICATION_SAME_PERSON);
        }
    }

    /** Moves applications by the same person, for the same reason. */
    void move(Actor actor, UUID key, List<Moved> moves, @Nullable String reason) {
        db.sql(EVENTS)
                .param("ids", moves.stream().map(Moved::id).toArray(Long[]::new))
                .param("moves", moves.stream().map(each -> each.move().name()).toArray(String[]::new))
                .param("to_steps", moves.stream().map(each -> each.to().name()).toArray(String[]::new))
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

    long hold(HoldMeeting.Minutes minutes, List<Application> applications, int members) {
        var any = applications.getFirst();
        long meeting = db.sql(MEETING)
                .param("point", any.place().pointId())
                .param("group", any.who().groupId())
                .param("held_on", minutes.heldOn())
                .param("members", members)
                .param("present", minutes.present())
                .param("key", minutes.key())
                .query(Long.class)
                .single();
        var votes = minutes.votes();
        db.sql(VOTES)
                .param("meeting", meeting)
                .param("point", any.place().pointId())
                .param("present", minutes.present())
                .param(
                        "ids",
                        votes.stream()
                                .map(vote -> id(applications, vote.application()))
                                .toArray(Long[]::new))
                .param(
                        "in_favour",
                        votes.stream().map(v -> (short) v.inFavour()).toArray(Short[]::new))
                .param("against", votes.stream().map(v -> (short) v.against()).toArray(Short[]::new))
                .update();
        return meeting;
    }

    private static Long id(List<Application> applications, String code) {
        return applications.stream()
                .filter(each -> each.code().equals(code))
                .map(Application::id)
                .findFirst()
                .orElseThrow(() -> new Refused(ApplicationRefusal.UNKNOWN_APPLICATION));
    }

    record Written(String code, long pointId, LocalDate openDay) {}

    /** A move that an application makes, and where it leads. */
    record Moved(long id, Move move, Step to) {}

    /** An application as the rules look at it. */
    record Application(
            long id, String code, Place place, Who who, int programmeId, Asked asked, Spot spot, LocalDate openDay) {

        Step step() {
            return spot.step();
        }

        boolean isDirect() {
            return spot.path() == Path.DIRECT;
        }

        /**
         * Where a move leads from here.
         *
         * @throws Refused {@link ApplicationRefusal#APPLICATION_ELSEWHERE}
         */
        Moved by(Move move) {
            return new Moved(
                    id,
                    move,
                    Transition.target(spot.path(), move, spot.step())
                            .orElseThrow(() -> new Refused(ApplicationRefusal.APPLICATION_ELSEWHERE, code)));
        }
    }

    record Place(long pointId, long officeId) {}

    /** Whose it is; a direct application has no group. */
    record Who(
            long householdId,
            long borrowerId,
            @Nullable Long groupId,
            @Nullable Long memberId) {}

    record Asked(Dong amount, int months, int interval) {}

    /** A household and one who borrows for it, beside an application or a loan of theirs; 0 is none. */
    record Debtor(long householdId, long borrowerId, long exceptApplication, long exceptLoan) {

        static Debtor beside(Application application) {
            return new Debtor(application.who().householdId(), application.who().borrowerId(), application.id(), 0);
        }
    }
}
