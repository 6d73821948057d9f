package org.dongvon.report.worklist;

import java.util.List;
import java.util.Set;
import org.dongvon.shared.Role;
import org.springframework.stereotype.Component;

/** More interest owed than the principal bore in the last months (lãi tồn cao). */
@Component
class HighArrears implements WorkList {

    // Exact: interest owed today less what the principal bore since then is K + B × index(then). The one division is
    // shown. The last payment is the first that the index of a loan's movements gives from its end.
    private static final String FINDING = """
            select l.id, coalesce((select m.value_date from loan.v_line m
                                    where m.loan_id = l.id and m.kind = 'REPAYMENT' and m.interest > 0
                                      and not exists (select from loan.v_line r where r.reverses = m.line_id)
                                    order by m.value_date desc
                                    limit 1),
                                  l.disbursed_on) as on_day,
                   round(h.owed / 36500000000)::bigint as amount, h.outstanding as other
              from (select p.loan_id, sum(p.constant + p.principal * n.index_now::numeric) as owed, sum(p.principal)::bigint as outstanding
                      from loan.v_part_line p
                      join unnest(cast(:series as int[]), cast(:parts as text[]), cast(:index_now as bigint[]),
                                  cast(:index_then as bigint[])) as n (series_id, part, index_now, index_then)
                        on n.series_id = p.series_id and n.part = p.part
                     where case when p.point_id <@ (select shared.scope()) then true else false end
                     group by p.loan_id
                    having sum(p.constant + p.principal * n.index_then::numeric) > 0) h
              join loan.v_running l on l.id = h.loan_id
             where l.interest_due_from <= :day and %s
            """.formatted(Scoped.LOAN);

    @Override
    public String code() {
        return "high-arrears";
    }

    @Override
    public int place() {
        return 40;
    }

    @Override
    public Role owner() {
        return Role.CREDIT_OFFICER;
    }

    @Override
    public Set<Role> homes() {
        return Set.of(Role.CREDIT_OFFICER, Role.ASSOCIATION_STAFF, Role.GROUP_HEAD);
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
