package org.dongvon.report.worklist;

import java.util.List;
import java.util.Set;
import org.dongvon.shared.Role;
import org.springframework.stereotype.Component;

/** Loans without a transaction for months (3 tháng không hoạt động). */
@Component
class InactiveLoans implements WorkList {

    // Money of the borrower that was not taken back; what the bank books by itself is no transaction. The last
    // transaction is the first that the index of a loan's movements gives from its end; what is owed is summed for
    // the page alone. Offset 0 keeps the look-up from being made twice.
    private static final String FINDING = """
            select t.id, t.on_day,
                   (select coalesce(sum(p.principal) filter (where p.part <> 'WRITTEN_OFF'), 0)::bigint
                      from loan.v_part_line p where p.loan_id = t.id) as amount,
                   cast(null as bigint) as other
              from (select l.id, (select m.value_date from loan.v_line m
                                   where m.loan_id = l.id and m.kind in ('DISBURSEMENT', 'REPAYMENT')
                                     and not exists (select from loan.v_line r where r.reverses = m.line_id)
                                   order by m.value_date desc
                                   limit 1) as on_day
                      from loan.v_running l
                     where l.disbursed_on < :inactive_before
                       and not (l.interest_due_from > :day
                                and l.programme_id = (select t.id from programme.v_programme t where t.code = 'HSSV')) and %s
                    offset 0) t
             where t.on_day < :inactive_before
               and not exists (select from loan.v_part_line f where f.loan_id = t.id and f.part = 'FROZEN' and f.principal <> 0)
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
