package org.dongvon.savings.unclaimed;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dongvon.engine.money.Dong;
import org.dongvon.group.FollowsMembers;
import org.dongvon.group.FollowsMembers.Tie;
import org.dongvon.programme.ParameterCode;
import org.dongvon.programme.Programmes;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Deposits that may be moved to the account of unclaimed ones: whose they are, and since when nothing moved them. */
@Repository
class IdleDeposits {

    private static final String FIND = """
            select i.account_id, i.member_id, i.person_id, i.point_id, c.office_id, i.balance, i.closed_on, i.touched_on, i.gone_on, h.full_name,
                   h.identity_last4, g.code as group_code
              from savings.v_idle i
              join "group".v_member m on m.id = i.member_id
              join "group".v_credit_group g on g.id = m.group_id
              join household.v_person h on h.id = i.person_id
              join organisation.v_point_card c on c.id = i.point_id
             where i.member_id = :member and i.point_id <@ (select shared.scope()) and not (select shared.narrowed()) and not h.restricted
            """;

    private final JdbcClient db;
    private final Programmes programmes;
    private final ObjectProvider<FollowsMembers> followers;

    IdleDeposits(JdbcClient db, Programmes programmes, ObjectProvider<FollowsMembers> followers) {
        this.db = db;
        this.programmes = programmes;
        this.followers = followers;
    }

    /** The deposit of a member, with money in it or without. */
    Optional<Idle> of(long memberId) {
        return db.sql(FIND)
                .param("member", memberId)
                .query((row, n) -> new Idle(
                        new Place(row.getLong("account_id"), row.getLong("point_id"), row.getLong("office_id")),
                        new Unclaimed.Owner(
                                row.getLong("member_id"),
                                row.getLong("person_id"),
                                row.getString("full_name"),
                                row.getString("identity_last4"),
                                row.getString("group_code")),
                        row.getObject("closed_on") == null ? new Dong(row.getLong("balance")) : Dong.ZERO,
                        row.getObject("touched_on", LocalDate.class),
                        row.getObject("gone_on", LocalDate.class)))
                .optional();
    }

    /** What was moved before this day has not been touched for the months of the rule. */
    LocalDate untouchedBefore(LocalDate day) {
        return day.minusMonths(programmes.current().parameters().whole(ParameterCode.UNCLAIMED_AFTER_MONTHS, day));
    }

    /** Whether the member owes a loan: then savings repay it first. */
    boolean owesLoan(long memberId) {
        return followers.stream()
                .flatMap(each -> each.ties(List.of(memberId)).stream())
                .anyMatch(tie -> tie.kind() == Tie.Kind.LOAN);
    }

    /** Where a deposit lies. */
    record Place(long accountId, long pointId, long officeId) {}

    /**
     * A deposit.
     *
     * @param balance nothing when it is closed
     * @param touchedOn when something but interest moved it last
     * @param goneOn when the owner died or moved away by the register
     */
    record Idle(
            Place place,
            Unclaimed.Owner owner,
            Dong balance,
            LocalDate touchedOn,
            @Nullable LocalDate goneOn) {}
}
