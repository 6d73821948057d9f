package org.dongvon.loan;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.household.PersonRecords;
import org.dongvon.shared.text.Label;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The loans of a person, those that passed to another too. */
@Component
class PersonsLoans implements PersonRecords {

    private static final String LOANS = """
            select l.code, g.name_vi, g.name_en, l.approved_on, l.closed_on,
                   (select coalesce(sum(p.principal) filter (where p.part <> 'WRITTEN_OFF'), 0)
                      from loan.part p where p.loan_id = l.id)::bigint as outstanding
              from loan.loan l
              join programme.v_programme g on g.id = l.programme_id
             where l.id in (select o.id from loan.loan o where o.borrower_id = :person
                             union all
                            select s.loan_id from loan.succession s where s.from_person = :person)
             order by l.approved_on desc, l.code
            """;

    private final JdbcClient db;

    PersonsLoans(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Kind kind() {
        return Kind.LOAN;
    }

    @Override
    public List<Entry> of(long personId) {
        return db.sql(LOANS)
                .param("person", personId)
                .query((row, n) -> new Entry(
                        row.getString("code"),
                        new Label(row.getString("name_vi"), row.getString("name_en")),
                        "/loans/" + row.getString("code"),
                        new Dong(row.getLong("outstanding")),
                        row.getObject("approved_on", LocalDate.class),
                        row.getObject("closed_on", LocalDate.class)))
                .list();
    }
}
