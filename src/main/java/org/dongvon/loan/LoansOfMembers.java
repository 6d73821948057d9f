package org.dongvon.loan;

import java.util.Collection;
import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.group.FollowsMembers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A member leaves no group while a loan is approved or running, or an application is on its way. */
@Component
class LoansOfMembers implements FollowsMembers {

    // An application that was paid out lives on as its loan.
    private static final String OPEN = """
            select l.member_id, 'LOAN' as kind, l.code as record,
                   coalesce((select sum(p.principal) from loan.part p where p.loan_id = l.id and p.part <> 'WRITTEN_OFF'), 0) as amount
              from loan.loan l
             where l.member_id = any (:members) and l.stage <> 'CLOSED'
            union all
            select a.member_id, 'APPLICATION', h.code, a.amount
              from loan.application a
              join household.household h on h.id = a.household_id
             where a.member_id = any (:members)
               and a.step not in ('WITHDRAWN', 'REJECTED', 'REFUSED', 'DECLINED', 'CANCELLED', 'PAID_OUT')
             order by member_id, kind desc, record
            """;

    private final JdbcClient db;

    LoansOfMembers(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Tie> ties(Collection<Long> memberIds) {
        return db.sql(OPEN)
                .param("members", memberIds.toArray(Long[]::new))
                .query((row, n) -> new Tie(
                        row.getLong("member_id"),
                        Tie.Kind.valueOf(row.getString("kind")),
                        row.getString("record"),
                        new Dong(row.getLong("amount"))))
                .list();
    }
}
