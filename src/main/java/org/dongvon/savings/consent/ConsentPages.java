package org.dongvon.savings.consent;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.group.GroupRefusal;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.Refused;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the members of a group with what they signed about debits. */
@Repository
class ConsentPages {

    private static final String GROUP = """
            select g.id, g.code, g.name
              from "group".v_credit_group g
             where g.code = :code and g.point_id <@ (select shared.scope()) and not (select shared.narrowed())
            """;

    private static final String MEMBERS = """
            select m.id, m.person_id, h.full_name, h.identity_last4, a.balance, c.given, c.signed_on
              from "group".v_member m
              join household.v_person h on h.id = m.person_id
              join savings.account a on a.member_id = m.id and a.closed_on is null
              left join savings.v_debit_consent c on c.member_id = m.id
             where m.group_id = :group and m.left_on is null and not h.restricted
             order by m.ordinal
            """;

    private final JdbcClient db;
    private final Transactions transactions;

    ConsentPages(JdbcClient db, Transactions transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    /**
     * The members of a group in scope.
     *
     * @throws Refused {@link GroupRefusal#UNKNOWN_GROUP}
     */
    Shown of(Actor actor, String code) {
        return transactions.read(
                actor,
                () -> db.sql(GROUP)
                        .param("code", code)
                        .query((row, n) ->
                                new Shown(row.getString("code"), row.getString("name"), members(row.getLong("id"))))
                        .optional()
                        .orElseThrow(() -> new Refused(GroupRefusal.UNKNOWN_GROUP, code)));
    }

    private List<Member> members(long group) {
        return db.sql(MEMBERS)
                .param("group", group)
                .query((row, n) -> new Member(
                        row.getLong("id"),
                        new Who(row.getLong("person_id"), row.getString("full_name"), row.getString("identity_last4")),
                        new Dong(row.getLong("balance")),
                        row.getBoolean("given"),
                        row.getObject("signed_on", LocalDate.class)))
                .list();
    }

    /** Whose deposit it is. */
    record Who(long id, String name, String last4) {}

    /** A member; {@code signedOn} is the day on the newest paper. */
    record Member(
            long id,
            Who who,
            Dong balance,
            boolean given,
            @Nullable LocalDate signedOn) {}

    /** A group. */
    record Shown(String code, String name, List<Member> members) implements ShowsPeople {

        @Override
        public Purpose purpose() {
            return Purpose.GROUPS;
        }

        @Override
        public List<Long> people() {
            return members.stream().map(each -> each.who().id()).toList();
        }
    }
}
