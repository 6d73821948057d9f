package org.dongvon.supervision.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.text.Label;
import org.dongvon.supervision.meeting.Meetings.Count;
import org.dongvon.supervision.meeting.Meetings.Debt;
import org.dongvon.supervision.meeting.Meetings.Figures;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The figures that a meeting hears of: from the books until the minutes are signed, and as they were then afterwards. */
@Repository
class MeetingFigures {

    // The month's rating is the newest that was made by the day of the figures.
    private static final String OF_BOOKS = """
            with held as materialized (
                select s.id, s.point_id, s.held_on, s.counted_on from session.v_session s where s.id = :session),
            topic as materialized (
                select h.group_id, count(*) filter (where h.topic = 'OUTSTANDING') as loans,
                       coalesce(sum(h.amount) filter (where h.topic = 'OUTSTANDING'), 0)::bigint as outstanding,
                       count(*) filter (where h.topic = 'OVERDUE') as overdue_loans,
                       coalesce(sum(h.amount) filter (where h.topic = 'OVERDUE'), 0)::bigint as overdue,
                       count(*) filter (where h.topic = 'ARREARS') as arrears_loans,
                       coalesce(sum(h.amount) filter (where h.topic = 'ARREARS'), 0)::bigint as arrears,
                       count(*) filter (where h.topic = 'UNCHECKED') as unchecked,
                       count(distinct h.loan_id) filter (where h.topic = 'DUE') as due_loans,
                       coalesce(sum(h.amount) filter (where h.topic = 'DUE'), 0)::bigint as due
                  from held
                  cross join lateral supervision.heard(held.point_id, held.counted_on) h
                 group by h.group_id)
            select held.id as session_id, g.id as group_id, held.point_id,
                   exists (select from session.v_sheet p where p.session_id = held.id and p.group_id = g.id) as handed_in,
                   coalesce(t.loans, 0)::int as loans, coalesce(t.outstanding, 0) as outstanding,
                   coalesce(t.overdue_loans, 0)::int as overdue_loans, coalesce(t.overdue, 0) as overdue,
                   coalesce(t.arrears_loans, 0)::int as arrears_loans, coalesce(t.arrears, 0) as arrears,
                   coalesce(t.unchecked, 0)::int as unchecked, coalesce(t.due_loans, 0)::int as due_loans, coalesce(t.due, 0) as due,
                   r.as_of as rated_on, r.class as rating
              from held
              join "group".v_credit_group g on g.point_id = held.point_id
              left join topic t on t.group_id = g.id
              left join lateral (select v.as_of, v.class
                                   from supervision.v_rating v
                                  where v.group_id = g.id and v.as_of <= held.counted_on
                                  order by v.as_of desc
                                  limit 1) r on true
             where g.formed_on <= held.held_on and (g.closed_on is null or g.closed_on > held.held_on)
            """;

    private static final String FREEZE = """
            insert into supervision.meeting_group (session_id, group_id, point_id, handed_in, loans, outstanding, overdue_loans, overdue,
                                                   arrears_loans, arrears, unchecked, due_loans, due, rated_on, rating)
            """ + OF_BOOKS;

    private static final String LIVE = "select f.*, g.code, g.name from (" + OF_BOOKS + """
            ) f
              join "group".v_credit_group g on g.id = f.group_id
             order by g.code
            """;

    private static final String FROZEN = """
            select f.group_id, f.handed_in, f.loans, f.outstanding, f.overdue_loans, f.overdue, f.arrears_loans, f.arrears, f.unchecked,
                   f.due_loans, f.due, f.rated_on, f.rating, g.code, g.name
              from supervision.meeting_group f
              join "group".v_credit_group g on g.id = f.group_id
             where f.session_id = :session
             order by g.code
            """;

    private static final String RECORDS = """
            select h.on_day, h.amount, m.ordinal, m.person_id, p.full_name, p.restricted, c.code, c.programme_vi, c.programme_en
              from session.v_session s
              cross join lateral supervision.heard(s.point_id, s.counted_on) h
              join "group".v_member m on m.id = h.member_id
              join household.v_person p on p.id = m.person_id
              join loan.v_loan_card c on c.id = h.loan_id
             where s.id = :session and h.group_id = :group and h.topic = :topic
             order by m.ordinal, c.code, h.on_day
            """;

    private final JdbcClient db;

    MeetingFigures(JdbcClient db) {
        this.db = db;
    }

    /** By group, in the order of their codes: kept ones of signed minutes, else what the books say. */
    List<OfGroup> of(long session, boolean signed) {
        return db.sql(signed ? FROZEN : LIVE)
                .param("session", session)
                .query((row, n) -> ofGroup(row))
                .list();
    }

    /** Keeps what the books say; returns of how many groups. */
    int freeze(long session) {
        return db.sql(FREEZE).param("session", session).update();
    }

    /** The records that a figure of a group sums. */
    List<Heard> records(long session, long group, Topic topic) {
        return db.sql(RECORDS)
                .param("session", session)
                .param("group", group)
                .param("topic", topic.name())
                .query((row, n) -> new Heard(
                        row.getInt("ordinal"),
                        row.getLong("person_id"),
                        row.getBoolean("restricted") ? null : row.getString("full_name"),
                        row.getString("code"),
                        new Label(row.getString("programme_vi"), row.getString("programme_en")),
                        row.getObject("on_day", LocalDate.class),
                        new Dong(row.getLong("amount"))))
                .list();
    }

    private static OfGroup ofGroup(ResultSet row) throws SQLException {
        return new OfGroup(
                row.getLong("group_id"),
                row.getString("code"),
                row.getString("name"),
                row.getBoolean("handed_in"),
                new Figures(
                        new Debt(
                                count(row, "loans", "outstanding"),
                                count(row, "overdue_loans", "overdue"),
                                count(row, "arrears_loans", "arrears")),
                        row.getLong("unchecked"),
                        count(row, "due_loans", "due")),
                row.getString("rating"));
    }

    private static Count count(ResultSet row, String loans, String amount) throws SQLException {
        return new Count(row.getLong(loans), new Dong(row.getLong(amount)));
    }

    /** What a meeting hears of. */
    enum Topic {
        OVERDUE,
        ARREARS,
        /** Loans whose use nobody has checked yet (06/TD). */
        UNCHECKED,
        /** Principal that falls due in the next month. */
        DUE
    }

    /**
     * The figures of a group.
     *
     * @param rating its newest class; none before its first rating
     */
    record OfGroup(
            long id,
            String code,
            String name,
            boolean handedIn,
            Figures figures,
            @Nullable String rating) {}

    /**
     * A record behind a figure.
     *
     * @param name empty where processing is restricted
     * @param on when an instalment falls due, or when an unchecked loan was paid out
     */
    record Heard(
            int ordinal,
            long personId,
            @Nullable String name,
            String loan,
            Label programme,
            @Nullable LocalDate on,
            Dong amount) {}
}
