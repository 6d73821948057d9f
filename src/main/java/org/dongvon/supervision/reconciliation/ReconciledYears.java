package org.dongvon.supervision.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.programme.ParameterCode;
import org.dongvon.programme.Programmes;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Public reconciliation of a year (đối chiếu công khai): what is owed at its end, what was reconciled, what differed. */
@Service
class ReconciledYears {

    // The balance of a past day is today's less what was booked since: that costs what happened, not what exists.
    private static final String ROWS = """
            with circle as materialized (
                select g.id, g.code, g.name, g.point_id
                  from "group".v_credit_group g
                 where case when g.point_id <@ (select shared.scope()) then true else false end
                   and ((select shared.scope_association()) is null or g.association = (select shared.scope_association()))
                   and ((select shared.scope_group()) is null or g.id = (select shared.scope_group()))),
            now as (
                select p.loan_id, sum(p.principal) as principal
                  from loan.v_part_line p
                 where p.part <> 'WRITTEN_OFF' and case when p.point_id <@ (select shared.scope()) then true else false end
                 group by p.loan_id),
            since as (
                select v.loan_id, sum(v.principal) as principal
                  from loan.v_movement v
                 where v.office_id in (select o.office_id from organisation.v_point o where o.id <@ (select shared.scope()))
                   and v.business_date > :until and v.part <> 'WRITTEN_OFF'
                   and case when v.point_id <@ (select shared.scope()) then true else false end
                 group by v.loan_id),
            owed as materialized (
                select l.id, l.household_id, c.id as group_id,
                       (coalesce(n.principal, 0) - coalesce(s.principal, 0))::bigint as principal
                  from circle c
                  join loan.v_loan_card l on l.group_id = c.id
                  left join now n on n.loan_id = l.id
                  left join since s on s.loan_id = l.id
                 where l.disbursed_on <= :until and coalesce(n.principal, 0) - coalesce(s.principal, 0) > 0),
            said as materialized (
                select v.group_id, v.loan_id, v.differs, v.closed_on, abs(v.principal_off) as off
                  from supervision.v_reconciled v
                  join circle c on c.id = v.group_id
                 where v.as_of between :from and :until and v.answer_id is not null),
            row as (
                select o.group_id, o.household_id, o.principal, exists (select from said s where s.loan_id = o.id) as reconciled,
                       false as differs, false as open, 0 as off
                  from owed o
                union all
                select s.group_id, null, 0, false, true, s.closed_on is null, s.off
                  from said s
                 where s.differs)
            select case when cast(:point as text) is null then u.code else c.code end as code,
                   case when cast(:point as text) is null then u.name else c.name end as name,
                   count(distinct r.household_id) as households, count(r.household_id) as loans,
                   sum(r.principal)::bigint as owed, count(*) filter (where r.reconciled) as reconciled,
                   coalesce(sum(r.principal) filter (where r.reconciled), 0)::bigint as reconciled_amount,
                   count(*) filter (where r.differs) as differing, sum(r.off)::bigint as off, count(*) filter (where r.open) as open
              from row r
              join circle c on c.id = r.group_id
              join organisation.v_point_card u on u.id = c.point_id
             where cast(:point as text) is null or u.code = :point
             group by 1, 2
             order by 1
            """;

    private static final String LAST_DAY = """
            select max(v.open_day) as last from organisation.v_point v where v.id <@ (select shared.scope())
            """;

    private final JdbcClient db;
    private final Programmes programmes;
    private final Transactions transactions;

    ReconciledYears(JdbcClient db, Programmes programmes, Transactions transactions) {
        this.db = db;
        this.programmes = programmes;
        this.transactions = transactions;
    }

    /**
     * The year until its last day, or until the open day where that is earlier; by transaction point, or by group of one.
     *
     * @param year nothing for the year of the open day
     */
    Report of(Actor actor, @Nullable Integer year, @Nullable String point) {
        return transactions.read(actor, () -> {
            var last = db.sql(LAST_DAY)
                    .query((row, n) -> row.getObject("last", LocalDate.class))
                    .list()
                    .getFirst();
            var today = last == null ? LocalDate.EPOCH : last;
            int shown = year == null ? today.getYear() : year;
            var end = LocalDate.of(shown, 12, 31);
            var until = end.isAfter(today) ? today : end;
            var rows = db.sql(ROWS)
                    .param("from", LocalDate.of(shown, 1, 1))
                    .param("until", until)
                    .param("point", point)
                    .query((row, n) -> row(row))
                    .list();
            var rules = programmes.current().parameters();
            return new Report(
                    shown,
                    until,
                    point,
                    rows,
                    new Targets(
                            rules.whole(ParameterCode.RECONCILED_YEARLY_PERCENT, until),
                            rules.whole(ParameterCode.RECONCILED_OTHER_YEARS_PERCENT, until)));
        });
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("code"),
                row.getString("name"),
                new Owed(row.getLong("households"), row.getLong("loans"), new Dong(row.getLong("owed"))),
                new Reconciled(row.getLong("reconciled"), new Dong(row.getLong("reconciled_amount"))),
                new Differences(row.getLong("differing"), new Dong(row.getLong("off")), row.getLong("open")));
    }

    /** What is owed at the end. */
    record Owed(long households, long loans, Dong amount) {}

    /** Loans owed at the end whose members said in the year what they owe, with what is owed of them at the end. */
    record Reconciled(long loans, Dong amount) {}

    /** Lines that differ, by how much principal in either direction, and how many of them are not closed. */
    record Differences(long lines, Dong principal, long open) {}

    /** A transaction point or a group. */
    record Row(String code, String name, Owed owed, Reconciled reconciled, Differences differences) {

        public Share share() {
            return new Share(owed.loans(), reconciled.loans());
        }
    }

    /** Percent of the loans to be reconciled: each year, and in years without a classification by ability to repay. */
    record Targets(long yearly, long otherYears) {}

    /** A year by point, or by group of one point. */
    record Report(int year, LocalDate until, @Nullable String point, List<Row> rows, Targets targets) {

        public Row total() {
            return new Row(
                    "",
                    "",
                    new Owed(
                            rows.stream()
                                    .mapToLong(each -> each.owed().households())
                                    .sum(),
                            rows.stream().mapToLong(each -> each.owed().loans()).sum(),
                            Dong.sum(rows.stream()
                                    .map(each -> each.owed().amount())
                                    .toList())),
                    new Reconciled(
                            rows.stream()
                                    .mapToLong(each -> each.reconciled().loans())
                                    .sum(),
                            Dong.sum(rows.stream()
                                    .map(each -> each.reconciled().amount())
                                    .toList())),
                    new Differences(
                            rows.stream()
                                    .mapToLong(each -> each.differences().lines())
                                    .sum(),
                            Dong.sum(rows.stream()
                                    .map(each -> each.differences().principal())
                                    .toList()),
                            rows.stream()
                                    .mapToLong(each -> each.differences().open())
                                    .sum()));
        }
    }
}
