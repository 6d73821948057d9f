package org.dongvon.savings;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.household.PersonRecords;
import org.dongvon.shared.text.Label;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The deposits of a person, one for each membership. */
@Component
class PersonsDeposits implements PersonRecords {

    private static final String DEPOSITS = """
            select g.code, g.name, a.balance, a.opened_on, a.closed_on
              from savings.account a
              join "group".v_member m on m.id = a.member_id
              join "group".v_credit_group g on g.id = m.group_id
             where m.person_id = :person
             order by a.opened_on desc, g.code
            """;

    private final JdbcClient db;

    PersonsDeposits(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Kind kind() {
        return Kind.DEPOSIT;
    }

    @Override
    public List<Entry> of(long personId) {
        return db.sql(DEPOSITS)
                .param("person", personId)
                .query((row, n) -> new Entry(
                        row.getString("code"),
                        new Label(row.getString("name"), row.getString("name")),
                        null,
                        new Dong(row.getLong("balance")),
                        row.getObject("opened_on", LocalDate.class),
                        row.getObject("closed_on", LocalDate.class)))
                .list();
    }
}
