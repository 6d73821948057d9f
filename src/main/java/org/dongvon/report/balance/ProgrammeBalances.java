package org.dongvon.report.balance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dongvon.engine.money.Dong;
import org.dongvon.organisation.Unit;
import org.dongvon.report.balance.ProgrammeBalanceStatement.Share;
import org.dongvon.report.balance.TrialBalanceStatement.Figures;
import org.dongvon.shared.text.Label;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sums the books by account and programme, from their entries: the totals kept of locked months are of whole accounts. */
@Repository
class ProgrammeBalances {

    private static final String SUMS = """
            with office as materialized (
                select distinct p.office_id as id
                  from organisation.points_under(:unit, :to) as below (id)
                  join organisation.v_point p on p.id = below.id),
            summed as (
                select e.account, e.programme_id, coalesce(sum(e.amount) filter (where a.day < :from), 0)::bigint as opening,
                       coalesce(sum(e.amount) filter (where a.day >= :from and e.amount > 0), 0)::bigint as debit,
                       coalesce(-sum(e.amount) filter (where a.day >= :from and e.amount < 0), 0)::bigint as credit
                  from office o
                  join ledger.v_accounted a on a.office_id = o.id and a.day <= :to
                  join ledger.v_posted e on e.journal_id = a.id
                 group by e.account, e.programme_id)
            select s.account, coalesce(g.code, '-') as programme, coalesce(g.name_vi, '') as name_vi, coalesce(g.name_en, '') as name_en,
                   s.opening, s.debit, s.credit
              from summed s
              left join programme.v_programme g on g.id = s.programme_id
             order by s.account, g.code nulls last
            """;

    private final JdbcClient db;

    ProgrammeBalances(JdbcClient db) {
        this.db = db;
    }

    /** The shares of each account of a unit that is wholly in scope. */
    Map<String, List<Share>> shares(Unit unit, LocalDate from, LocalDate to) {
        Map<String, List<Share>> shares = new LinkedHashMap<>();
        db.sql(SUMS)
                .param("unit", unit.id())
                .param("from", from)
                .param("to", to)
                .query(row -> {
                    shares.computeIfAbsent(row.getString("account"), code -> new ArrayList<>())
                            .add(new Share(
                                    row.getString("programme"),
                                    new Label(row.getString("name_vi"), row.getString("name_en")),
                                    Figures.of(
                                            new Dong(row.getLong("opening")),
                                            new Dong(row.getLong("debit")),
                                            new Dong(row.getLong("credit")))));
                });
        return shares;
    }
}
