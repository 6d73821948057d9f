package org.dongvon.savings.interest;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.programme.ParameterCode;
import org.dongvon.programme.Programmes;
import org.dongvon.savings.DemandRates;
import org.dongvon.savings.DepositInterest;
import org.dongvon.savings.InterestOwed;
import org.dongvon.savings.SavingsOffices.Office;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Months whose interest was credited to members' deposits, and what the next one comes to. */
@Repository
class InterestMonths {

    private static final String DONE = """
            select m.month, m.until, m.accounts, m.amount
              from savings.interest_month m
             where m.office_id = :office
             order by m.month desc
             limit 60
            """;

    private static final String READ = """
            select a.id, a.point_id
              from savings.account a
              join organisation.point p on p.id = a.point_id
             where p.office_id = :office and a.closed_on is null
             order by a.id
            """;

    // In one order, so that two who write to the same deposits wait for each other.
    private static final String LOCK = READ + " for no key update of a";

    private static final String WRITE = """
            with credited as (
                select *
                  from unnest(cast(:lines as uuid[]), cast(:numbers as smallint[]), cast(:accounts as bigint[]), cast(:points as bigint[]),
                              cast(:journals as bigint[]), cast(:numerators as numeric[]), cast(:amounts as bigint[]))
                           as c (line_id, line_no, account_id, point_id, journal_id, numerator, amount)),
            moved as (
                insert into savings.movement (line_id, journal_id, line_no, account_id, point_id, value_date, amount)
                select line_id, journal_id, line_no, account_id, point_id, :until, amount
                  from credited),
            balances as (
                update savings.account a
                   set balance = a.balance + c.amount
                  from credited c
                 where a.id = c.account_id)
            insert into savings.interest (line_id, journal_id, account_id, point_id, until, numerator, amount)
            select line_id, journal_id, account_id, point_id, :until, numerator, amount
              from credited
            """;

    private static final String ADD = """
            insert into savings.interest_month (office_id, month, point_id, until, accounts, amount, submission)
            values (:office, :month, :point, :until, :accounts, :amount, :submission)
            """;

    private final JdbcClient db;
    private final InterestOwed owed;
    private final DemandRates rates;
    private final Programmes programmes;

    InterestMonths(JdbcClient db, InterestOwed owed, DemandRates rates, Programmes programmes) {
        this.db = db;
        this.owed = owed;
        this.rates = rates;
        this.programmes = programmes;
    }

    /** The months of an office that are credited, the newest first. */
    List<Done> done(Office office) {
        return db.sql(DONE)
                .param("office", office.id())
                .query((row, n) -> new Done(
                        row.getObject("month", LocalDate.class),
                        row.getObject("until", LocalDate.class),
                        row.getLong("accounts"),
                        new Dong(row.getLong("amount"))))
                .list();
    }

    /** The day after a month's period, by the rule of that month. */
    LocalDate until(InterestMonth month) {
        var rules = programmes.current().parameters();
        return month.until(
                rules.whole(ParameterCode.MEMBER_INTEREST_DAY, month.month().atEndOfMonth()));
    }

    /** What is to be credited, in order of accounts, without a lock. */
    List<Credit> due(Office office, LocalDate until) {
        return due(READ, office, until);
    }

    /** Likewise; the office's deposits are locked until the transaction ends. */
    List<Credit> lock(Office office, LocalDate until) {
        return due(LOCK, office, until);
    }

    private List<Credit> due(String sql, Office office, LocalDate until) {
        Map<Long, Long> points = new LinkedHashMap<>();
        db.sql(sql).param("office", office.id()).query(row -> {
            points.put(row.getLong("id"), row.getLong("point_id"));
        });
        var due = new ArrayList<Credit>();
        owed.numerators(points.keySet(), rates.current(), until).forEach((account, numerator) -> {
            var amount = DepositInterest.rounded(numerator);
            if (amount.isPositive()) {
                due.add(new Credit(account, points.getOrDefault(account, 0L), numerator, amount));
            }
        });
        return due;
    }

    /** Writes what was credited, by the journal of each point. */
    void write(List<Credit> credits, Map<Long, Long> journals, LocalDate until) {
        int size = credits.size();
        var numbers = new Short[size];
        Map<Long, Integer> counted = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            numbers[i] = (short) (int) counted.merge(credits.get(i).pointId(), 1, Integer::sum);
        }
        db.sql(WRITE)
                .param(
                        "lines",
                        credits.stream()
                                .map(each -> line(each, until).toString())
                                .toArray(String[]::new))
                .param("numbers", numbers)
                .param("accounts", credits.stream().map(Credit::accountId).toArray(Long[]::new))
                .param("points", credits.stream().map(Credit::pointId).toArray(Long[]::new))
                .param(
                        "journals",
                        credits.stream()
                                .map(each -> journals.get(each.pointId()))
                                .toArray(Long[]::new))
                .param(
                        "numerators",
                        credits.stream()
                                .map(each -> each.numerator().toString())
                                .toArray(String[]::new))
                .param(
                        "amounts",
                        credits.stream().map(each -> each.amount().amount()).toArray(Long[]::new))
                .param("until", until)
                .update();
    }

    /** The line of an account's interest follows from what it is of: once and no more. */
    private static UUID line(Credit credit, LocalDate until) {
        return UUID.nameUUIDFromBytes(
                ("interest of deposit " + credit.accountId() + " until " + until).getBytes(StandardCharsets.US_ASCII));
    }

    void add(Office office, InterestMonth month, Sums sums, UUID submission) {
        db.sql(ADD)
                .param("office", office.id())
                .param("month", month.first())
                .param("point", office.pointId())
                .param("until", sums.until())
                .param("accounts", sums.accounts())
                .param("amount", sums.amount().amount())
                .param("submission", submission)
                .update();
    }

    /** What is credited to one deposit. */
    record Credit(long accountId, long pointId, BigInteger numerator, Dong amount) {}

    /** What a month comes to. */
    record Sums(LocalDate until, long accounts, Dong amount) {

        static Sums of(LocalDate until, List<Credit> credits) {
            return new Sums(
                    until,
                    credits.size(),
                    Dong.sum(credits.stream().map(Credit::amount).toList()));
        }
    }

    /** A month that was credited. */
    record Done(LocalDate month, LocalDate until, long accounts, Dong amount) {}
}
