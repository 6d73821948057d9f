package org.dongvon.supervision.rating;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dongvon.shared.text.Label;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads ratings: of a month, of a group, and the records that a score counts. */
@Repository
class RatingFiles {

    private static final String MONTHS = """
            select distinct r.as_of
              from supervision.rating r
             where r.point_id <@ (select shared.scope())
               and (not (select shared.narrowed())
                    or r.group_id in (select g.id from "group".v_credit_group g
                                       where ((select shared.scope_association()) is null or g.association = (select shared.scope_association()))
                                         and ((select shared.scope_group()) is null or g.id = (select shared.scope_group()))))
             order by r.as_of desc
             limit 24
            """;

    // The weakest first: who has to be helped stands on top.
    private static final String OF_MONTH = """
            select r.group_id, r.as_of, r.points, r.class, g.code, g.name, g.name_vi, g.name_en, g.point, g.office, g.head, g.head_id,
                   g.members
              from supervision.rating r
              join "group".v_group_file g on g.id = r.group_id
             where r.as_of = :month and r.point_id <@ (select shared.scope())
               and (not (select shared.narrowed())
                    or exists (select from "group".v_credit_group n
                                where n.id = r.group_id
                                  and ((select shared.scope_association()) is null or n.association = (select shared.scope_association()))
                                  and ((select shared.scope_group()) is null or n.id = (select shared.scope_group()))))
               and (cast(:class as text) is null or r.class = :class)
             order by r.points, g.code
             limit :most
            """;

    private static final String COUNTS = """
            select r.class, count(*)
              from supervision.rating r
              join "group".v_credit_group g on g.id = r.group_id
             where r.as_of = :month and r.point_id <@ (select shared.scope())
               and ((select shared.scope_association()) is null or g.association = (select shared.scope_association()))
               and ((select shared.scope_group()) is null or g.id = (select shared.scope_group()))
             group by r.class
            """;

    private static final String OF_GROUP = """
            select r.group_id, r.as_of, r.points, r.class, g.code, g.name, g.name_vi, g.name_en, g.point, g.office, g.head, g.head_id,
                   g.members
              from "group".v_group_file g
              join supervision.rating r on r.group_id = g.id
             where g.code = :code and g.point_id <@ (select shared.scope())
               and (not (select shared.narrowed())
                    or exists (select from "group".v_credit_group n
                                where n.id = g.id
                                  and ((select shared.scope_association()) is null or n.association = (select shared.scope_association()))
                                  and ((select shared.scope_group()) is null or n.id = (select shared.scope_group()))))
             order by r.as_of desc
            """;

    private static final String KNOWN = """
            select exists (
                select from "group".v_credit_group g
                 where g.code = :code and g.point_id <@ (select shared.scope())
                   and ((select shared.scope_association()) is null or g.association = (select shared.scope_association()))
                   and ((select shared.scope_group()) is null or g.id = (select shared.scope_group()))) as known
            """;

    private static final String LAST = """
            select r.as_of, r.points, r.class
              from supervision.rating r
             where r.group_id = :group
             order by r.as_of desc
             limit 1
            """;

    private static final String SCORES = """
            select s.criterion, s.reached, s.out_of, s.weight, s.points
              from supervision.rating_score s
             where s.group_id = :group and s.as_of = :month
             order by array_position(array['SESSIONS', 'OVERDUE', 'PRINCIPAL', 'INTEREST', 'SAVERS', 'DEPOSITS'], s.criterion)
            """;

    private static final String RECORDS = """
            select c.member_id, c.record, c.reached, c.out_of, m.ordinal, p.id as person_id, p.full_name, p.restricted, s.held_on,
                   s.id as session_id
              from supervision.counted(array[cast(:group as bigint)], :month) c
              left join "group".v_member m on m.id = c.member_id
              left join household.v_person p on p.id = m.person_id
              left join session.v_session s on s.id = case c.criterion when 'SESSIONS' then c.record::bigint end
             where c.criterion = :criterion
             order by s.held_on, m.ordinal, c.record
            """;

    private final JdbcClient db;

    RatingFiles(JdbcClient db) {
        this.db = db;
    }

    /** The last months with ratings, newest first. */
    List<LocalDate> months() {
        return db.sql(MONTHS)
                .query((row, n) -> row.getObject("as_of", LocalDate.class))
                .list();
    }

    /** The groups of a month by points, the weakest first. */
    List<Rating> ofMonth(LocalDate month, @Nullable RatingClass only, int most) {
        return db.sql(OF_MONTH)
                .param("month", month)
                .param("class", only == null ? null : only.name())
                .param("most", most)
                .query((row, n) -> rating(row))
                .list();
    }

    /** How many groups are in which class. */
    List<Count> counts(LocalDate month) {
        return db.sql(COUNTS)
                .param("month", month)
                .query((row, n) -> new Count(RatingClass.valueOf(row.getString("class")), row.getLong("count")))
                .list();
    }

    /** Whether there is such a group in scope. */
    boolean isKnown(String code) {
        return db.sql(KNOWN).param("code", code).query(Boolean.class).single();
    }

    /** All ratings of a group, the newest first. */
    List<Rating> ofGroup(String code) {
        return db.sql(OF_GROUP)
                .param("code", code)
                .query((row, n) -> rating(row))
                .list();
    }

    /** The newest rating of a group in scope. */
    Optional<Standing> last(long groupId) {
        return db.sql(LAST)
                .param("group", groupId)
                .query((row, n) -> standing(row))
                .optional();
    }

    /** The scores of a rating in the order of the criteria. */
    List<Score> scores(Rating rating) {
        return db.sql(SCORES)
                .param("group", rating.group().id())
                .param("month", rating.standing().month())
                .query((row, n) -> new Score(
                        Criterion.valueOf(row.getString("criterion")),
                        row.getLong("reached"),
                        row.getLong("out_of"),
                        row.getInt("weight"),
                        row.getInt("points")))
                .list();
    }

    /** The records that a score counts, as the books knew them at the month's end. */
    List<Counted> records(Rating rating, Criterion criterion) {
        return db.sql(RECORDS)
                .param("group", rating.group().id())
                .param("month", rating.standing().month())
                .param("criterion", criterion.name())
                .query((row, n) -> new Counted(
                        row.getString("record"),
                        row.getObject("held_on", LocalDate.class),
                        row.getObject("person_id") == null
                                ? null
                                : new Member(
                                        row.getInt("ordinal"),
                                        row.getLong("person_id"),
                                        row.getString("full_name"),
                                        row.getBoolean("restricted")),
                        row.getLong("reached"),
                        row.getLong("out_of")))
                .list();
    }

    private static Rating rating(ResultSet row) throws SQLException {
        return new Rating(
                new Group(
                        row.getLong("group_id"),
                        row.getString("code"),
                        row.getString("name"),
                        new Label(row.getString("name_vi"), row.getString("name_en")),
                        row.getString("point"),
                        row.getString("office"),
                        row.getLong("members")),
                row.getString("head"),
                row.getObject("head_id", Long.class),
                standing(row));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getObject("as_of", LocalDate.class),
                row.getInt("points"),
                RatingClass.valueOf(row.getString("class")));
    }

    /** A group as lists of ratings name it. */
    record Group(long id, String code, String name, Label association, String point, String office, long members) {}

    /**
     * What a group reached in a month.
     *
     * @param points hundredths
     */
    record Standing(LocalDate month, int points, RatingClass ratingClass) {}

    /** A group's rating. */
    record Rating(
            Group group, @Nullable String head, @Nullable Long headId, Standing standing) {}

    /**
     * One criterion of a rating.
     *
     * @param points hundredths
     */
    record Score(Criterion criterion, long reached, long outOf, int weight, int points) {}

    /** A record that was counted: a session, or a member's loan or deposit. */
    record Counted(
            @Nullable String record,
            @Nullable LocalDate heldOn,
            @Nullable Member member,
            long reached,
            long outOf) {}

    /** A member as the list names them; where processing is restricted it does not say who. */
    record Member(int ordinal, long personId, String name, boolean restricted) {}

    /** How many groups. */
    record Count(RatingClass ratingClass, long groups) {}
}
