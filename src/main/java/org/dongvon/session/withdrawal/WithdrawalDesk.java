package org.dongvon.session.withdrawal;

import java.math.BigInteger;
import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.savings.DemandRates;
import org.dongvon.savings.DepositInterest;
import org.dongvon.savings.InterestOwed;
import org.dongvon.session.SessionHeads;
import org.dongvon.session.SessionHeads.SessionHead;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.text.LikeText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds members of the session's point who have savings, with what they owe on the day. */
@Repository
class WithdrawalDesk {

    private static final int MOST = 50;

    private static final String FIND = """
            select a.id as account_id, a.member_id, a.balance, h.id as person_id, h.full_name, h.identity_last4, g.code, g.name
              from savings.v_account a
              join "group".v_member m on m.id = a.member_id
              join household.v_person h on h.id = m.person_id
              join "group".v_group_card g on g.id = m.group_id
             where a.point_id = :point and a.closed_on is null and not h.restricted
               and unaccent(lower(concat_ws(' ', h.full_name, g.code, g.name))) like '%' || unaccent(lower(:wanted)) || '%'
             order by (regexp_match(h.full_name, '(\\S+)$'))[1] collate public.vi, h.full_name collate public.vi, a.member_id
             limit :most
            """;

    private final JdbcClient db;
    private final SessionHeads heads;
    private final DebtsDue debts;
    private final WithdrawalRule rule;
    private final InterestOwed owed;
    private final DemandRates rates;
    private final Transactions transactions;

    WithdrawalDesk(
            JdbcClient db,
            SessionHeads heads,
            DebtsDue debts,
            WithdrawalRule rule,
            InterestOwed owed,
            DemandRates rates,
            Transactions transactions) {
        this.db = db;
        this.heads = heads;
        this.debts = debts;
        this.rule = rule;
        this.owed = owed;
        this.rates = rates;
        this.transactions = transactions;
    }

    /** Nobody before something was typed. */
    Found find(Actor actor, long sessionId, String wanted) {
        return transactions.read(actor, () -> {
            var head = heads.get(sessionId);
            var when = rule.on(head.day());
            if (wanted.isBlank()) {
                return new Found(head, when, List.of());
            }
            var savers = savers(head, wanted.strip());
            var due = debts.read(savers.stream().map(Saver::memberId).toList(), head.day());
            var interest = owed.numerators(savers.stream().map(Saver::accountId).toList(), rates.current(), head.day());
            return new Found(
                    head,
                    when,
                    savers.stream()
                            .map(each -> each.with(
                                    DepositInterest.rounded(interest.getOrDefault(each.accountId(), BigInteger.ZERO)),
                                    due.getOrDefault(each.memberId(), Dong.ZERO)))
                            .filter(each -> each.money().whole().isPositive())
                            .toList());
        });
    }

    private List<Saver> savers(SessionHead head, String wanted) {
        return db.sql(FIND)
                .param("point", head.session().pointId())
                .param("wanted", LikeText.literal(wanted))
                .param("most", MOST)
                .query((row, n) -> new Saver(
                        row.getLong("account_id"),
                        row.getLong("member_id"),
                        new Who(row.getLong("person_id"), row.getString("full_name"), row.getString("identity_last4")),
                        row.getString("code") + " · " + row.getString("name"),
                        new Money(new Dong(row.getLong("balance")), Dong.ZERO, Dong.ZERO)))
                .list();
    }

    /** Members found in a session. */
    record Found(SessionHead head, WithdrawalRule.When when, List<Saver> savers) implements ShowsPeople {

        @Override
        public Purpose purpose() {
            return Purpose.SESSION;
        }

        @Override
        public List<Long> people() {
            return savers.stream().map(each -> each.who().id()).toList();
        }
    }

    /** Who saves. */
    record Who(long id, String name, String last4) {}

    /** The savings, their interest to the day, and what is due of debts on it. */
    record Money(Dong balance, Dong interest, Dong due) {

        public Dong whole() {
            return balance.plus(interest);
        }
    }

    /** A member with savings. */
    record Saver(long accountId, long memberId, Who who, String group, Money money) {

        Saver with(Dong interest, Dong due) {
            return new Saver(accountId, memberId, who, group, new Money(money.balance(), interest, due));
        }
    }
}
