package org.dongvon.command.torture;

import java.util.HashMap;
import java.util.Map;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Verification;

/** What is compared after every day: the oracle's sums with the books', account by account, and all rules of {@code verify}. */
final class DayChecks {

    private static final String ACCOUNTS = """
            select account, sum(amount)::bigint as sum from ledger.entry group by account
            """;
    private static final String DEPOSITS = """
            select member_id, balance from savings.account where balance <> 0
            """;
    private static final String BOXES = """
            select session_id, balance from session.cash_box where balance <> 0
            """;
    private static final String HELD_BY_HEADS = """
            select count(*) || ' lines, ' || coalesce(sum(interest), 0) || ' of interest, ' || coalesce(sum(saving), 0) || ' of savings'
              from session.v_provisional
            """;
    private static final String VAULT = """
            select coalesce(sum(balance), 0)::bigint from session.vault
            """;
    private static final String TWICE = """
            select count(*) from (select line_id from loan.movement where kind = 'REPAYMENT' group by line_id having count(distinct journal_id) > 1) t
            """;

    private final DayHand day;
    private long before;

    DayChecks(DayHand day) {
        this.day = day;
        this.before = sums(ACCOUNTS).getOrDefault("INTEREST_INCOME", 0L);
    }

    void run() {
        LoanComparison.run(day.office).ifPresent(said -> {
            throw new DayHand.Wrong(said);
        });
        accounts();
        deposits();
        boxes();
        DayHand.same("cash in the vault", number(VAULT), day.oracle.vault);
        DayHand.same("lines of loans that stand in two journals", number(TWICE), 0L);
        provisional();
        for (var checked : day.office.get(Verification.class).run(Actor.SYSTEM, each -> {})) {
            if (!checked.holds()) {
                throw new DayHand.Wrong(checked.name() + ": " + checked.breach().orElse(""));
            }
        }
    }

    private void accounts() {
        var books = sums(ACCOUNTS);
        DayHand.same(
                "the journal's balance",
                books.values().stream().mapToLong(Long::longValue).sum(),
                0L);
        DayHand.same("CASH", of(books, "CASH"), day.oracle.cash());
        DayHand.same("VAULT", of(books, "VAULT"), day.oracle.vault);
        DayHand.same("MEMBER_DEPOSIT", of(books, "MEMBER_DEPOSIT"), -day.oracle.deposits());
        DayHand.same("INTEREST_INCOME", of(books, "INTEREST_INCOME"), before - day.oracle.interest());
        DayHand.same("principal", of(books, "LOAN_IN_TERM") + of(books, "LOAN_OVERDUE"), day.oracle.outstanding());
        DayHand.same(
                "cash found and missing", of(books, "CASH_SURPLUS") + of(books, "CASH_SHORTAGE"), -day.oracle.gaps);
    }

    private static long of(Map<String, Long> books, String account) {
        return books.getOrDefault(account, 0L);
    }

    private void deposits() {
        Map<Long, Long> books = new HashMap<>();
        day.office.owner.sql(DEPOSITS).query(row -> {
            books.put(row.getLong(1), row.getLong(2));
        });
        day.oracle.depositsByMember().forEach((member, balance) -> {
            DayHand.same("deposit of member " + member, books.getOrDefault(member, 0L), balance);
            books.remove(member);
        });
        DayHand.require(books.isEmpty(), "deposits that the oracle does not know: " + books);
    }

    private void boxes() {
        Map<Long, Long> books = new HashMap<>();
        day.office.owner.sql(BOXES).query(row -> {
            books.put(row.getLong(1), row.getLong(2));
        });
        for (var session : day.oracle.sessions.values()) {
            var what = "cash of the session of " + session.day() + " at point " + session.point();
            DayHand.same(what, books.getOrDefault(session.id(), 0L), session.cash);
        }
    }

    private void provisional() {
        var held = day.oracle.taken.values();
        var oracle = held.size() + " lines, "
                + held.stream().mapToLong(each -> each.ask().interest()).sum() + " of interest, "
                + held.stream().mapToLong(each -> each.ask().saving()).sum() + " of savings";
        DayHand.same(
                "what heads hold",
                day.office.owner.sql(HELD_BY_HEADS).query(String.class).single(),
                oracle);
    }

    private long number(String sql) {
        return day.office.owner.sql(sql).query(Long.class).single();
    }

    private Map<String, Long> sums(String sql) {
        Map<String, Long> sums = new HashMap<>();
        day.office.owner.sql(sql).query(row -> {
            sums.put(row.getString(1), row.getLong(2));
        });
        return sums;
    }
}
