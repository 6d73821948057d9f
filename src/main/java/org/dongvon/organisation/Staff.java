package org.dongvon.organisation;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dongvon.shared.Role;
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
            insert into organisation.staff (id, unit_id, full_name, role) values (:id, :unit, :name, :role)
            """;

    private static final String OF = """
            select id, full_name
              from organisation.staff
             where unit_id = :unit and role = :role and active
             order by (regexp_match(full_name, '(\\S+)$'))[1] collate public.vi, full_name collate public.vi
            """;

    private static final String NAMES = """
            select id, full_name from organisation.staff where id = any (:ids)
            """;

    private final JdbcClient db;

    Staff(JdbcClient db) {
        this.db = db;
    }

    /** Enters a person under the identifier of their account. */
    public void join(long id, long unitId, String fullName, Role role) {
        db.sql(JOIN)
                .param("id", id)
                .param("unit", unitId)
                .param("name", fullName)
                .param("role", role.name())
                .update();
    }

    /** The people of a unit in one role, by given name. */
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
}
