package org.dongvon.supervision.score;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dongvon.supervision.rating.RatingClass;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads scores of sessions: of a month, of one session, and the records that a criterion counts. */
@Repository
class SessionScores {

    private static final String OF_MONTH = """
            select s.session_id, s.held_on, s.as_of, s.points, s.class, p.code, p.name, p.office_name
              from supervision.session_score s
              join organisation.v_point_card p on p.id = s.point_id
             where s.held_on >= :from and s.held_on < :until and s.point_id <@ (select shared.scope())
             order by s.points, p.code, s.held_on
             limit :most
            """;

    private static final String MONTHS = """
            select distinct date_trunc('month', s.held_on)::date as month
              from supervision.session_score s
             where s.point_id <@ (select shared.scope())
             order by 1 desc
             limit 24
            """;

    private static final String OF_SESSION = """
            select s.session_id, s.held_on, s.as_of, s.points, s.class, p.code, p.name, p.office_name
              from supervision.session_score s
              join organisation.v_point_card p on p.id = s.point_id
             where s.session_id = :session and s.point_id <@ (select shared.scope())
            """;

    private static final String POINTS = """
            select c.criterion, c.reached, c.out_of, c.weight, c.points
              from supervision.session_point c
             where c.session_id = :session
             order by array_position(array['SHEETS', 'INTEREST', 'PRINCIPAL', 'LINES', 'CASH', 'MINUTES', 'ATTENDANCE'], c.criterion)
            """;

    private static final String RECORDS = """
            select c.reached, c.out_of, g.code as group_code, g.name as group_name, p.id as person_id, p.full_name, p.restricted,
                   m.ordinal, v.kind,
                   coalesce(u.code || to_char(j.business_date, '-YY-')
                                || lpad(j.voucher::text, greatest(6, length(j.voucher::text)), '0'), c.record) as known_as
              from supervision.counted_of_session(:session) c
              left join "group".v_credit_group g on g.id = c.group_id
              left join "group".v_member m on m.id = c.member_id
              left join household.v_person p on p.id = m.person_id
              left join session.v_posting v on v.journal_id = case c.criterion when 'LINES' then c.record::bigint end
              left join ledger.v_journal j on j.id = v.journal_id
              left join organisation.v_point_card u on u.id = j.point_id
             where c.criterion = :criterion
             order by g.code, m.ordinal, j.voucher, c.record
            """;

    private final JdbcClient db;

    SessionScores(JdbcClient db) {
        this.db = db;
    }

    /** The last months with scores, newest first. */
    List<LocalDate> months() {
        return db.sql(MONTHS)
                .query((row, n) -> row.getObject("month", LocalDate.class))
                .list();
    }

    /** The sessions of a month, the weakest first. */
    List<Scored> ofMonth(LocalDate month, int most) {
        return db.sql(OF_MONTH)
                .param("from", month)
                .param("until", month.plusMonths(1))
                .param("most", most)
                .query((row, n) -> scored(row))
                .list();
    }

    /** The score of a session; empty before its day is closed. */
    Optional<Scored> of(long session) {
        return db.sql(OF_SESSION)
                .param("session", session)
                .query((row, n) -> scored(row))
                .optional();
    }

    /** By criterion, in their order. */
    List<Point> points(long session) {
        return db.sql(POINTS)
                .param("session", session)
                .query((row, n) -> new Point(
                        SessionCriterion.valueOf(row.getString("criterion")),
                        row.getLong("reached"),
                        row.getLong("out_of"),
                        row.getInt("weight"),
                        row.getInt("points")))
                .list();
    }

    /** The records that a criterion counts. */
    List<Counted> records(long session, SessionCriterion criterion) {
        return db.sql(RECORDS)
                .param("session", session)
                .param("criterion", criterion.name())
                .query((row, n) -> counted(row))
                .list();
    }

    private static Counted counted(ResultSet row) throws SQLException {
        var person = row.getObject("person_id", Long.class);
        return new Counted(
                row.getString("known_as"),
                row.getString("kind"),
                row.getString("group_code") == null
                        ? null
                        : new Group(row.getString("group_code"), row.getString("group_name")),
                person == null
                        ? null
                        : new Member(
                                row.getInt("ordinal"),
                                person,
                                row.getBoolean("restricted") ? null : row.getString("full_name")),
                row.getLong("reached"),
                row.getLong("out_of"));
    }

    private static Scored scored(ResultSet row) throws SQLException {
        return new Scored(
                row.getLong("session_id"),
                new Place(row.getString("code"), row.getString("name"), row.getString("office_name")),
                row.getObject("held_on", LocalDate.class),
                row.getObject("as_of", LocalDate.class),
                row.getInt("points"),
                RatingClass.valueOf(row.getString("class")));
    }

    /** Where a session was held. */
    record Place(String code, String point, String office) {}

    /**
     * The score of a session.
     *
     * @param asOf the day at whose close it was given
     * @param points hundredths
     */
    record Scored(long session, Place place, LocalDate heldOn, LocalDate asOf, int points, RatingClass ratingClass) {}

    /**
     * One criterion.
     *
     * @param points hundredths
     */
    record Point(SessionCriterion criterion, long reached, long outOf, int weight, int points) {}

    /**
     * A record that was counted.
     *
     * @param record a loan's code, a voucher's number, or the difference of the cash
     * @param kind of the voucher
     */
    record Counted(
            @Nullable String record,
            @Nullable String kind,
            @Nullable Group group,
            @Nullable Member member,
            long reached,
            long outOf) {}

    record Group(String code, String name) {}

    /** A member; without a name where processing is restricted. */
    record Member(int ordinal, long personId, @Nullable String name) {}
}
