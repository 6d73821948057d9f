package org.dongvon.loan.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dongvon.engine.money.Dong;
import org.dongvon.group.MemberFacts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Members' loans that are not closed, for the page of a group. */
@Component
class MemberLoans implements MemberFacts {

    private static final String LOANS = """
            select l.member_id, l.code,
                   coalesce(sum(p.principal) filter (where p.part <> 'WRITTEN_OFF'), 0)::bigint as outstanding,
                   coalesce(sum(p.principal) filter (where p.part = 'OVERDUE'), 0)::bigint as overdue
              from loan.loan l
              join loan.part p on p.loan_id = l.id
             where l.group_id in (select m.group_id from "group".member m where m.id = any (:members))
               and l.member_id = any (:members) and l.stage = 'ACTIVE'
             group by l.id, l.member_id, l.code
             order by l.code
            """;

    private final JdbcClient db;

    MemberLoans(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Kind kind() {
        return Kind.LOAN;
    }

    @Override
    public Map<Long, List<Fact>> of(Collection<Long> memberIds) {
        Map<Long, List<Fact>> result = new LinkedHashMap<>();
        db.sql(LOANS).param("members", memberIds.toArray(Long[]::new)).query(row -> {
            var code = row.getString("code");
            var fact = new Fact(
                    new Dong(row.getLong("outstanding")), code, "/loans/" + code, new Dong(row.getLong("overdue")));
            result.computeIfAbsent(row.getLong("member_id"), member -> new ArrayList<>())
                    .add(fact);
        });
        return result;
    }
}
