package org.dongvon.group.change;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.dongvon.group.GroupRefusal;
import org.dongvon.shared.Refused;
import org.dongvon.shared.text.Label;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What changes of groups look at: the group, its members, households that may join, hamlets, the association's people. */
@Repository
class GroupBook {

    private static final String FIND = """
            select g.id, g.code, g.name, g.hamlet, g.association, a.name_vi, a.name_en, g.point_id, g.formed_on, g.closed_on, p.open_day
              from "group".credit_group g
              join organisation.association a on a.code = g.association
              join organisation.v_point p on p.id = g.point_id
             where g.code = :code and g.point_id <@ (select shared.scope())
               and ((select shared.scope_association()) is null or g.association = (select shared.scope_association()))
               and ((select shared.scope_group()) is null or g.id = (select shared.scope_group()))
               and ((select shared.scope_person()) is null or g.id in (select "group".groups_of_scope_person()))
            """;

    // Whoever changes a group holds it: two that admit the sixtieth member wait for each other.
    private static final String LOCK = """
            select id from "group".credit_group where code = any (:codes) order by id for no key update
            """;

    private static final String MEMBERS = """
            select m.id, m.ordinal, m.office_held, m.household_id, p.id as person_id, p.full_name, p.restricted, h.hamlet
              from "group".member m
              join household.person p on p.id = m.person_id
              join household.household h on h.id = m.household_id
             where m.group_id = :group and m.left_on is null
             order by m.ordinal
            """;

    // Who speaks for a household in a group: whom its 01/UQ names, or else its head. An association is told of
    // households of no group too, but not who lives there.
    private static final String HOUSEHOLDS = """
            select j.household_id as id, j.code, j.hamlet, j.point_id, j.person_id, coalesce(p.full_name, '') as full_name,
                   coalesce(p.restricted, true) as restricted
              from "group".households_to_join(cast(:codes as text[]), :day) j
              left join household.person p on p.id = j.person_id
             where j.point_id <@ (select shared.scope())
             order by j.place
            """;

    private static final String MEMBER_HOUSEHOLDS = """
            select h.code
              from "group".member m
              join household.household h on h.id = m.household_id
             where m.household_id = any (:households) and m.left_on is null
             order by h.code
             limit 1
            """;

    private static final String NEIGHBOURS = """
            select neighbour from "group".adjacent_hamlet where point_id = :point and hamlet = :hamlet order by neighbour
            """;

    // Those that groups, households and declared neighbours of the point name.
    private static final String HAMLETS = """
            select x.hamlet collate public.vi as hamlet
              from (select g.hamlet from "group".credit_group g where g.point_id = :point and g.closed_on is null
                     union
                    select h.hamlet from household.household h where h.point_id = :point
                     union
                    select n.hamlet from "group".adjacent_hamlet n where n.point_id = :point) x
             order by 1
            """;

    private static final String GROUP_OF_HOUSEHOLD = """
            select g.code
              from "group".member m
              join "group".credit_group g on g.id = m.group_id
             where m.household_id = :household and m.left_on is null
             order by m.id
             limit 1
            """;

    private static final String MEMBERS_OF_HOUSEHOLD = """
            select m.id from "group".member m where m.household_id = :household and m.left_on is null order by m.id
            """;

    private static final String STANDING = """
            select p.full_name
              from "group".standing_member s
              join household.person p on p.id = s.person_id
             where s.person_id = any (:people) and s.from_on <= :day and (s.to_on is null or s.to_on > :day)
             order by s.person_id
             limit 1
            """;

    private static final String PEOPLE = """
            select p.id, p.full_name, p.restricted from household.person p where p.id = any (:people) order by p.id
            """;

    private static final String LAST_CONTRACT = """
            select max(valid_from) as last from "group".contract where group_id = :group having count(*) > 0
            """;

    private static final String CODE_TAKEN = """
            select exists (select from "group".credit_group where code = :code) as taken
            """;

    private static final String NAME_OF_POINT = """
            select u.name from organisation.unit u where u.id = :point
            """;

    private static final String POINT = """
            select p.id, v.open_day
              from organisation.v_point_card p
              join organisation.v_point v on v.id = p.id
             where p.code = :code and not p.direct and p.id <@ (select shared.scope())
            """;

    private final JdbcClient db;

    GroupBook(JdbcClient db) {
        this.db = db;
    }

    /**
     * A group of the scope.
     *
     * @throws Refused {@link GroupRefusal#UNKNOWN_GROUP}
     */
    Group get(String code) {
        return find(code).orElseThrow(() -> new Refused(GroupRefusal.UNKNOWN_GROUP, code));
    }

    Optional<Group> find(String code) {
        return db.sql(FIND).param("code", code).query((row, n) -> group(row)).optional();
    }

    /** Holds groups until the transaction ends, in one order. */
    void lock(List<String> codes) {
        db.sql(LOCK)
                .param("codes", codes.toArray(String[]::new))
                .query((row, n) -> row.getLong("id"))
                .list();
    }

    /** The members of today by their numbers. */
    List<Member> members(long groupId) {
        return db.sql(MEMBERS)
                .param("group", groupId)
                .query((row, n) -> new Member(
                        row.getLong("id"),
                        row.getInt("ordinal"),
                        row.getString("office_held"),
                        row.getLong("household_id"),
                        row.getString("hamlet"),
                        person(row, "person_id")))
                .list();
    }

    /** The households of codes with whom they send, in the order of the codes; those out of scope are missing. */
    List<Household> households(Collection<String> codes, LocalDate day) {
        return db.sql(HOUSEHOLDS)
                .param("codes", codes.toArray(String[]::new))
                .param("day", day)
                .query((row, n) -> new Household(
                        row.getLong("id"),
                        row.getString("code"),
                        row.getString("hamlet"),
                        row.getLong("point_id"),
                        person(row, "person_id")))
                .list();
    }

    /** The code of one of the households that is in a group already, if any is. */
    Optional<String> inSomeGroup(Collection<Long> households) {
        return db.sql(MEMBER_HOUSEHOLDS)
                .param("households", households.toArray(Long[]::new))
                .query((row, n) -> row.getString("code"))
                .optional();
    }

    /** The hamlets whose people may join a group of this hamlet, besides its own. */
    List<String> neighbours(long pointId, String hamlet) {
        return db.sql(NEIGHBOURS)
                .param("point", pointId)
                .param("hamlet", hamlet)
                .query((row, n) -> row.getString("neighbour"))
                .list();
    }

    /** The hamlets of a point in the order of their names. */
    List<String> hamlets(long pointId) {
        return db.sql(HAMLETS)
                .param("point", pointId)
                .query((row, n) -> row.getString("hamlet"))
                .list();
    }

    /** The code of the group that a household sends a member to, if it does. */
    Optional<String> groupOf(long household) {
        return db.sql(GROUP_OF_HOUSEHOLD)
                .param("household", household)
                .query((row, n) -> row.getString("code"))
                .optional();
    }

    /** The members that a household sends. */
    List<Long> membersOf(long household) {
        return db.sql(MEMBERS_OF_HOUSEHOLD)
                .param("household", household)
                .query((row, n) -> row.getLong("id"))
                .list();
    }

    /** One of these people who is a standing member of the association on a day. */
    Optional<String> standing(Collection<Long> people, LocalDate day) {
        return db.sql(STANDING)
                .param("people", people.toArray(Long[]::new))
                .param("day", day)
                .query((row, n) -> row.getString("full_name"))
                .optional();
    }

    List<Person> people(Collection<Long> ids) {
        return db.sql(PEOPLE)
                .param("people", ids.toArray(Long[]::new))
                .query((row, n) -> person(row, "id"))
                .list();
    }

    /** Of these people those whom the transaction's scope sees. */
    List<Long> seen(Collection<Long> ids) {
        return people(ids).stream().map(Person::id).toList();
    }

    /** From when the newest contract 11/TD holds, if there is any. */
    Optional<LocalDate> lastContract(long group) {
        return db.sql(LAST_CONTRACT)
                .param("group", group)
                .query((row, n) -> row.getObject("last", LocalDate.class))
                .optional();
    }

    boolean isTaken(String code) {
        return db.sql(CODE_TAKEN).param("code", code).query(Boolean.class).single();
    }

    /**
     * A point of the scope that has sessions.
     *
     * @throws Refused {@link GroupRefusal#UNKNOWN_POINT_OF_GROUPS}
     */
    Point point(String code) {
        return db.sql(POINT)
                .param("code", code)
                .query((row, n) -> new Point(row.getLong("id"), row.getObject("open_day", LocalDate.class)))
                .optional()
                .orElseThrow(() -> new Refused(GroupRefusal.UNKNOWN_POINT_OF_GROUPS, code));
    }

    String nameOf(long pointId) {
        return db.sql(NAME_OF_POINT)
                .param("point", pointId)
                .query((row, n) -> row.getString("name"))
                .single();
    }

    private static Group group(ResultSet row) throws SQLException {
        return new Group(
                row.getLong("id"),
                row.getString("code"),
                row.getString("name"),
                row.getString("hamlet"),
                new Association(
                        row.getString("association"), new Label(row.getString("name_vi"), row.getString("name_en"))),
                row.getLong("point_id"),
                new Life(row.getObject("formed_on", LocalDate.class), row.getObject("closed_on", LocalDate.class)),
                row.getObject("open_day", LocalDate.class));
    }

    private static Person person(ResultSet row, String id) throws SQLException {
        return new Person(row.getLong(id), row.getString("full_name"), row.getBoolean("restricted"));
    }

    /** A group, and the open day of its office. */
    record Group(
            long id,
            String code,
            String name,
            String hamlet,
            Association association,
            long pointId,
            Life life,
            LocalDate openDay) {

        boolean isOpen() {
            return life.closedOn() == null;
        }
    }

    /** Which association leads it. */
    record Association(String code, Label name) {}

    /** From when to when it works. */
    record Life(LocalDate formedOn, @Nullable LocalDate closedOn) {}

    /** A member of today. */
    record Member(long id, int ordinal, @Nullable String office, long householdId, String hamlet, Person person) {}

    /** A household that sends somebody. */
    record Household(long id, String code, String hamlet, long pointId, Person speaker) {}

    /** A person; where processing is restricted pages do not say who. */
    record Person(long id, String name, boolean restricted) {

        public String shown() {
            return restricted ? "•••" : name;
        }
    }

    /** A point by its name. */
    record Place(long pointId, String point) {}

    /** A point and the open day of its office. */
    record Point(long id, LocalDate openDay) {}
}
