package org.dongvon.group;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.household.PersonRecords;
import org.dongvon.shared.text.Label;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The groups of a person, with what was undertaken to be saved each month. */
@Component
class PersonsMemberships implements PersonRecords {

    private static final String MEMBERSHIPS = """
            select g.code, g.name, m.monthly_saving, s.from_on, s.to_on
              from "group".member m
              join "group".membership s on s.member_id = m.id and (s.to_on is null or s.to_on > s.from_on)
              join "group".credit_group g on g.id = s.group_id
             where m.person_id = :person
             order by s.from_on desc, g.code
            """;

    private final JdbcClient db;

    PersonsMemberships(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Kind kind() {
        return Kind.MEMBERSHIP;
    }

    @Override
    public List<Entry> of(long personId) {
        return db.sql(MEMBERSHIPS)
                .param("person", personId)
                .query((row, n) -> new Entry(
                        row.getString("code"),
                        new Label(row.getString("name"), row.getString("name")),
                        "/groups/" + row.getString("code"),
                        new Dong(row.getLong("monthly_saving")),
                        row.getObject("from_on", LocalDate.class),
                        row.getObject("to_on", LocalDate.class)))
                .list();
    }
}
