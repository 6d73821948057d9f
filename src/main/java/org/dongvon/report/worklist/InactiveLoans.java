package org.dongvon.report.worklist;

import java.util.List;
import java.util.Set;
import org.dongvon.shared.Role;
import org.springframework.stereotype.Component;

/** Loans without a transaction for months (3 tháng không hoạt động). */
@Component
class InactiveLoans implements WorkList {

    // Money of the borrower that was not taken back; what the bank books by itself is no transaction.
    // The last transaction is looked for among those of the loans that had none since, and what is owed is summed once.
    private static final String FINDING = """
            with quiet as materialized (
                select l.id
                  from loan.v_running l
                 where l.disbursed_on < :inactive_before
                   and not exists (select from loan.v_line m
                                    where m.loan_id = l.id and m.value_date >= :inactive_before
                                      and m.kind in ('DISBURSEMENT', 'REPAYMENT')
                                      and not exists (select from loan.v_line r where r.reverses = m.line_id))
                   and not (l.interest_due_from > :day
                            and l.programme_id = (select t.id from programme.v_programme t where t.code = 'HSSV')) and %s),
            owed as materialized (
                select p.loan_id, coalesce(sum(p.principal) filter (where p.part <> 'WRITTEN_OFF'), 0)::bigint as outstanding
                  from loan.v_part_line p
                 where case when p.point_id <@ (select shared.scope()) then true else false end
                 group by p.loan_id
                having coalesce(sum(p.principal) filter (where p.part = 'FROZEN'), 0) = 0)
            select q.id, (select max(m.value_date) from loan.v_line m
                           where m.loan_id = q.id and m.kind in ('DISBURSEMENT', 'REPAYMENT')
                             and not exists (select from loan.v_line r where r.reverses = m.line_id)) as on_day,
                   o.outstanding as amount, cast(null as bigint) as other
              from quiet q
              join owed o on o.loan_id = q.id
            """.formatted(Scoped.LOAN);

    @Override
    public String code() {
        return "inactive";
    }

    @Override
    public int place() {
        return 50;
    }

    @Override
    public Role owner() {
        return Role.ASSOCIATION_STAFF;
    }

    @Override
    public Set<Role> homes() {
        return Set.of(Role.ASSOCIATION_STAFF, Role.CREDIT_OFFICER, Role.GROUP_HEAD);
    }

    @Override
    public String finding() {
        return FINDING;
    }

    @Override
    public List<Column> columns() {
        return List.of(Column.DAY, Column.AGE, Column.AMOUNT);
    }
}
