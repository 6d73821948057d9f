package org.dongvon.report.contract;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dongvon.engine.money.Dong;
import org.dongvon.programme.Programme;
import org.dongvon.programme.Programmes;
import org.dongvon.report.contract.ContractStatement.Agreed;
import org.dongvon.report.contract.ContractStatement.Beyond;
import org.dongvon.report.contract.ContractStatement.Days;
import org.dongvon.report.contract.ContractStatement.Earned;
import org.dongvon.report.contract.ContractStatement.Lending;
import org.dongvon.report.contract.ContractStatement.Money;
import org.dongvon.report.contract.ContractStatement.OfficePart;
import org.dongvon.report.contract.ContractStatement.Outcome;
import org.dongvon.report.contract.ContractStatement.Passed;
import org.dongvon.report.contract.ContractStatement.Shares;
import org.dongvon.shared.text.Label;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads a contract as it stood at the end of a business day. A day counts by the days on which its journals were written, so a
 * statement of a closed day never changes, whatever is posted later.
 */
@Repository
public class ContractFigures {

    // Before its first terms a contract has them already: it was signed on that day.
    private static final String AGREED = """
            select c.id, c.code, t.source_vi, t.source_en, t.local, t.owner, t.decision, d.code as document, c.signed_on,
                   t.valid_from, t.ends_on, t.amount, o.code as office, t.programmes, a.name as area, t.cap, s.code as series,
                   t.priority, t.risk, t.fee, t.boards, t.added
              from capital.v_contract c
              join organisation.point p on p.id = c.point_id
              join organisation.unit o on o.id = p.office_id
             cross join lateral (select t.*
                                   from capital.v_contract_term t
                                  where t.contract_id = c.id
                                  order by t.valid_from <= :day desc,
                                           case when t.valid_from <= :day then t.valid_from end desc, t.valid_from
                                  limit 1) t
              left join document.document d on d.id = t.document_id
              left join organisation.unit a on a.id = t.area_id
              left join programme.rate_series s on s.id = t.series_id
             where c.code = :contract and c.point_id <@ (select shared.scope()) and not (select shared.narrowed())
            """;

    private static final String MONEY = """
            select coalesce(sum(m.amount) filter (where m.kind = 'RECEIVED'), 0) as received,
                   coalesce(sum(m.amount) filter (where m.kind = 'ADDED'), 0) as added,
                   coalesce(sum(m.amount) filter (where m.kind = 'MOVED'), 0) as moved,
                   coalesce(-sum(m.amount) filter (where m.kind = 'RETURNED'), 0) as returned
              from capital.v_contract_movement m
             where m.contract_id = :contract and m.business_date <= :day
               and m.point_id <@ (select shared.scope()) and not (select shared.narrowed())
            """;

    private static final String OFFICES = """
            select u.code, u.name,
                   coalesce(sum(m.amount) filter (where m.kind = 'GRANTED'), 0)
                       - coalesce(sum(m.amount) filter (where m.kind = 'WRITTEN_OFF'), 0) as granted,
                   coalesce(sum(m.amount) filter (where m.kind = 'LENT'), 0) as lent,
                   coalesce(sum(m.amount) filter (where m.kind = 'WRITTEN_OFF'), 0) as written_off
              from capital.v_movement m
              join organisation.unit u on u.id = m.office_id
             where m.contract_id = :contract and m.business_date <= :day
               and m.point_id <@ (select shared.scope()) and not (select shared.narrowed())
             group by u.id
             order by u.code
            """;

    private static final String PROMISED = """
            select coalesce(sum(case when l.disbursed_on <= :day then l.undrawn else l.amount end), 0) as promised
              from loan.v_funded l
             where l.contract_id = :contract and l.approved_on <= :day
               and (l.disbursed_on is null or l.disbursed_on > :day or l.undrawn > 0)
               and (l.closed_on is null or l.closed_on > :day)
               and l.point_id <@ (select shared.scope()) and not (select shared.narrowed())
            """;

    // Loans whose money came or went until the day; what was reversed counts under the heading of the line it takes
    // back.
    private static final String LENDING = """
            with moved as materialized (
                select m.loan_id,
                       coalesce(sum(m.principal) filter (where m.part <> 'WRITTEN_OFF'), 0) as outstanding,
                       coalesce(sum(m.principal) filter (where m.part = 'OVERDUE'), 0) as overdue,
                       coalesce(sum(m.principal) filter (where m.kind = 'DISBURSEMENT'), 0) as disbursed,
                       coalesce(-sum(m.principal) filter (where m.kind = 'REPAYMENT'), 0) as collected,
                       coalesce(sum(m.principal) filter (where m.kind = 'TO_SOURCE'), 0) as came,
                       coalesce(-sum(m.principal) filter (where m.kind = 'FROM_SOURCE'), 0) as gone,
                       sum(m.interest) as interest
                  from loan.v_of_contract o
                  join loan.v_movement m on m.loan_id = o.loan_id and m.contract_id = o.contract_id
                 where o.contract_id = :contract and m.business_date <= :day
                   and m.point_id <@ (select shared.scope()) and not (select shared.narrowed())
                 group by m.loan_id)
            select l.programme_id, count(*) filter (where m.outstanding > 0) as loans,
                   count(distinct l.household_id) filter (where m.outstanding > 0) as households,
                   coalesce(sum(l.jobs) filter (where m.outstanding > 0), 0) as jobs,
                   count(*) filter (where m.disbursed + m.came > 0) as ever_loans,
                   count(distinct l.household_id) filter (where m.disbursed + m.came > 0) as ever_households,
                   coalesce(sum(l.jobs) filter (where m.disbursed + m.came > 0), 0) as ever_jobs,
                   coalesce(sum(m.disbursed), 0) as disbursed, coalesce(sum(m.collected), 0) as collected,
                   coalesce(sum(m.came), 0) as came, coalesce(sum(m.gone), 0) as gone,
                   coalesce(sum(m.outstanding), 0) as outstanding, coalesce(sum(m.overdue), 0) as overdue,
                   coalesce(sum(m.interest), 0) as interest
              from moved m
              join loan.v_funded l on l.id = m.loan_id
             group by grouping sets ((l.programme_id), ())
             order by l.programme_id nulls first
            """;

    private static final String EARNED = """
            select coalesce(sum(d.collected), 0) as collected, coalesce(sum(d.risk), 0) as risk, coalesce(sum(d.managed), 0) as managed,
                   coalesce(sum(d.boards), 0) as boards, coalesce(sum(d.added), 0) as added
              from fee.v_distribution d
             where d.contract_id = :contract and d.booked_on <= :day
               and d.point_id <@ (select shared.scope()) and not (select shared.narrowed())
            """;

    private static final String BEYOND = """
            select o.name from capital.offices_beyond(:contract) o order by o.code
            """;

    private static final String GRANTED_BEYOND = """
            select b.granted, b.written_off from capital.granted_beyond(:contract, :day) b
            """;

    private final JdbcClient db;
    private final Programmes programmes;

    ContractFigures(JdbcClient db, Programmes programmes) {
        this.db = db;
        this.programmes = programmes;
    }

    /** The contract of a code in the reader's scope, at the end of a day; inside the caller's transaction. */
    public Optional<ContractStatement> find(String code, LocalDate day) {
        return db.sql(AGREED)
                .param("contract", code)
                .param("day", day)
                .query((row, n) -> agreed(row))
                .optional()
                .map(agreed -> statement(agreed, day));
    }

    private ContractStatement statement(Agreed agreed, LocalDate day) {
        var money = db.sql(MONEY)
                .param("contract", agreed.id())
                .param("day", day)
                .query((row, n) ->
                        new Money(dong(row, "received"), dong(row, "added"), dong(row, "moved"), dong(row, "returned")))
                .single();
        var offices = db.sql(OFFICES)
                .param("contract", agreed.id())
                .param("day", day)
                .query((row, n) -> new OfficePart(
                        row.getString("code"),
                        row.getString("name"),
                        dong(row, "granted"),
                        dong(row, "lent"),
                        dong(row, "written_off")))
                .list();
        var promised = db.sql(PROMISED)
                .param("contract", agreed.id())
                .param("day", day)
                .query((row, n) -> dong(row, "promised"))
                .single();
        var names = names();
        var lending = db.sql(LENDING)
                .param("contract", agreed.id())
                .param("day", day)
                .query((row, n) -> lending(row, names))
                .list();
        return new ContractStatement(
                agreed,
                money,
                offices,
                promised,
                lending.subList(1, lending.size()),
                lending.getFirst(),
                earned(agreed, day),
                beyond(agreed, day));
    }

    private Earned earned(Agreed agreed, LocalDate day) {
        return db.sql(EARNED)
                .param("contract", agreed.id())
                .param("day", day)
                .query((row, n) -> new Earned(
                        dong(row, "collected"),
                        dong(row, "risk"),
                        dong(row, "managed"),
                        dong(row, "boards"),
                        dong(row, "added")))
                .single();
    }

    private Beyond beyond(Agreed agreed, LocalDate day) {
        var offices = db.sql(BEYOND)
                .param("contract", agreed.id())
                .query((row, n) -> row.getString(1))
                .list();
        return db.sql(GRANTED_BEYOND)
                .param("contract", agreed.id())
                .param("day", day)
                .query((row, n) -> new Beyond(offices, dong(row, "granted"), dong(row, "written_off")))
                .single();
    }

    private Agreed agreed(ResultSet row) throws SQLException {
        var names = names();
        var allowed = Arrays.stream((Short[]) row.getArray("programmes").getArray())
                .map(id -> names.getOrDefault((int) id, Label.same(id.toString())))
                .toList();
        return new Agreed(
                row.getLong("id"),
                row.getString("code"),
                new Label(row.getString("source_vi"), row.getString("source_en")),
                row.getBoolean("local"),
                row.getString("owner"),
                row.getString("decision"),
                row.getString("document"),
                new Days(
                        row.getObject("signed_on", LocalDate.class),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class)),
                dong(row, "amount"),
                row.getString("office"),
                allowed,
                row.getString("area"),
                row.getObject("cap") == null ? null : dong(row, "cap"),
                row.getString("series"),
                row.getInt("priority"),
                shares(row));
    }

    private static @Nullable Shares shares(ResultSet row) throws SQLException {
        return row.getObject("risk") == null
                ? null
                : new Shares(row.getInt("risk"), row.getInt("fee"), row.getInt("boards"), row.getInt("added"));
    }

    private static Lending lending(ResultSet row, Map<Integer, Label> names) throws SQLException {
        int programme = row.getInt("programme_id");
        return new Lending(
                names.getOrDefault(programme, Label.same("")),
                new Outcome(
                        row.getLong("loans"),
                        row.getLong("households"),
                        row.getLong("jobs"),
                        row.getLong("ever_loans"),
                        row.getLong("ever_households"),
                        row.getLong("ever_jobs")),
                dong(row, "disbursed"),
                dong(row, "collected"),
                new Passed(dong(row, "came"), dong(row, "gone")),
                dong(row, "outstanding"),
                dong(row, "overdue"),
                dong(row, "interest"));
    }

    private Map<Integer, Label> names() {
        return programmes.current().programmes().stream()
                .collect(Collectors.toMap(Programme::id, Programme::name, (one, other) -> one));
    }

    private static Dong dong(ResultSet row, String column) throws SQLException {
        return new Dong(row.getLong(column));
    }
}
