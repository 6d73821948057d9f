package org.dongvon.fee.group;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dongvon.engine.money.Dong;
import org.dongvon.group.GroupRefusal;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the approved commissions of a group, month by month, with when and how each was paid. */
@Repository
class GroupCommissions {

    private static final String GROUP = """
            select g.id, g.code, g.name
              from "group".v_credit_group g
             where g.code = :code and g.point_id <@ (select shared.scope())
               and ((select shared.scope_association()) is null or g.association = (select shared.scope_association()))
               and ((select shared.scope_group()) is null or g.id = (select shared.scope_group()))
            """;

    private static final String MONTHS = """
            select c.month, u.code as office,
                   coalesce((select sum(l.amount) from fee.line l
                              where l.computation_id = c.id and l.group_id = p.group_id and l.target = 'COMMISSION'), 0)::bigint as on_interest,
                   coalesce((select sum(l.amount) from fee.line l
                              where l.computation_id = c.id and l.group_id = p.group_id and l.target = 'DEPOSIT'), 0)::bigint as on_deposits,
                   p.carried, p.computed + p.carried as due, p.paid,
                   (select y.way from fee.payment y
                     where y.payable_id = p.id and y.reverses is null
                       and not exists (select from fee.payment r where r.reverses = y.line_id)) as way
              from fee.payable p
              join fee.computation c on c.id = p.computation_id
              join organisation.unit u on u.id = c.office_id
             where p.group_id = :group and c.state = 'APPROVED'
             order by c.month desc
             limit 60
            """;

    private final JdbcClient db;
    private final Transactions transactions;

    GroupCommissions(JdbcClient db, Transactions transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    /**
     * The commissions of a group in scope.
     *
     * @throws Refused {@link GroupRefusal#UNKNOWN_GROUP}
     */
    Shown show(Actor actor, String code) {
        return transactions.read(
                actor,
                () -> db.sql(GROUP)
                        .param("code", code)
                        .query((row, n) ->
                                new Shown(row.getString("code"), row.getString("name"), months(row.getLong("id"))))
                        .optional()
                        .orElseThrow(() -> new Refused(GroupRefusal.UNKNOWN_GROUP, code)));
    }

    /** The newest approved commission of a group, inside the caller's transaction. */
    Optional<Month> last(long group) {
        return months(group).stream().findFirst();
    }

    private List<Month> months(long group) {
        return db.sql(MONTHS)
                .param("group", group)
                .query((row, n) -> month(row))
                .list();
    }

    private static Month month(ResultSet row) throws SQLException {
        return new Month(
                row.getObject("month", LocalDate.class),
                row.getString("office"),
                new Amounts(
                        new Dong(row.getLong("on_interest")),
                        new Dong(row.getLong("on_deposits")),
                        new Dong(row.getLong("carried")),
                        new Dong(row.getLong("due"))),
                row.getLong("paid") != 0,
                row.getString("way"));
    }

    /** What a month's commission is made of. */
    record Amounts(Dong onInterest, Dong onDeposits, Dong carried, Dong due) {}

    /** A month; {@code way} is how it was paid. */
    record Month(
            LocalDate first,
            String office,
            Amounts amounts,
            boolean paid,
            @Nullable String way) {}

    /** A group with its commissions. */
    record Shown(String code, String name, List<Month> months) {}
}
