package org.dongvon.report.worklist;

import java.util.List;
import java.util.Set;
import org.dongvon.shared.Role;
import org.springframework.stereotype.Component;

/** Running loans that a closed list says are unrecoverable (nợ không có khả năng thu hồi). */
@Component
class UnrecoverableDebts implements WorkList {

    private static final String FINDING = """
            with lost as materialized (
                select d.loan_id, coalesce(d.followed_on, d.closed_on) + cast(:debt_days as integer) as on_day
                  from supervision.v_debt d
                 where case when d.point_id <@ (select shared.scope()) then true else false end
                   and d.closed_on is not null and d.ability = any(cast(:unrecoverable as text[]))
                   and not exists (select from supervision.v_debt n where n.loan_id = d.loan_id and n.year > d.year))
            select l.id, o.on_day,
                   (select sum(p.principal) from loan.v_part_line p
                     where p.loan_id = l.id and p.part <> 'WRITTEN_OFF')::bigint as amount,
                   (select coalesce(sum(p.principal), 0) from loan.v_part_line p
                     where p.loan_id = l.id and p.part = 'OVERDUE')::bigint as other
              from lost o
              join loan.v_running l on l.id = o.loan_id
             where %s
            """.formatted(Scoped.LOAN);

    @Override
    public String code() {
        return "debts-unrecoverable";
    }

    @Override
    public int place() {
        return 77;
    }

    @Override
    public Role owner() {
        return Role.CREDIT_OFFICER;
    }

    @Override
    public Set<Role> homes() {
        return Set.of(Role.CREDIT_OFFICER, Role.DIRECTOR, Role.ASSOCIATION_STAFF, Role.COMMUNE_OFFICIAL);
    }

    @Override
    public Subject subject() {
        return Subject.DEBT;
    }

    @Override
    public String finding() {
        return FINDING;
    }

    @Override
    public List<Column> columns() {
        return List.of(Column.DAY, Column.AMOUNT, Column.OTHER);
    }
}
