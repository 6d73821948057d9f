package org.dongvon.savings;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.Account;
import org.dongvon.ledger.Entry;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Members' deposits: opened on joining, moved by lines of sheets, never below zero. */
@Service
public class Deposits {

    private static final String OPEN = """
            insert into savings.account (point_id, member_id, household_id, opened_on)
            select m.point_id, m.id, m.household_id, m.joined_on
              from "group".member m
             where m.id = any (:members)
                on conflict (member_id) do nothing
            """;

    private static final String LOCK = """
            select a.id, a.point_id, a.member_id, m.group_id, a.balance
              from savings.account a
              join "group".member m on m.id = a.member_id
             where a.member_id = any (:members) and a.closed_on is null
             order by a.id
               for no key update of a
            """;

    private static final String READ = """
            select a.id, a.point_id, a.member_id, m.group_id, a.balance
              from savings.account a
              join "group".member m on m.id = a.member_id
             where a.member_id = any (:members) and a.closed_on is null
            """;

    private static final String WRITE = """
            with moved as (
                select *
                  from unnest(cast(:lines as uuid[]), cast(:numbers as smallint[]), cast(:accounts as bigint[]),
                              cast(:points as bigint[]), cast(:amounts as bigint[]), cast(:reverses as uuid[]))
                           as m (line_id, line_no, account_id, point_id, amount, reverses)),
            written as (
                insert into savings.movement (line_id, journal_id, line_no, account_id, point_id, value_date, amount, reverses)
                select line_id, :journal, line_no, account_id, point_id, :value_date, amount, reverses
                  from moved)
            update savings.account a
               set balance = a.balance + s.amount
              from (select account_id, sum(amount)::bigint as amount from moved group by account_id) s
             where a.id = s.account_id
            """;

    private static final String POSTED = """
            select line_id, amount from savings.movement where line_id = any (cast(:lines as uuid[]))
            """;

    private static final RowMapper<DepositAccount> ACCOUNT = (row, n) -> new DepositAccount(
            row.getLong("id"),
            row.getLong("point_id"),
            row.getLong("member_id"),
            row.getLong("group_id"),
            new Dong(row.getLong("balance")));

    private final JdbcClient db;

    Deposits(JdbcClient db) {
        this.db = db;
    }

    /** Opens the accounts of members who joined; those who have one keep it. */
    public void open(Collection<Long> memberIds) {
        db.sql(OPEN).param("members", memberIds.toArray(Long[]::new)).update();
    }

    /** The open accounts of members, by member, locked in order until the transaction ends. */
    public Map<Long, DepositAccount> lock(Collection<Long> memberIds) {
        return byMember(LOCK, memberIds);
    }

    /** The open accounts of members, by member, without a lock. */
    public Map<Long, DepositAccount> read(Collection<Long> memberIds) {
        return byMember(READ, memberIds);
    }

    private Map<Long, DepositAccount> byMember(String sql, Collection<Long> memberIds) {
        Map<Long, DepositAccount> result = new LinkedHashMap<>();
        db.sql(sql)
                .param("members", memberIds.toArray(Long[]::new))
                .query(ACCOUNT)
                .list()
                .forEach(account -> result.put(account.memberId(), account));
        return result;
    }

    /** What the books already hold of lines with these identifiers. */
    public Map<UUID, Dong> posted(Collection<UUID> lines) {
        Map<UUID, Dong> result = new LinkedHashMap<>();
        db.sql(POSTED)
                .param("lines", lines.stream().map(UUID::toString).toArray(String[]::new))
                .query(row -> {
                    result.put(row.getObject("line_id", UUID.class), new Dong(row.getLong("amount")));
                });
        return result;
    }

    /** Writes movements of a journal and adds them to the balances. */
    public void post(long journalId, LocalDate valueDate, List<DepositMovement> movements) {
        if (movements.isEmpty()) {
            return;
        }
        db.sql(WRITE)
                .param("journal", journalId)
                .param("value_date", valueDate)
                .param(
                        "lines",
                        movements.stream().map(m -> m.lineId().toString()).toArray(String[]::new))
                .param(
                        "numbers",
                        movements.stream().map(m -> (short) m.lineNo()).toArray(Short[]::new))
                .param("accounts", movements.stream().map(m -> m.account().id()).toArray(Long[]::new))
                .param(
                        "points",
                        movements.stream().map(m -> m.account().pointId()).toArray(Long[]::new))
                .param(
                        "amounts",
                        movements.stream().map(m -> m.amount().amount()).toArray(Long[]::new))
                .param("reverses", movements.stream().map(Deposits::reversed).toArray(String[]::new))
                .update();
    }

    private static @Nullable String reversed(DepositMovement movement) {
        var line = movement.reverses();
        return line == null ? null : line.toString();
    }

    /** The control entry of these movements: a deposit is owed to the member. */
    public static Entry entry(Collection<DepositMovement> movements) {
        return Entry.of(Account.MEMBER_DEPOSIT, Dong.ZERO.minus(cash(movements)));
    }

    /** Money received for these movements; negative when paid out. */
    public static Dong cash(Collection<DepositMovement> movements) {
        return movements.stream().map(DepositMovement::amount).reduce(Dong.ZERO, Dong::plus);
    }
}
