package org.dongvon.household.person;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.dongvon.household.Born;
import org.dongvon.household.HouseholdRefusal;
import org.dongvon.household.Households.Sex;
import org.dongvon.household.person.PersonFile.Restriction;
import org.dongvon.household.person.PersonFile.Sight;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes what is kept about one person. */
@Repository
class PersonFiles {

    private static final String GET = """
            select p.id, p.full_name, p.born_on, p.born_year_only, p.sex, p.identity_last4, p.restricted, h.code as household, h.hamlet,
                   p.point_id, u.name as point, o.name as office, d.day as open_day
              from household.person p
              join household.household h on h.id = p.household_id
              join organisation.point pt on pt.id = p.point_id
              join organisation.unit u on u.id = p.point_id
              join organisation.unit o on o.id = pt.office_id
              join organisation.business_day d on d.office_id = pt.office_id
             where p.id = :id and p.point_id <@ (select shared.scope())
               and ((select shared.scope_person()) is null or p.id = (select shared.scope_person()))
            """;

    // One change of a person at a time.
    private static final String LOCK = """
            select p.id from household.person p where p.id = :id and p.point_id <@ (select shared.scope()) for no key update
            """;

    private static final String RESTRICTIONS = """
            select r.restricted, r.reason, s.recorded_at, w.full_name as who
              from household.restriction r
              join shared.submission s on s.key = r.submission
              left join organisation.v_staff w on w.id = s.actor_id
             where r.person_id = :id
             order by r.id desc
            """;

    private static final String SEEN = """
            select s.id, s.at, w.full_name as who, s.role, s.kind, s.page, s.purpose, s.note
              from household.seen_of_people(cast(array[:id] as bigint[]), :before, :most) f
              join household.seen s on s.id = f.seen_id
              left join organisation.v_staff w on w.id = s.account_id
             order by s.id desc
            """;

    private static final String RESTRICT = """
            insert into household.restriction (person_id, point_id, restricted, reason, submission)
            select p.id, p.point_id, :restricted, :reason, :submission
              from household.person p
             where p.id = :id and p.point_id <@ (select shared.scope())
               and ((select shared.scope_person()) is null or p.id = (select shared.scope_person()))
            """;

    private static final String ETHNIC_GROUP = """
            select g.name
              from household.person p
              join household.ethnic_group g on g.code = p.ethnic_group
             where p.id = :id
            """;

    private final JdbcClient db;

    PersonFiles(JdbcClient db) {
        this.db = db;
    }

    /**
     * The person of an identifier.
     *
     * @throws Refused {@link HouseholdRefusal#UNKNOWN_PERSON} when there is none in scope
     */
    PersonFile get(long id) {
        return db.sql(GET)
                .param("id", id)
                .query((row, n) -> new PersonFile(
                        row.getLong("id"),
                        row.getString("full_name"),
                        new Born(row.getObject("born_on", LocalDate.class), row.getBoolean("born_year_only")),
                        Sex.valueOf(row.getString("sex")),
                        row.getString("identity_last4"),
                        row.getBoolean("restricted"),
                        new PersonFile.Home(
                                row.getString("household"),
                                row.getString("hamlet"),
                                row.getLong("point_id"),
                                row.getString("point"),
                                row.getString("office"),
                                row.getObject("open_day", LocalDate.class))))
                .optional()
                .orElseThrow(() -> new Refused(HouseholdRefusal.UNKNOWN_PERSON));
    }

    /** The ethnic group, where a programme asked for it: sensitive, for the page of a reveal alone. */
    Optional<String> ethnicGroup(long id) {
        return db.sql(ETHNIC_GROUP).param("id", id).query(String.class).optional();
    }

    /** The same, locked until the transaction ends. */
    PersonFile lock(long id) {
        db.sql(LOCK).param("id", id).query(Long.class).optional();
        return get(id);
    }

    List<Restriction> restrictions(long id) {
        return db.sql(RESTRICTIONS)
                .param("id", id)
                .query((row, n) -> new Restriction(
                        row.getBoolean("restricted"),
                        row.getString("reason"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getString("who")))
                .list();
    }

    /** Who saw the person's data before a row of the log, the newest first. */
    List<Sight> seen(long id, long before, int most) {
        return db.sql(SEEN)
                .param("id", id)
                .param("before", before)
                .param("most", most)
                .query((row, n) -> new Sight(
                        row.getLong("id"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("who"),
                        Role.valueOf(row.getString("role")),
                        row.getString("kind"),
                        row.getString("page"),
                        Purpose.valueOf(row.getString("purpose")),
                        row.getString("note")))
                .list();
    }

    /** Notes that processing is restricted, or no longer. */
    void restrict(long id, boolean restricted, String reason, java.util.UUID submission) {
        db.sql(RESTRICT)
                .param("id", id)
                .param("restricted", restricted)
                .param("reason", reason)
                .param("submission", submission)
                .update();
    }
}
