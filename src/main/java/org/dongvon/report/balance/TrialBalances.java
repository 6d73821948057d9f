package org.dongvon.report.balance;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.organisation.Unit;
import org.dongvon.report.balance.TrialBalanceStatement.Figures;
import org.dongvon.report.balance.TrialBalanceStatement.Line;
import org.dongvon.shared.text.Label;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sums the books: months that are locked by the totals that were kept, whatever else by its entries. */
@Repository
class TrialBalances {

    // An office's totals serve as far as they end with the period, or before it begins; a period that begins within a
    // month
    // takes that month and what follows from the entries.
    private static final String SUMS = """
            with office as materialized (
                select o.id,
                       least(coalesce(ledger.locked_through(o.id), date '0001-01-01'),
                             case when extract(day from cast(:from as date)) = 1
                                  then (date_trunc('month', cast(:to as date) + 1) - interval '1 day')::date
                                  else (date_trunc('month', cast(:from as date)) - interval '1 day')::date end) as through
                  from (select distinct p.office_id as id
                          from organisation.points_under(:unit, :to) as below (id)
                          join organisation.v_point p on p.id = below.id) o),
            summed as (
                select t.account, coalesce(sum(t.debit - t.credit) filter (where t.month < :from), 0) as opening,
                       coalesce(sum(t.debit) filter (where t.month >= :from), 0) as debit,
                       coalesce(sum(t.credit) filter (where t.month >= :from), 0) as credit
                  from office o
                  join ledger.v_month_total t on t.office_id = o.id and t.month <= o.through
                 group by t.account
                 union all
                select e.account, coalesce(sum(e.amount) filter (where a.day < :from), 0),
                       coalesce(sum(e.amount) filter (where a.day >= :from and e.amount > 0), 0),
                       coalesce(-sum(e.amount) filter (where a.day >= :from and e.amount < 0), 0)
                  from office o
                  join ledger.v_accounted a on a.office_id = o.id and a.day > o.through and a.day <= :to
                  join ledger.v_posted e on e.journal_id = a.id
                 group by e.account)
            select c.code, c.number, c.name_vi, c.name_en, c.side, sum(s.opening)::bigint as opening, sum(s.debit)::bigint as debit,
                   sum(s.credit)::bigint as credit
              from summed s
              join ledger.v_account c
                on c.code = s.account and c.valid_from <= :to and (c.valid_until is null or c.valid_until > :to)
             group by c.code, c.number, c.name_vi, c.name_en, c.side
             order by case c.side when 'ASSET' then 1 when 'LIABILITY' then 2 when 'CAPITAL' then 3 when 'INCOME' then 4
                                  when 'EXPENSE' then 5 else 6 end, c.number nulls last, c.code
            """;

    private final JdbcClient db;

    TrialBalances(JdbcClient db) {
        this.db = db;
    }

    /** The lines of a unit that is wholly in scope. */
    List<Line> lines(Unit unit, LocalDate from, LocalDate to) {
        return db.sql(SUMS)
                .param("unit", unit.id())
                .param("from", from)
                .param("to", to)
                .query((row, n) -> new Line(
                        row.getString("code"),
                        row.getString("number"),
                        new Label(row.getString("name_vi"), row.getString("name_en")),
                        row.getString("side"),
                        Figures.of(
                                new Dong(row.getLong("opening")),
                                new Dong(row.getLong("debit")),
                                new Dong(row.getLong("credit")))))
                .list();
    }
}
