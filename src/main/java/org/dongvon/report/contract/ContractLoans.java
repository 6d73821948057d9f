package org.dongvon.report.contract;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.text.Label;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The loans that the money of a contract became, as they stood at the end of a business day: by codes, without names. */
@Repository
class ContractLoans {

    private static final String LOANS = """
            select l.code, g.code as group_code, u.code as point, u.name as point_name, p.code as programme, p.name_vi, p.name_en,
                   l.disbursed_on, l.amount, l.jobs, m.outstanding, m.overdue, m.interest
              from (select m.loan_id,
                           coalesce(sum(m.principal) filter (where m.part <> 'WRITTEN_OFF'), 0) as outstanding,
                           coalesce(sum(m.principal) filter (where m.part = 'OVERDUE'), 0) as overdue,
                           coalesce(sum(m.principal) filter (where m.kind in ('DISBURSEMENT', 'TO_SOURCE')), 0) as disbursed,
                           sum(m.interest) as interest
                      from (select c.id from capital.v_contract c
                             where c.code = :contract and c.point_id <@ (select shared.scope())) c
                      join loan.v_of_contract o on o.contract_id = c.id
                      join loan.v_movement m on m.loan_id = o.loan_id and m.contract_id = c.id
                     where m.business_date <= :day
                       and m.point_id <@ (select shared.scope()) and not (select shared.narrowed())
                     group by m.loan_id) m
              join loan.v_funded l on l.id = m.loan_id
              join organisation.unit u on u.id = l.point_id
              join programme.v_programme p on p.id = l.programme_id
              left join "group".v_credit_group g on g.id = l.group_id
             where m.disbursed > 0 and l.code > :after
             order by l.code
             limit :most
            """;

    private final JdbcClient db;

    ContractLoans(JdbcClient db) {
        this.db = db;
    }

    /** The loans whose codes come after one, no more than so many; inside the caller's transaction. */
    List<Loan> of(String contract, LocalDate day, String after, int most) {
        return db.sql(LOANS)
                .param("contract", contract)
                .param("day", day)
                .param("after", after)
                .param("most", most)
                .query((row, n) -> new Loan(
                        row.getString("code"),
                        row.getString("group_code"),
                        new Place(row.getString("point"), row.getString("point_name")),
                        row.getString("programme"),
                        new Label(row.getString("name_vi"), row.getString("name_en")),
                        row.getObject("disbursed_on", LocalDate.class),
                        new Dong(row.getLong("amount")),
                        row.getInt("jobs"),
                        new Dong(row.getLong("outstanding")),
                        new Dong(row.getLong("overdue")),
                        new Dong(row.getLong("interest"))))
                .list();
    }

    /**
     * A loan that was paid out of the contract.
     *
     * @param interest what was collected of interest
     */
    record Loan(
            String code,
            @Nullable String group,
            Place place,
            String programme,
            Label programmeName,
            @Nullable LocalDate disbursedOn,
            Dong amount,
            int jobs,
            Dong outstanding,
            Dong overdue,
            Dong interest) {}

    /** A transaction point. */
    record Place(String code, String name) {}
}
