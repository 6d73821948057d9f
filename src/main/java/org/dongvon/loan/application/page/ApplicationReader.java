package org.dongvon.loan.application.page;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.application.Path;
import org.dongvon.loan.application.Step;
import org.dongvon.loan.application.Transition.Spot;
import org.dongvon.shared.text.Label;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads applications of the reader's scope for their pages. */
@Repository
class ApplicationReader {

    // Each step of each point in scope gives its first rows by the index; so a page costs the scope, not the country.
    private static final String ROWS = """
            select a.code, a.path, a.step, a.borrower_id, p.full_name, p.restricted, g.code as group_code, g.name as group_name,
                   a.programme_id, a.purpose, a.amount, a.term_months, a.interval_months, a.written_on, coalesce(l.whole, l.amount) as approved,
                   l.code as loan, n.number || '-' || n.year as notice, n.pay_on,
                   (select max(e.happened_on) from loan.application_event e
                     where e.application_id = a.id and e.to_step = 'AT_BANK') as received_on
              from unnest(cast(:paths as text[]), cast(:steps as text[])) with ordinality as s (path, step, place)
              cross join lateral (
                   select y.*
                     from organisation.point pt
                     cross join lateral (
                          select x.* from loan.application x
                           where x.point_id = pt.id and x.path = s.path and x.step = s.step
                             and (cast(:group as text) is null
                                  or x.group_id = (select c.id from "group".credit_group c where c.code = :group))
                             and ((select shared.scope_association()) is null or x.association = (select shared.scope_association()))
                             and ((select shared.scope_group()) is null or x.group_id = (select shared.scope_group()))
                             and ((select shared.scope_person()) is null or x.borrower_id = (select shared.scope_person()))
                             and x.id > coalesce((select b.id from loan.application b where b.code = :after), 0)
                           order by x.id
                           limit :most) y
                    where pt.id <@ (select shared.scope())
                    order by y.id
                    limit :most) a
              join household.person p on p.id = a.borrower_id
              left join "group".credit_group g on g.id = a.group_id
              left join loan.approval v on v.application_id = a.id
              left join loan.loan l on l.id = v.loan_id
              left join loan.notice_line w on w.application_id = a.id
              left join loan.notice n on n.id = w.notice_id
             order by s.place, a.id
            """;

    private static final String COUNTS = """
            select a.path, a.step, count(*) as count
              from organisation.point pt
              join loan.application a on a.point_id = pt.id
             where pt.id <@ (select shared.scope())
               and ((select shared.scope_association()) is null or a.association = (select shared.scope_association()))
               and ((select shared.scope_group()) is null or a.group_id = (select shared.scope_group()))
               and ((select shared.scope_person()) is null or a.borrower_id = (select shared.scope_person()))
             group by a.path, a.step
            """;

    private static final String RECEIVED = """
            select r.received_on, count(*) as count
              from organisation.point pt
              join loan.application a on a.point_id = pt.id and a.step = 'AT_BANK'
              cross join lateral (
                   select max(e.happened_on) as received_on from loan.application_event e
                    where e.application_id = a.id and e.to_step = a.step) r
             where pt.id <@ (select shared.scope())
               and ((select shared.scope_association()) is null or a.association = (select shared.scope_association()))
               and ((select shared.scope_group()) is null or a.group_id = (select shared.scope_group()))
               and ((select shared.scope_person()) is null or a.borrower_id = (select shared.scope_person()))
             group by r.received_on
            """;

    private static final String ONE = """
            select a.id, a.code, a.path, a.step, a.borrower_id, p.full_name, p.restricted, g.code as group_code, g.name as group_name,
                   a.programme_id, a.purpose, a.amount, a.term_months, a.interval_months, a.written_on, coalesce(l.whole, l.amount) as approved,
                   l.code as loan, n.number || '-' || n.year as notice, n.pay_on, coalesce(g.hamlet, pt.address) as hamlet, s.name_vi, s.name_en, u.name as point, d.day,
                   (select max(e.happened_on) from loan.application_event e
                     where e.application_id = a.id and e.to_step = 'AT_BANK') as received_on,
                   (select e.reason from loan.application_event e
                     where e.application_id = a.id order by e.id desc limit 1) as reason,
                   exists (select from loan.application_event e
                            where e.application_id = a.id and e.move = 'SEND') as sent,
                   m.id as meeting_id, m.held_on, m.members, o.present, o.in_favour, o.against
              from loan.application a
              join household.person p on p.id = a.borrower_id
              left join "group".credit_group g on g.id = a.group_id
              join organisation.association s on s.code = a.association
              join organisation.unit u on u.id = a.point_id
              join organisation.point pt on pt.id = a.point_id
              join organisation.business_day d on d.office_id = pt.office_id
              left join loan.approval v on v.application_id = a.id
              left join loan.loan l on l.id = v.loan_id
              left join loan.notice_line w on w.application_id = a.id
              left join loan.notice n on n.id = w.notice_id
              left join loan.vote o on o.application_id = a.id
              left join loan.meeting m on m.id = o.meeting_id
             where a.code = :code and a.point_id <@ (select shared.scope())
               and ((select shared.scope_association()) is null or a.association = (select shared.scope_association()))
               and ((select shared.scope_group()) is null or a.group_id = (select shared.scope_group()))
               and ((select shared.scope_person()) is null or a.borrower_id = (select shared.scope_person()))
             order by m.id desc nulls last
             limit 1
            """;

    private static final String WAITING_REQUEST = """
            select c.id from shared.change_request c
             where c.kind = 'loan.decision' and c.subject = :code and c.state = 'WAITING'
             order by c.id desc
             limit 1
            """;

    private static final String MEMBERS = """
            select m.id, p.id as person_id, p.full_name, g.code
              from "group".member m
              join "group".credit_group g on g.id = m.group_id
              join household.person p on p.id = m.person_id
             where m.left_on is null and g.closed_on is null and not p.restricted and g.point_id <@ (select shared.scope())
               and ((select shared.scope_association()) is null or g.association = (select shared.scope_association()))
               and ((select shared.scope_group()) is null or g.id = (select shared.scope_group()))
             order by g.code, m.ordinal
             limit 200
            """;

    private static final String GROUPS = """
            select g.id, g.code, g.name, g.point_id, d.day,
                   (select count(*) from "group".member m
                     where m.group_id = g.id and m.joined_on <= d.day and (m.left_on is null or m.left_on > d.day)) as members
              from "group".credit_group g
              join organisation.point pt on pt.id = g.point_id
              join organisation.business_day d on d.office_id = pt.office_id
             where g.closed_on is null and g.point_id <@ (select shared.scope())
               and ((select shared.scope_association()) is null or g.association = (select shared.scope_association()))
               and ((select shared.scope_group()) is null or g.id = (select shared.scope_group()))
             order by g.code
             limit 2
            """;

    private static final String DAY = """
            select max(d.day) as day
              from organisation.business_day d
              join organisation.point pt on pt.office_id = d.office_id
             where pt.id <@ (select shared.scope())
            """;

    private final JdbcClient db;

    ApplicationReader(JdbcClient db) {
        this.db = db;
    }

    /** The first applications at each of these places, the oldest first. */
    List<Row> rows(Collection<Spot> spots, Asked asked, int most) {
        return db.sql(ROWS)
                .param("paths", spots.stream().map(each -> each.path().name()).toArray(String[]::new))
                .param("steps", spots.stream().map(each -> each.step().name()).toArray(String[]::new))
                .param("group", asked.group().isEmpty() ? null : asked.group())
                .param("after", asked.after())
                .param("most", most)
                .query((row, n) -> row(row))
                .list();
    }

    /** How many applications of the scope are at each place. */
    Map<Spot, Long> counts() {
        Map<Spot, Long> counts = new HashMap<>();
        db.sql(COUNTS).query(row -> {
            counts.put(spot(row), row.getLong("count"));
        });
        return counts;
    }

    /** How many applications at the bank it received on each day. */
    Map<LocalDate, Long> received() {
        Map<LocalDate, Long> received = new HashMap<>();
        db.sql(RECEIVED).query(row -> {
            received.put(row.getObject("received_on", LocalDate.class), row.getLong("count"));
        });
        return received;
    }

    Optional<One> find(String code) {
        return db.sql(ONE).param("code", code).query((row, n) -> one(row)).optional();
    }

    /** The request for a decision that waits for the second person, if the reader sees one. */
    Optional<Long> waitingRequest(String code) {
        return db.sql(WAITING_REQUEST)
                .param("code", code)
                .query((row, n) -> row.getLong("id"))
                .optional();
    }

    /** The members for whom the reader may write an application. */
    List<Member> members() {
        return db.sql(MEMBERS)
                .query((row, n) -> new Member(
                        row.getLong("id"), row.getLong("person_id"), row.getString("full_name"), row.getString("code")))
                .list();
    }

    /** The one group of the reader's scope; none when there are more. */
    Optional<OwnGroup> ownGroup() {
        var groups = db.sql(GROUPS)
                .query((row, n) -> new OwnGroup(
                        row.getLong("id"),
                        row.getString("code"),
                        row.getString("name"),
                        row.getObject("day", LocalDate.class),
                        row.getInt("members")))
                .list();
        return groups.size() == 1 ? Optional.of(groups.getFirst()) : Optional.empty();
    }

    /** The latest open day of the offices in scope. */
    Optional<LocalDate> day() {
        return db.sql(DAY)
                .query((row, n) -> Optional.ofNullable(row.getObject("day", LocalDate.class)))
                .single();
    }

    private static Row row(ResultSet row) throws SQLException {
        var approved = row.getObject("approved", Long.class);
        return new Row(
                row.getString("code"),
                spot(row),
                new Who(row.getLong("borrower_id"), row.getString("full_name"), row.getBoolean("restricted")),
                group(row),
                new Wanted(
                        row.getInt("programme_id"),
                        row.getString("purpose"),
                        new Dong(row.getLong("amount")),
                        row.getInt("term_months"),
                        row.getInt("interval_months")),
                new Days(
                        row.getObject("written_on", LocalDate.class),
                        row.getObject("received_on", LocalDate.class),
                        row.getObject("pay_on", LocalDate.class)),
                new Became(
                        approved == null ? null : new Dong(approved), row.getString("loan"), row.getString("notice")));
    }

    private static Spot spot(ResultSet row) throws SQLException {
        return new Spot(Path.valueOf(row.getString("path")), Step.valueOf(row.getString("step")));
    }

    private static @Nullable Group group(ResultSet row) throws SQLException {
        var code = row.getString("group_code");
        return code == null ? null : new Group(code, row.getString("group_name"));
    }

    private static One one(ResultSet row) throws SQLException {
        var meeting = row.getObject("meeting_id", Long.class);
        return new One(
                row.getLong("id"),
                row(row),
                new Place(
                        row.getString("point"),
                        row.getString("hamlet"),
                        row.getObject("day", LocalDate.class),
                        new Label(row.getString("name_vi"), row.getString("name_en"))),
                row.getString("reason"),
                meeting == null
                        ? null
                        : new Vote(
                                meeting,
                                row.getObject("held_on", LocalDate.class),
                                row.getInt("members"),
                                row.getInt("present"),
                                row.getInt("in_favour"),
                                row.getInt("against")),
                row.getBoolean("sent"));
    }

    /** Which applications a list is asked for. */
    record Asked(String group, String after) {}

    /** A borrower; where processing is restricted the pages do not say who. */
    record Who(long id, String fullName, boolean restricted) {

        /** What pages call the borrower; nothing where they must not say. */
        public @Nullable String name() {
            return restricted ? null : fullName;
        }
    }

    record Group(String code, String name) {}

    record Wanted(int programmeId, String purpose, Dong amount, int months, int interval) {}

    /** When it was written, last received by the bank, and is to be paid out. */
    record Days(
            LocalDate written,
            @Nullable LocalDate received,
            @Nullable LocalDate payOn) {}

    /** What the bank approved, the loan's code, and the number of the notice that names it, such as {@code 3-2024}. */
    record Became(
            @Nullable Dong approved,
            @Nullable String loan,
            @Nullable String notice) {}

    /** An application in a list; a direct one has no group. */
    record Row(String code, Spot spot, Who who, @Nullable Group group, Wanted wanted, Days days, Became became) {

        public Step step() {
            return spot.step();
        }

        public boolean isDirect() {
            return spot.path() == Path.DIRECT;
        }
    }

    record Place(String point, String hamlet, LocalDate openDay, Label association) {}

    /** How the group's meeting voted. */
    record Vote(long meeting, LocalDate heldOn, int members, int present, int inFavour, int against) {}

    /** An application on its own page; the reason is that of its last move, where one was given. */
    record One(
            long id,
            Row row,
            Place place,
            @Nullable String reason,
            @Nullable Vote vote,
            boolean sent) {}

    record Member(long id, long personId, String name, String group) {}

    /** The group of its head, with the open day of its office and its members on that day. */
    record OwnGroup(long id, String code, String name, LocalDate day, int members) {}
}
