package org.dongvon.capital.page;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.text.Label;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What there is of each kind of capital in the reader's scope, at the ends of two business days: received + interest added +
 * moved − returned − written off, by the kind that each contract was of on that day.
 */
@Repository
public class SourceTable {

    private static final String SOURCES = """
            with moved as (
                select m.contract_id, m.business_date, m.amount
                  from capital.v_contract_movement m
                 where m.point_id <@ (select shared.scope()) and not (select shared.narrowed())
                 union all
                select m.contract_id, m.business_date, -m.amount
                  from capital.v_movement m
                 where m.kind = 'WRITTEN_OFF' and m.point_id <@ (select shared.scope()) and not (select shared.narrowed())),
            there as (
                select m.contract_id, d.day, d.is_base, sum(m.amount) as amount
                  from moved m
                  join (values (cast(:base as date), true), (cast(:day as date), false)) d (day, is_base) on m.business_date <= d.day
                 group by m.contract_id, d.day, d.is_base
                having sum(m.amount) <> 0),
            of_source as (
                select t.source, e.is_base, e.amount
                  from there e
                 cross join lateral (select t.source
                                       from capital.contract_term t
                                      where t.contract_id = e.contract_id
                                      order by t.valid_from <= e.day desc,
                                               case when t.valid_from <= e.day then t.valid_from end desc, t.valid_from
                                      limit 1) t)
            select s.code, s.name_vi, s.name_en, s.local,
                   coalesce(sum(o.amount) filter (where o.is_base), 0) as base,
                   coalesce(sum(o.amount) filter (where not o.is_base), 0) as amount,
                   count(o.amount) filter (where not o.is_base) as contracts
              from capital.source s
              left join of_source o on o.source = s.code
             group by s.code
             order by s.ordinal, s.code
            """;

    private final JdbcClient db;
    private final Transactions transactions;

    SourceTable(JdbcClient db, Transactions transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    /** What there was of each kind of capital at the end of two days, in the reader's scope. */
    public Table at(Actor reader, LocalDate base, LocalDate day) {
        return transactions.read(
                reader,
                () -> new Table(db.sql(SOURCES)
                        .param("base", base)
                        .param("day", day)
                        .query((row, n) -> new Line(
                                row.getString("code"),
                                new Label(row.getString("name_vi"), row.getString("name_en")),
                                row.getBoolean("local"),
                                row.getLong("contracts"),
                                new Dong(row.getLong("base")),
                                new Dong(row.getLong("amount"))))
                        .list()));
    }

    /** All kinds of capital, in the order of statements. */
    public record Table(List<Line> lines) {

        public Table {
            lines = List.copyOf(lines);
        }

        public Line total() {
            return sum(lines);
        }

        /** What local budgets entrusted. */
        public Line local() {
            return sum(lines.stream().filter(Line::isLocal).toList());
        }

        private static Line sum(List<Line> lines) {
            return new Line(
                    "",
                    Label.same(""),
                    false,
                    lines.stream().mapToLong(Line::contracts).sum(),
                    Dong.sum(lines.stream().map(Line::base).toList()),
                    Dong.sum(lines.stream().map(Line::amount).toList()));
        }
    }

    /**
     * One kind of capital.
     *
     * @param contracts how many contracts had money on the later day
     * @param base what there was on the earlier day
     * @param amount what there was on the later day
     */
    public record Line(String code, Label name, boolean isLocal, long contracts, Dong base, Dong amount) {

        public Dong change() {
            return amount.minus(base);
        }
    }
}
