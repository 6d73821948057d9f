package org.dongvon.organisation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dongvon.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The bank's people and where they work: who may be put on a session's team, and whose names stand on vouchers.
 *
 * <p>Example: {@code of(office, Role.TELLER)} are the tellers of an office by name.
 */
@Repository
public class Staff {

    private static final String JOIN = """
            insert into organisation.staff (id, full_name) values (:id, :name)
            """;

    private static final String POST = """
            insert into organisation.staff_post (grant_id, staff_id, unit_id, role, valid_from, valid_through)
            values (:grant, :staff, :unit, :role, :from, :through)
            """;

    private static final String LEAVE = """
            update organisation.staff_post set ended = true where grant_id = :grant
            """;

    private static final String OF = """
            select s.id, s.full_name
              from organisation.staff s
             where s.id in (select p.staff_id
                              from organisation.staff_post p
                             where p.unit_id = :unit and p.role = :role and not p.ended
                               and daterange(p.valid_from, p.valid_through, '[]') @> organisation.latest_day())
             order by (regexp_match(s.full_name, '(\\S+)$'))[1] collate public.vi, s.full_name collate public.vi
            """;

    private static final String NAMES = """
            select id, full_name from organisation.staff where id = any (:ids)
            """;

    private final JdbcClient db;

    Staff(JdbcClient db) {
        this.db = db;
    }

    /** Enters a person under the identifier of their account. */
    public void join(long id, String fullName) {
        db.sql(JOIN).param("id", id).param("name", fullName).update();
    }

    /** Notes that somebody holds a role at a unit. */
    public void post(Post post) {
        db.sql(POST)
                .param("grant", post.grantId())
                .param("staff", post.staffId())
                .param("unit", post.unitId())
                .param("role", post.role().name())
                .param("from", post.from())
                .param("through", post.through())
                .update();
    }

    /** Notes that the role of a grant is held no more. */
    public void leave(long grantId) {
        db.sql(LEAVE).param("grant", grantId).update();
    }

    /** The people who hold a role at a unit on the latest open day, by given name. */
    public List<Person> of(long unitId, Role role) {
        return db.sql(OF)
                .param("unit", unitId)
                .param("role", role.name())
                .query((row, n) -> new Person(row.getLong("id"), row.getString("full_name")))
                .list();
    }

    /** The names of people, by identifier; those who are not in the register are missing. */
    public Map<Long, String> names(Collection<Long> ids) {
        Map<Long, String> names = new LinkedHashMap<>();
        db.sql(NAMES).param("ids", ids.toArray(Long[]::new)).query(row -> {
            names.put(row.getLong("id"), row.getString("full_name"));
        });
        return names;
    }

    /** Someone who works at the bank. */
    public record Person(long id, String name) {}

    /**
     * A role that somebody holds at a unit.
     *
     * @param grantId the grant that it comes from
     * @param through the last day; none while it is open
     */
    public record Post(
            long grantId,
            long staffId,
            long unitId,
            Role role,
            LocalDate from,
            @Nullable LocalDate through) {}
}
