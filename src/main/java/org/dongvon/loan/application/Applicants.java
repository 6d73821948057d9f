package org.dongvon.loan.application;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.programme.ParameterCode;
import org.dongvon.programme.Programmes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads who of a household may apply for a direct loan: those who are of age and may be named. */
@Repository
public class Applicants {

    private static final String OF = """
            select p.id, p.full_name
              from household.household h
              join organisation.point pt on pt.id = h.point_id
              join organisation.business_day d on d.office_id = pt.office_id
              cross join lateral household.members_on(h.id, d.day) m
              join household.person p on p.id = m.person_id
             where h.code = :code and h.point_id <@ (select shared.scope()) and not p.restricted
               and p.born_on + make_interval(years => :age) <= d.day
             order by m.relation <> 'HEAD', p.born_on, p.id
            """;

    private static final String DAY = """
            select max(d.day) as day
              from organisation.business_day d
              join organisation.point pt on pt.office_id = d.office_id
             where pt.id <@ (select shared.scope())
            """;

    private final Programmes programmes;
    private final JdbcClient db;

    Applicants(Programmes programmes, JdbcClient db) {
        this.programmes = programmes;
        this.db = db;
    }

    /** The adults of a household of the scope; none when there is no such household. */
    public List<Applicant> of(String household) {
        return db.sql(OF)
                .param("code", household)
                .param("age", age())
                .query((row, n) -> new Applicant(row.getLong("id"), row.getString("full_name")))
                .list();
    }

    /** From which age one may apply, on the latest open day of the scope. */
    int age() {
        return Math.toIntExact(programmes.current().parameters().whole(ParameterCode.ADULT_AGE, day()));
    }

    /** The latest open day of the offices in scope. */
    public LocalDate day() {
        return db.sql(DAY).query(LocalDate.class).single();
    }

    /** Somebody who may apply. */
    public record Applicant(long id, String name) {}
}
