package org.dongvon.savings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.Account;
import org.dongvon.ledger.Entry;
import org.dongvon.shared.RoundTrip;
import org.dongvon.shared.RoundTrips;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
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

    private final JdbcClient db;
    private final RoundTrips trips;

    Deposits(JdbcClient db, RoundTrips trips) {
        this.db = db;
        this.trips = trips;
    }

    /** Opens the accounts of members who joined; those who have one keep it. */
    public void open(Collection<Long> memberIds) {
        db.sql(OPEN).param("members", memberIds.toArray(Long[]::new)).update();
    }

    /** The open accounts of members, by member, locked in order until the transaction ends. */
    public Map<Long, DepositAccount> lock(Collection<Long> memberIds) {
        return byMember(LOCK, memberIds);
    }

    /** Likewise, among other statements of one journey. */
    public RoundTrip.Answer<Map<Long, DepositAccount>> lock(RoundTrip trip, Collection<Long> memberIds) {
        return byMember(trip, LOCK, memberIds);
    }

    /** The open accounts of members, by member, without a lock. */
    public Map<Long, DepositAccount> read(Collection<Long> memberIds) {
        return byMember(READ, memberIds);
    }

    private Map<Long, DepositAccount> byMember(String sql, Collection<Long> memberIds) {
        var trip = trips.begin();
        var found = byMember(trip, sql, memberIds);
        trip.send();
        return found.get();
    }

    private static RoundTrip.Answer<Map<Long, DepositAccount>> byMember(
            RoundTrip trip, String sql, Collection<Long> memberIds) {
        return trip.query(
                sql, new MapSqlParameterSource("members", memberIds.toArray(Long[]::new)), Deposits::byMember);
    }

    private static Map<Long, DepositAccount> byMember(ResultSet row) throws SQLException {
        Map<Long, DepositAccount> result = new LinkedHashMap<>();
        while (row.next()) {
            var account = new DepositAccount(
                    row.getLong("id"),
                    row.getLong("point_id"),
                    row.getLong("member_id"),
                    row.getLong("group_id"),
                    new Dong(row.getLong("balance")));
            result.put(account.memberId(), account);
        }
        return result;
    }

    /** Writes movements of a journal and adds them to the balances. */
    public void post(long journalId, LocalDate valueDate, List<DepositMovement> movements) {
        var trip = trips.begin();
        post(trip, journalId, valueDate, movements);
        trip.send();
    }

    /** Likewise, among other statements of one journey. */
    public void post(RoundTrip trip, long journalId, LocalDate valueDate, List<DepositMovement> movements) {
        if (movements.isEmpty()) {
            return;
        }
        int size = movements.size();
        var lines = new String[size];
        var numbers = new Short[size];
        var accounts = new Long[size];
        var points = new Long[size];
        var amounts = new Long[size];
        var reverses = new @Nullable String[size];
        for (int i = 0; i < size; i++) {
            var movement = movements.get(i);
            lines[i] = movement.lineId().toString();
            numbers[i] = (short) movement.lineNo();
            accounts[i] = movement.account().id();
            points[i] = movement.account().pointId();
            amounts[i] = movement.amount().amount();
            reverses[i] = reversed(movement);
        }
        trip.update(
                WRITE,
                new MapSqlParameterSource("journal", journalId)
                        .addValue("value_date", valueDate)
                        .addValue("lines", lines)
                        .addValue("numbers", numbers)
                        .addValue("accounts", accounts)
                        .addValue("points", points)
                        .addValue("amounts", amounts)
                        .addValue("reverses", reverses));
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
