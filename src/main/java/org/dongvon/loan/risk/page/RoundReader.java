package org.dongvon.loan.risk.page;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.risk.Cause;
import org.dongvon.loan.risk.DecisionChange;
import org.dongvon.loan.risk.Loss;
import org.dongvon.loan.risk.Measure;
import org.dongvon.loan.risk.RiskList;
import org.dongvon.loan.risk.Step;
import org.dongvon.loan.risk.page.RiskReader.Asked;
import org.dongvon.loan.risk.page.RiskReader.OfLoan;
import org.dongvon.loan.risk.page.RiskReader.Row;
import org.dongvon.loan.risk.page.RiskReader.Who;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the lists of a round in the reader's scope: 04/XLN and 05/XLN, line by line and added up. */
@Repository
class RoundReader {

    // From office and contract up to province and country in one pass.
    private static final String SUMS = """
            select case d.measure when 'WRITE_OFF' then 'WRITE_OFF' else 'FREEZE' end as list, v.name as province, o.code as office,
                   o.name as office_name, c.code as contract, c.owner, count(*) as loans,
                   count(*) filter (where d.step = 'LISTED') as waiting, sum(d.principal)::bigint as principal,
                   sum(d.interest)::bigint as interest
              from loan.risk_dossier d
              join loan.loan l on l.id = d.loan_id
              join capital.v_contract c on c.id = l.contract_id
              join organisation.point pt on pt.id = d.point_id
              join organisation.unit o on o.id = pt.office_id
              left join organisation.unit_parent t on t.unit_id = o.id and t.valid @> d.written_on
              left join organisation.unit v on v.id = t.parent_id
             where d.round = :round and d.step in ('LISTED', 'DECIDED') and pt.id <@ (select shared.scope())
             group by grouping sets ((1), (1, v.name), (1, v.name, o.code, o.name, c.code, c.owner))
             order by 1, v.name nulls first, o.code nulls first, c.code nulls first
            """;

    private static final String LINES = """
            select d.code, d.step, l.id as loan_id, l.code as loan, l.borrower_id, p.full_name, p.restricted, d.cause, d.damage, d.project_value,
                   d.measure, d.months, d.principal, d.interest, d.written_on, d.round
              from loan.risk_dossier d
              join loan.loan l on l.id = d.loan_id
              join household.person p on p.id = l.borrower_id
              join capital.v_contract c on c.id = l.contract_id and c.code = :contract
              join organisation.point pt on pt.id = d.point_id
              join organisation.unit o on o.id = pt.office_id and o.code = :office
             where d.round = :round and d.step in ('LISTED', 'DECIDED') and (d.measure = 'WRITE_OFF') = :write_off
               and pt.id <@ (select shared.scope())
             order by p.full_name collate public.vi, d.id
            """;

    private final JdbcClient db;

    RoundReader(JdbcClient db) {
        this.db = db;
    }

    List<Sum> sums(String round) {
        return db.sql(SUMS)
                .param("round", round)
                .query((row, n) -> new Sum(
                        RiskList.valueOf(row.getString("list")),
                        row.getString("province"),
                        row.getString("office"),
                        row.getString("office_name"),
                        row.getString("contract"),
                        new Totals(
                                row.getLong("loans"),
                                row.getLong("waiting"),
                                new Dong(row.getLong("principal")),
                                new Dong(row.getLong("interest")))))
                .list();
    }

    List<Row> lines(DecisionChange.Subject list) {
        return db.sql(LINES)
                .param("round", list.round())
                .param("office", list.office())
                .param("contract", list.contract())
                .param("write_off", list.list() == RiskList.WRITE_OFF)
                .query((row, n) -> new Row(
                        row.getString("code"),
                        Step.valueOf(row.getString("step")),
                        new OfLoan(
                                row.getLong("loan_id"),
                                row.getString("loan"),
                                new Who(
                                        row.getLong("borrower_id"),
                                        row.getString("full_name"),
                                        row.getBoolean("restricted"))),
                        new Asked(
                                Cause.valueOf(row.getString("cause")),
                                new Loss(new Dong(row.getLong("damage")), new Dong(row.getLong("project_value"))),
                                Measure.valueOf(row.getString("measure")),
                                row.getInt("months")),
                        new Dong(row.getLong("principal")),
                        new Dong(row.getLong("interest")),
                        row.getObject("written_on", LocalDate.class),
                        row.getString("round")))
                .list();
    }

    /** How many loans, how many of them still wait for the decision, and what they owed when it was asked for. */
    record Totals(long loans, long waiting, Dong principal, Dong interest) {

        public Dong all() {
            return principal.plus(interest);
        }
    }

    /** A line of the round: of the country where there is no province, of a province where there is no office. */
    record Sum(
            RiskList list,
            @Nullable String province,
            @Nullable String office,
            @Nullable String officeName,
            @Nullable String contract,
            Totals totals) {

        /** Whether it is a single list, which can be looked at. */
        public boolean isList() {
            return contract != null;
        }
    }
}
