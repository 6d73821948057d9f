package org.dongvon.savings;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dongvon.engine.money.Dong;
import org.dongvon.group.FollowsMembers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A member's deposit is opened when they join; it must be paid out before they leave, and is closed then. */
@Component
class DepositsOfMembers implements FollowsMembers {

    private static final String HELD = """
            select a.id, a.member_id, a.balance, d.day
              from savings.account a
              join organisation.point p on p.id = a.point_id
              join organisation.business_day d on d.office_id = p.office_id
             where a.member_id = any (:members) and a.closed_on is null
             order by a.member_id
            """;

    private static final String CLOSE = """
            update savings.account set closed_on = :day where member_id = any (:members) and closed_on is null
            """;

    private final JdbcClient db;
    private final Deposits deposits;
    private final InterestOwed owed;
    private final DemandRates rates;

    DepositsOfMembers(JdbcClient db, Deposits deposits, InterestOwed owed, DemandRates rates) {
        this.db = db;
        this.deposits = deposits;
        this.owed = owed;
        this.rates = rates;
    }

    /** A balance ties, and so does interest to the open day that is not credited yet. */
    @Override
    public List<Tie> ties(Collection<Long> memberIds) {
        var held = db.sql(HELD)
                .param("members", memberIds.toArray(Long[]::new))
                .query((row, n) -> new Held(
                        row.getLong("id"),
                        row.getLong("member_id"),
                        new Dong(row.getLong("balance")),
                        row.getObject("day", LocalDate.class)))
                .list();
        Map<LocalDate, List<Held>> byDay = held.stream().collect(Collectors.groupingBy(Held::day));
        var current = rates.current();
        Map<Long, BigInteger> numerators = new HashMap<>();
        byDay.forEach((day, accounts) -> numerators.putAll(
                owed.numerators(accounts.stream().map(Held::accountId).toList(), current, day)));
        return held.stream()
                .map(each -> each.tie(numerators.getOrDefault(each.accountId(), BigInteger.ZERO)))
                .filter(tie -> tie.amount().isPositive())
                .toList();
    }

    @Override
    public void joined(Collection<Long> memberIds) {
        deposits.open(memberIds);
    }

    @Override
    public Dong succeeded(Succeeded succeeded) {
        var accounts = deposits.lock(List.of(succeeded.from(), succeeded.to()));
        var from = accounts.get(succeeded.from());
        var to = accounts.get(succeeded.to());
        if (from == null || to == null || !from.balance().isPositive()) {
            return Dong.ZERO;
        }
        var amount = from.balance();
        deposits.post(
                succeeded.journalId(),
                succeeded.day(),
                List.of(
                        new DepositMovement(line(succeeded, "out"), 2, from, amount.negate(), null),
                        new DepositMovement(line(succeeded, "in"), 3, to, amount, null)));
        return amount;
    }

    private static UUID line(Succeeded succeeded, String way) {
        var name = "savings go " + way + " by " + succeeded.key();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void left(Collection<Long> memberIds, LocalDate day) {
        db.sql(CLOSE)
                .param("members", memberIds.toArray(Long[]::new))
                .param("day", day)
                .update();
    }

    private record Held(long accountId, long memberId, Dong balance, LocalDate day) {

        Tie tie(BigInteger numerator) {
            return new Tie(memberId, Tie.Kind.DEPOSIT, "", balance.plus(DepositInterest.rounded(numerator)));
        }
    }
}
