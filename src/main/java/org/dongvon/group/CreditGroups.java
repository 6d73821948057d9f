package org.dongvon.group;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Forms groups, admits members, finds them. */
@Repository
public class CreditGroups {

    private static final String GET = """
            select g.id, g.point_id, g.code, g.name, g.hamlet, g.association, p.full_name as head
              from "group".credit_group g
              left join "group".member m on m.group_id = g.id and m.office_held = 'HEAD' and m.left_on is null
              left join household.person p on p.id = m.person_id
             where g.id = :id
            """;

    private static final String OF_POINT = """
            select g.id, g.point_id, g.code, g.name, g.hamlet, g.association, p.full_name as head
              from "group".credit_group g
              left join "group".member m on m.group_id = g.id and m.office_held = 'HEAD' and m.left_on is null
              left join household.person p on p.id = m.person_id
             where g.point_id = :point and g.closed_on is null
             order by g.code
            """;

    private static final String FORM = """
            insert into "group".credit_group (point_id, code, name, hamlet, association, formed_on)
            values (:point, :code, :name, :hamlet, :association, :formed_on)
            returning id
            """;

    private static final String ADMIT = """
            with new as (
                select shared.new_id('"group".member_id') as id, n.*
                  from unnest(cast(:households as bigint[]), cast(:people as bigint[]),
                              cast(:savings as bigint[]), cast(:offices as text[])) with ordinality
                           as n (household_id, person_id, monthly_saving, office_held, place)),
            base as (
                select coalesce(max(ordinal), 0) as last from "group".member where group_id = :group),
            members as (
                insert into "group".member
                       (id, group_id, point_id, household_id, person_id, ordinal, office_held, monthly_saving, joined_on)
                select n.id, :group, g.point_id, n.household_id, n.person_id, base.last + n.place, n.office_held,
                       n.monthly_saving, :joined_on
                  from new n, base, "group".credit_group g
                 where g.id = :group)
            select id from new order by place
            """;

    private static final String MEMBERS = """
            select count(*) from "group".member where group_id = :group and left_on is null
            """;

    private static final RowMapper<CreditGroup> GROUP = (row, n) -> new CreditGroup(
            row.getLong("id"),
            row.getLong("point_id"),
            row.getString("code"),
            row.getString("name"),
            row.getString("hamlet"),
            row.getString("association"),
            row.getString("head"));

    private final JdbcClient db;
    private final GroupSize size;

    CreditGroups(JdbcClient db, GroupSize size) {
        this.db = db;
        this.size = size;
    }

    /**
     * The group of an identifier, with its head.
     *
     * @throws Refused {@link GroupRefusal#UNKNOWN_GROUP} when there is none in scope
     */
    public CreditGroup get(long id) {
        return db.sql(GET)
                .param("id", id)
                .query(GROUP)
                .optional()
                .orElseThrow(() -> new Refused(GroupRefusal.UNKNOWN_GROUP, id));
    }

    /** The active groups of a point, by code. */
    public List<CreditGroup> ofPoint(long pointId) {
        return db.sql(OF_POINT).param("point", pointId).query(GROUP).list();
    }

    /** Forms a group; returns its id. */
    public long form(long pointId, NewGroup group) {
        return db.sql(FORM)
                .param("point", pointId)
                .param("code", group.code())
                .param("name", group.name())
                .param("hamlet", group.hamlet())
                .param("association", group.association())
                .param("formed_on", group.formedOn())
                .query(Long.class)
                .single();
    }

    /**
     * Admits members in the order given; returns their ids.
     *
     * @throws Refused {@link GroupRefusal#GROUP_FULL} when the group would have more members than the rule of that day
     */
    public List<Long> admit(long groupId, LocalDate joinedOn, List<NewMember> members) {
        int current =
                db.sql(MEMBERS).param("group", groupId).query(Integer.class).single();
        size.requireRoom(current, members.size(), joinedOn);
        return seat(groupId, joinedOn, members);
    }

    /** Seats members whose predecessors leave the group at once, so that it does not grow; returns their ids. */
    public List<Long> seat(long groupId, LocalDate joinedOn, List<NewMember> members) {
        return db.sql(ADMIT)
                .param("group", groupId)
                .param("joined_on", joinedOn)
                .param(
                        "households",
                        members.stream().map(NewMember::householdId).toArray(Long[]::new))
                .param("people", members.stream().map(NewMember::personId).toArray(Long[]::new))
                .param(
                        "savings",
                        members.stream().map(m -> m.monthlySaving().amount()).toArray(Long[]::new))
                .param("offices", members.stream().map(CreditGroups::office).toArray(String[]::new))
                .query((row, n) -> row.getLong("id"))
                .list();
    }

    private static @Nullable String office(NewMember member) {
        var office = member.office();
        return office == null ? null : office.name();
    }

    /** A group as its founding minutes say. */
    public record NewGroup(String code, String name, String hamlet, String association, LocalDate formedOn) {}

    /** A member with the deposit of the group's convention. */
    public record NewMember(
            long householdId,
            long personId,
            Dong monthlySaving,
            @Nullable Office office) {}

    /** An office on the group's board. */
    public enum Office {
        HEAD,
        DEPUTY
    }
}
