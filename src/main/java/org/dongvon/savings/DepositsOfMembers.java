package org.dongvon.savings;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.group.FollowsMembers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A member's deposit is opened when they join; it must be paid out before they leave, and is closed then. */
@Component
class DepositsOfMembers implements FollowsMembers {

    private static final String HELD = """
            select a.member_id, a.balance
              from savings.account a
             where a.member_id = any (:members) and a.balance > 0
             order by a.member_id
            """;

    private static final String CLOSE = """
            update savings.account set closed_on = :day where member_id = any (:members) and closed_on is null
            """;

    private final JdbcClient db;
    private final Deposits deposits;

    DepositsOfMembers(JdbcClient db, Deposits deposits) {
        this.db = db;
        this.deposits = deposits;
    }

    @Override
    public List<Tie> ties(Collection<Long> memberIds) {
        return db.sql(HELD)
                .param("members", memberIds.toArray(Long[]::new))
                .query((row, n) ->
                        new Tie(row.getLong("member_id"), Tie.Kind.DEPOSIT, "", new Dong(row.getLong("balance"))))
                .list();
    }

    @Override
    public void joined(Collection<Long> memberIds) {
        deposits.open(memberIds);
    }

    @Override
    public void left(Collection<Long> memberIds, LocalDate day) {
        db.sql(CLOSE)
                .param("members", memberIds.toArray(Long[]::new))
                .param("day", day)
                .update();
    }
}
