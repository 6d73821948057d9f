package org.dongvon.report.worklist;

import java.util.List;
import java.util.Set;
import org.dongvon.shared.Role;
import org.springframework.stereotype.Component;

/** Loans without a transaction for months (3 tháng không hoạt động). */
@Component
class InactiveLoans implements WorkList {

    // Money of the borrower that was not taken back; what the bank books by itself is no transaction.
    private static final String FINDING = """
            select l.id, a.last_day as on_day, a.outstanding as amount, cast(null as bigint) as other
              from loan.v_running l
              cross join lateral (
                   select (select max(m.value_date) from loan.v_line m
                            where m.loan_id = l.id and m.kind in ('DISBURSEMENT', 'REPAYMENT')
                              and not exists (select from loan.v_line r where r.reverses = m.line_id)) as last_day,
                          (select coalesce(sum(p.principal), 0) from loan.v_part_line p
                            where p.loan_id = l.id and p.part <> 'WRITTEN_OFF')::bigint as outstanding) a
             where l.disbursed_on < :inactive_before
               and not exists (select from loan.v_line m
                                where m.loan_id = l.id and m.value_date >= :inactive_before
                                  and m.kind in ('DISBURSEMENT', 'REPAYMENT')
                                  and not exists (select from loan.v_line r where r.reverses = m.line_id))
               and not exists (select from loan.v_part_line p
                                where p.loan_id = l.id and p.part = 'FROZEN' and p.principal > 0)
               and not (l.interest_due_from > :day
                        and l.programme_id = (select t.id from programme.v_programme t where t.code = 'HSSV')) and %s
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
    public Set<Role> readers() {
        return ALL;
    }

    @Override
    public Subject subject() {
        return Subject.LOAN;
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
