package org.dongvon.command.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Gives the loans of a {@link BenchCountry} to many contracts of their offices, 500 loans each, and lets each loan pay once a month; with the
 * totals that the closes of those days leave. Written straight into the tables by their owner.
 */
final class CapitalCountry {

    static final int LOANS_OF_CONTRACT = 500;

    private static final List<String> TABLES = List.of(
            "loan.loan",
            "ledger.entry",
            "capital.movement",
            "capital.contract_movement",
            "position.total",
            "position.flow");

    // Which contract each loan is of: the same each time it is asked.
    private static final String PICKED = """
            (select n.id as loan_id, n.office_id, :base + 1000 + 1000 * n.office + (n.ordinal - 1) / :size as contract_id
               from (select l.id, p.office_id, dense_rank() over (order by p.office_id) as office,
                            row_number() over (partition by p.office_id order by l.id) as ordinal
                       from loan.loan l
                       join organisation.point p on p.id = l.point_id) n)
            """;

    private static final String CONTRACTS = """
            with pick as
            """ + PICKED + """
            , picked as (
                select k.contract_id, k.office_id, count(*) * :amount as amount from pick k group by k.contract_id, k.office_id),
            signed as (
                insert into capital.contract (id, code, point_id, source, owner, decision, signed_on, amount, received)
                select k.contract_id, 'HD-' || k.contract_id - :base, d.id, (array['PROVINCE', 'COMMUNE', 'CENTRAL', 'DONATION'])[1 + k.contract_id % 4],
                       'UBND ' || k.contract_id - :base, 'QĐ ' || k.contract_id - :base, cast(:day as date), k.amount, k.amount
                  from picked k
                  join organisation.point d on d.office_id = k.office_id and d.direct
                returning id, point_id, source, owner, decision, signed_on, amount)
            insert into capital.contract_term (contract_id, valid_from, point_id, source, owner, decision, amount)
            select id, signed_on, point_id, source, owner, decision, amount from signed
            """;

    private static final String ALLOTMENTS = """
            insert into capital.allotment (id, contract_id, office_id, point_id, granted, lent)
            select c.id, c.id, p.office_id, c.point_id, c.amount, c.amount
              from capital.contract c
              join organisation.point p on p.id = c.point_id
             where c.code like 'HD-%'
            """;

    private static final String LOANS = """
            with pick as
            """ + PICKED + """
            update loan.loan l set contract_id = k.contract_id, allotment_id = k.contract_id from pick k where k.loan_id = l.id
            """;

    private static final String EMPTY_ENTRIES = "delete from ledger.entry";
    private static final String EMPTY_MOVEMENTS = "delete from capital.movement";
    private static final String EMPTY_RECEIPTS = "delete from capital.contract_movement";
    private static final String OLD_ALLOTMENTS = "delete from capital.allotment where contract_id = :base + 1";

    private static final String OLD_CONTRACT = """
            update capital.contract set received = 0 where code = 'TW'
            """;

    private static final String GRANTS = """
            with granted as (
                insert into capital.movement (journal_id, allotment_id, point_id, kind, amount)
                select j.id, a.id, a.point_id, 'GRANTED', a.granted
                  from ledger.journal j join capital.allotment a on a.point_id = j.point_id where j.kind = 'ALLOTMENT'
                returning journal_id, allotment_id, point_id, amount),
            received as (
                insert into capital.contract_movement (journal_id, contract_id, point_id, kind, amount)
                select journal_id, allotment_id, point_id, 'RECEIVED', amount from granted)
            insert into ledger.entry (journal_id, point_id, account, programme_id, contract_id, amount)
            select journal_id, point_id, 'BANK', 0, 0, sum(amount) from granted group by journal_id, point_id
             union all
            select journal_id, point_id, 'POLICY_CAPITAL', 0, allotment_id, -amount from granted
            """;

    private static final String LENT = """
            with moved as (
                select m.journal_id, m.point_id, l.programme_id, l.contract_id, sum(m.principal) as amount
                  from loan.movement m
                  join loan.loan l on l.id = m.loan_id
                 group by m.journal_id, m.point_id, l.programme_id, l.contract_id),
            lent as (
                insert into capital.movement (journal_id, allotment_id, point_id, kind, amount)
                select journal_id, contract_id, point_id, 'LENT', amount from moved)
            insert into ledger.entry (journal_id, point_id, account, programme_id, contract_id, amount)
            select journal_id, point_id, 'LOAN_IN_TERM', programme_id, contract_id, amount from moved
             union all
            select journal_id, point_id, 'BANK', 0, 0, -sum(amount) from moved group by journal_id, point_id
            """;

    private static final String PAY_SUBMISSIONS = """
            insert into shared.submission (key, kind, point_id, business_date, actor_id, role, content_hash, answer)
            select gen_random_uuid(), 'bench-' || :month, p.id, :day, 0, 'SYSTEM', sha256(p.id::text::bytea), '{}'
              from organisation.point p where exists (select from loan.loan l where l.point_id = p.id)
            """;

    private static final String PAY_JOURNALS = """
            insert into ledger.journal (submission, point_id, office_id, business_date, value_date, kind, voucher)
            select s.key, s.point_id, p.office_id, :day, :day, 'SHEET', 1 + :month
              from shared.submission s join organisation.point p on p.id = s.point_id where s.kind = 'bench-' || :month
            """;

    private static final String PAYMENTS = """
            insert into loan.movement (journal_id, line_id, line_no, loan_id, point_id, series_id, part, kind, value_date,
                                       principal, interest, constant)
            select j.id, gen_random_uuid(), 1, l.id, l.point_id, l.series_id, 'IN_TERM', 'REPAYMENT', :day, -1000000, 250000,
                   1000000::numeric * x.index - 250000::numeric * 36500000000
              from ledger.journal j
              join loan.loan l on l.point_id = j.point_id
              join (select s.id, programme.in_term_index(s.id, :day) as index from programme.rate_series s) x on x.id = l.series_id
             where j.kind = 'SHEET' and j.business_date = :day
            """;

    private static final String PAID_PARTS = """
            update loan.part p
               set principal = s.principal, constant = s.constant
              from (select m.loan_id, sum(m.principal) as principal, sum(m.constant) as constant from loan.movement m group by m.loan_id) s
             where s.loan_id = p.loan_id
            """;

    private static final String PAID_ALLOTMENTS = """
            update capital.allotment a
               set lent = s.lent
              from (select m.allotment_id, sum(m.amount) as lent from capital.movement m where m.kind = 'LENT' group by m.allotment_id) s
             where s.allotment_id = a.id
            """;

    private static final String PAID_ENTRIES = """
            with moved as (
                select m.journal_id, m.point_id, l.programme_id, l.contract_id, sum(m.principal) as principal, sum(m.interest) as interest
                  from ledger.journal j
                  join loan.movement m on m.journal_id = j.id
                  join loan.loan l on l.id = m.loan_id
                 where j.kind = 'SHEET'
                 group by m.journal_id, m.point_id, l.programme_id, l.contract_id),
            lent as (
                insert into capital.movement (journal_id, allotment_id, point_id, kind, amount)
                select journal_id, contract_id, point_id, 'LENT', principal from moved)
            insert into ledger.entry (journal_id, point_id, account, programme_id, contract_id, amount)
            select journal_id, point_id, 'LOAN_IN_TERM', programme_id, contract_id, principal from moved
             union all
            select journal_id, point_id, 'INTEREST_INCOME', programme_id, contract_id, -interest from moved
             union all
            select journal_id, point_id, 'BANK', 0, 0, sum(interest - principal) from moved group by journal_id, point_id
            """;

    private static final String FLOWS = """
            insert into position.flow (point_id, programme_id, series_id, part, contract_id, association, business_date,
                                       disbursed, collected, interest, moved)
            select m.point_id, l.programme_id, m.series_id, m.part, l.contract_id, l.association, j.business_date,
                   coalesce(sum(m.principal) filter (where m.kind = 'DISBURSEMENT'), 0),
                   coalesce(-sum(m.principal) filter (where m.kind = 'REPAYMENT'), 0), sum(m.interest), 0
              from loan.movement m
              join loan.loan l on l.id = m.loan_id
              join ledger.journal j on j.id = m.journal_id
             group by 1, 2, 3, 4, 5, 6, 7
            """;

    private static final String TOTALS = """
            insert into position.total (point_id, programme_id, series_id, part, contract_id, association, valid_from, valid_to, principal, constant, loans)
            select f.point_id, f.programme_id, f.series_id, f.part, f.contract_id, f.association, f.business_date,
                   coalesce(lead(f.business_date) over cell, 'infinity'), sum(f.disbursed - f.collected) over cell, 0,
                   first_value(f.disbursed / :amount) over cell
              from position.flow f
            window cell as (partition by f.point_id, f.programme_id, f.series_id, f.part, f.contract_id, f.association order by f.business_date)
            """;

    private static final String OPEN_DAY = """
            update organisation.business_day set day = :day
            """;

    private final JdbcClient owner;

    CapitalCountry(JdbcClient owner) {
        this.owner = owner;
    }

    /** Fills; returns the days on which loans moved, the first being that on which they were paid out. */
    List<LocalDate> fill(int months) {
        TABLES.forEach(table ->
                owner.sql("alter table " + table + " disable trigger user").update());
        List.of(
                        CONTRACTS,
                        ALLOTMENTS,
                        LOANS,
                        EMPTY_ENTRIES,
                        EMPTY_MOVEMENTS,
                        EMPTY_RECEIPTS,
                        OLD_ALLOTMENTS,
                        OLD_CONTRACT,
                        GRANTS,
                        LENT)
                .forEach(sql -> run(sql, BenchCountry.PAID_OUT, 0));
        for (int month = 1; month <= months; month++) {
            var day = BenchCountry.PAID_OUT.plusMonths(month);
            for (var sql : List.of(OPEN_DAY, PAY_SUBMISSIONS, PAY_JOURNALS, PAYMENTS)) {
                run(sql, day, month);
            }
        }
        var last = BenchCountry.PAID_OUT.plusMonths(months);
        List.of(PAID_PARTS, PAID_ENTRIES, PAID_ALLOTMENTS, FLOWS, TOTALS).forEach(sql -> run(sql, last, 0));
        run(OPEN_DAY, last.plusDays(1), 0);
        TABLES.forEach(table ->
                owner.sql("alter table " + table + " enable trigger user").update());
        owner.sql("vacuum (analyze)").update();
        return IntStream.rangeClosed(0, months)
                .mapToObj(BenchCountry.PAID_OUT::plusMonths)
                .toList();
    }

    private void run(String sql, LocalDate day, int month) {
        owner.sql(sql)
                .param("base", BenchCountry.BASE)
                .param("size", LOANS_OF_CONTRACT)
                .param("amount", BenchCountry.AMOUNT)
                .param("day", day)
                .param("month", month)
                .update();
    }
}
