package org.dongvon.group.page;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.dongvon.engine.money.Dong;
import org.dongvon.group.GroupRefusal;
import org.dongvon.household.IdentityNumber;
import org.dongvon.shared.Refused;
import org.dongvon.shared.text.Label;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads groups with their boards, places and members. */
@Repository
class GroupFiles {

    private static final String GET = """
            select id, code, name, hamlet, formed_on, closed_on, name_vi, name_en, point_code, point, session_day, office,
                   head_id, head, members
              from "group".v_group_file f
             where code = :code and point_id <@ (select shared.scope())
               and (not (select shared.narrowed())
                    or exists (select from "group".credit_group n
                                where n.id = f.id
                                and ((select shared.scope_association()) is null or n.association = (select shared.scope_association()))
                                and ((select shared.scope_group()) is null or n.id = (select shared.scope_group()))
                                and ((select shared.scope_person()) is null or n.id in (select "group".groups_of_scope_person()))))
            """;

    private static final String OF_POINT = """
            select id, code, name, hamlet, formed_on, closed_on, name_vi, name_en, point_code, point, session_day, office,
                   head_id, head, members
              from "group".v_group_file f
             where point_id = :point and point_id <@ (select shared.scope())
               and (not (select shared.narrowed())
                    or exists (select from "group".credit_group n
                                where n.id = f.id
                                and ((select shared.scope_association()) is null or n.association = (select shared.scope_association()))
                                and ((select shared.scope_group()) is null or n.id = (select shared.scope_group()))
                                and ((select shared.scope_person()) is null or n.id in (select "group".groups_of_scope_person()))))
             order by closed_on is not null, code
            """;

    private static final String IN_SCOPE = """
            select id, code, name, hamlet, formed_on, closed_on, name_vi, name_en, point_code, point, session_day, office,
                   head_id, head, members
              from "group".v_group_file f
             where closed_on is null and point_id <@ (select shared.scope())
               and (not (select shared.narrowed())
                    or exists (select from "group".credit_group n
                                where n.id = f.id
                                and ((select shared.scope_association()) is null or n.association = (select shared.scope_association()))
                                and ((select shared.scope_group()) is null or n.id = (select shared.scope_group()))
                                and ((select shared.scope_person()) is null or n.id in (select "group".groups_of_scope_person()))))
             order by office_code, point_code, code
             limit :most
            """;

    private static final String COUNT_IN_SCOPE = """
            select count(*)
              from "group".credit_group g
             where g.closed_on is null and g.point_id <@ (select shared.scope())
               and ((select shared.scope_association()) is null or g.association = (select shared.scope_association()))
               and ((select shared.scope_group()) is null or g.id = (select shared.scope_group()))
               and ((select shared.scope_person()) is null or g.id in (select "group".groups_of_scope_person()))
            """;

    private static final String MEMBERS = """
            select m.id, m.ordinal, m.office_held, m.monthly_saving, m.joined_on, p.id as person_id, p.full_name,
                   p.identity_last4, p.restricted
              from "group".member m
              join household.person p on p.id = m.person_id
             where m.group_id = :group and m.left_on is null
             order by m.ordinal
            """;

    // Direct points have no groups.
    private static final String POINTS = """
            select u.id, u.code, u.name, pt.session_day, o.name as office,
                   (select count(*) from "group".credit_group g where g.point_id = pt.id and g.closed_on is null) as groups
              from organisation.point pt
              join organisation.unit u on u.id = pt.id
              join organisation.unit o on o.id = pt.office_id
             where not pt.direct and pt.id <@ (select shared.scope())
             order by o.code, u.code
             limit 500
            """;

    private final JdbcClient db;

    GroupFiles(JdbcClient db) {
        this.db = db;
    }

    /**
     * The group of a code.
     *
     * @throws Refused {@link GroupRefusal#UNKNOWN_GROUP} when there is none in scope
     */
    GroupFile get(String code) {
        return db.sql(GET)
                .param("code", code)
                .query((row, n) -> group(row))
                .optional()
                .orElseThrow(() -> new Refused(GroupRefusal.UNKNOWN_GROUP, code));
    }

    /** The groups of a point by code, those that were closed at the end. */
    List<GroupFile> ofPoint(long pointId) {
        return db.sql(OF_POINT)
                .param("point", pointId)
                .query((row, n) -> group(row))
                .list();
    }

    /** The first working groups of the reader's scope, by office, point and code. */
    List<GroupFile> inScope(int most) {
        return db.sql(IN_SCOPE)
                .param("most", most)
                .query((row, n) -> group(row))
                .list();
    }

    /** How many working groups are in the reader's scope. */
    long countInScope() {
        return db.sql(COUNT_IN_SCOPE).query(Long.class).single();
    }

    /** The members of today, as on the group's list. */
    List<Member> members(long groupId) {
        return db.sql(MEMBERS)
                .param("group", groupId)
                .query((row, n) -> new Member(
                        row.getLong("id"),
                        row.getInt("ordinal"),
                        new Who(
                                row.getLong("person_id"),
                                row.getString("full_name"),
                                IdentityNumber.masked(row.getString("identity_last4")),
                                row.getBoolean("restricted")),
                        row.getString("office_held"),
                        new Dong(row.getLong("monthly_saving")),
                        row.getObject("joined_on", LocalDate.class)))
                .list();
    }

    /** The points of the reader's scope that have sessions. */
    List<PointRow> points() {
        return db.sql(POINTS)
                .query((row, n) -> new PointRow(
                        row.getLong("id"),
                        row.getString("code"),
                        row.getString("name"),
                        row.getInt("session_day"),
                        row.getString("office"),
                        row.getLong("groups")))
                .list();
    }

    private static GroupFile group(ResultSet row) throws SQLException {
        return new GroupFile(
                row.getLong("id"),
                row.getString("code"),
                row.getString("name"),
                row.getString("hamlet"),
                new Life(row.getObject("formed_on", LocalDate.class), row.getObject("closed_on", LocalDate.class)),
                new Label(row.getString("name_vi"), row.getString("name_en")),
                new Place(
                        row.getString("point_code"),
                        row.getString("point"),
                        row.getInt("session_day"),
                        row.getString("office")),
                new Board(row.getString("head"), row.getLong("members"), row.getObject("head_id", Long.class)));
    }

    /** A group. */
    record GroupFile(
            long id, String code, String name, String hamlet, Life life, Label association, Place place, Board board) {

        /** The heads of groups: people whom a list of groups names. */
        static List<Long> heads(List<GroupFile> groups) {
            return groups.stream()
                    .flatMap(each -> Stream.ofNullable(each.board().headId()))
                    .toList();
        }
    }

    /** From when to when it works. */
    record Life(LocalDate formedOn, @Nullable LocalDate closedOn) {}

    /** Where and on which day of the month it comes to its session. */
    record Place(String pointCode, String point, int sessionDay, String office) {}

    /** Its head, and how many members it has. */
    record Board(
            @Nullable String head, long members, @Nullable Long headId) {}

    /** A member of today. */
    record Member(long id, int ordinal, Who who, @Nullable String office, Dong monthlySaving, LocalDate joinedOn) {}

    /** A member as the list names them; where processing is restricted it does not say who. */
    record Who(long personId, String fullName, String identity, boolean restricted) {}

    /** A point with the number of its groups. */
    record PointRow(long id, String code, String name, int sessionDay, String office, long groups) {}
}
