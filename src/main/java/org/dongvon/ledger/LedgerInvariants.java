package org.dongvon.ledger;

import java.util.List;
import org.dongvon.shared.Invariant;
import org.dongvon.shared.Invariants;
import org.springframework.stereotype.Component;

/** What always holds in the journal. */
@Component
class LedgerInvariants implements Invariants {

    private static final String BALANCED = """
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select count(e.journal_id) < (case when j.kind in ('RATE_CORRECTION', 'ROLLOVER', 'INTEREST_MOVED', 'SUCCESSION') then 0 else 2 end)
                               or j.kind in ('RATE_CORRECTION', 'ROLLOVER', 'INTEREST_MOVED', 'SUCCESSION') and count(e.journal_id) > 0 or sum(e.amount) <> 0 as broken,
                           format('%s: %s entries sum to %s', j.label, count(e.journal_id), coalesce(sum(e.amount), 0)) as what
                      from ledger.v_journal j
                      left join ledger.entry e on e.journal_id = j.id
                     group by j.id, j.label, j.kind) b
            """;

    private static final String VOUCHERS_WITHOUT_GAP = """
            with numbered as (
                select j.point_id, extract(year from j.business_date) as year, count(*) as vouchers,
                       count(distinct j.voucher) as numbers, min(j.voucher) as first, max(j.voucher) as last
                  from ledger.journal j
                 group by j.point_id, extract(year from j.business_date))
            select coalesce(sum(b.vouchers), 0) as checked, count(*) filter (where b.broken) as broken,
                   min(b.what) filter (where b.broken) as first
              from (select n.vouchers,
                           (n.vouchers, n.numbers, n.first, n.last) is distinct from (c.last::bigint, c.last::bigint, 1, c.last)
                               as broken,
                           format('%s, year %s: %s vouchers, numbered %s to %s, counter at %s', u.code,
                                  coalesce(n.year, c.year), n.vouchers, n.first, n.last, c.last) as what
                      from numbered n
                      full join ledger.voucher_counter c on c.point_id = n.point_id and c.year = n.year
                      join organisation.unit u on u.id = coalesce(n.point_id, c.point_id)) b
            """;

    private static final String SUBMITTED = """
            select count(*) as checked, count(*) filter (where s.key is null) as broken,
                   min(j.label || ' has no submission') filter (where s.key is null) as first
              from ledger.v_journal j
              left join shared.submission s on s.key = j.submission
            """;

    private static final String ENTRIES_HAVE_JOURNALS = """
            select count(*) as checked, count(*) filter (where j.id is null) as broken,
                   min(format('an entry of %s names journal %s, which is not there', e.account, e.journal_id)) filter (where j.id is null)
                       as first
              from ledger.entry e
              left join ledger.journal j on j.id = e.journal_id
            """;

    // Each approval writes the books of all its offices in one transaction.
    private static final String BETWEEN_OFFICES_ARE_NIL = """
            select count(*) as checked, (coalesce(sum(e.amount), 0) <> 0)::integer as broken,
                   case when sum(e.amount) <> 0 then format('between offices: %s not nil across the country', sum(e.amount)) end as first
              from ledger.entry e
             where e.account = 'BETWEEN_OFFICES'
            """;

    private static final String MANUAL_LINES_ARE_ENTRIES = """
            with lines as (
                select l.journal_id, l.account, sum(l.amount) as amount from ledger.manual_line l group by l.journal_id, l.account),
            booked as (
                select e.journal_id, e.account, sum(e.amount) as amount
                  from ledger.v_journal j
                  join ledger.entry e on e.journal_id = j.id
                 where j.kind in ('MANUAL', 'MANUAL_BACK')
                 group by e.journal_id, e.account)
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select l.amount is distinct from e.amount or c.controlled as broken,
                           format('%s, %s: lines by hand %s, entries %s', j.label, account, coalesce(l.amount, 0), coalesce(e.amount, 0)) as what
                      from lines l
                      full join booked e using (journal_id, account)
                      join ledger.account c on c.code = account
                      join ledger.v_journal j on j.id = journal_id) b
            """;

    private static final String LOCKED_MONTHS_ARE_ENTRIES = """
            with locked as (
                select l.office_id, l.month
                  from ledger.month_lock l
                 where l.locked and not exists (select from ledger.month_lock o
                                                 where o.office_id = l.office_id and o.month = l.month and o.turn > l.turn)),
            booked as (
                select l.office_id, l.month, e.account, coalesce(sum(e.amount) filter (where e.amount > 0), 0) as debit,
                       coalesce(-sum(e.amount) filter (where e.amount < 0), 0) as credit
                  from locked l
                  join ledger.v_accounted a
                    on a.office_id = l.office_id and a.day >= l.month and a.day < l.month + interval '1 month'
                  join ledger.entry e on e.journal_id = a.id
                 group by l.office_id, l.month, e.account)
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select (t.debit, t.credit) is distinct from (e.debit, e.credit) as broken,
                           format('%s, %s, %s: locked with %s and %s, entries %s and %s', u.code, to_char(month, 'MM/YYYY'), account,
                                  coalesce(t.debit, 0), coalesce(t.credit, 0), coalesce(e.debit, 0), coalesce(e.credit, 0)) as what
                      from ledger.v_month_total t
                      full join booked e using (office_id, month, account)
                      join organisation.unit u on u.id = office_id) b
            """;

    // A year carried over leaves nothing on income and expense; its journal says the result that is kept.
    private static final String CARRIED_YEARS_ARE_NIL = """
            with carried as (
                select c.office_id, c.year, c.journal_id, c.result
                  from ledger.carry_over c
                 where c.carried and not exists (select from ledger.carry_over o
                                                  where o.office_id = c.office_id and o.year = c.year and o.turn > c.turn)),
            left_over as (
                select c.office_id, c.year, e.account, sum(e.amount) as amount
                  from carried c
                  join ledger.v_accounted a on a.office_id = c.office_id and a.day <= make_date(c.year, 12, 31)
                  join ledger.entry e on e.journal_id = a.id
                  join ledger.account k on k.code = e.account and k.side in ('INCOME', 'EXPENSE')
                 group by c.office_id, c.year, e.account
                having sum(e.amount) <> 0)
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select l.account is not null or coalesce(-r.amount, 0) <> c.result as broken,
                           format('%s, year %s: result %s, booked %s, left over %s', u.code, c.year, c.result, coalesce(-r.amount, 0),
                                  coalesce(l.amount, 0)) as what
                      from carried c
                      join organisation.unit u on u.id = c.office_id
                      left join ledger.entry r on r.journal_id = c.journal_id and r.account = 'RESULT'
                      left join left_over l on l.office_id = c.office_id and l.year = c.year) b
            """;

    @Override
    public List<Invariant> all() {
        return List.of(
                new Invariant("ledger.between-offices-are-nil", BETWEEN_OFFICES_ARE_NIL),
                new Invariant("ledger.manual-lines-are-entries", MANUAL_LINES_ARE_ENTRIES),
                new Invariant("ledger.locked-months-are-entries", LOCKED_MONTHS_ARE_ENTRIES),
                new Invariant("ledger.carried-years-are-nil", CARRIED_YEARS_ARE_NIL),
                new Invariant("ledger.journals-balance", BALANCED),
                new Invariant("ledger.vouchers-without-gap", VOUCHERS_WITHOUT_GAP),
                new Invariant("ledger.journals-have-submissions", SUBMITTED),
                new Invariant("ledger.entries-have-journals", ENTRIES_HAVE_JOURNALS));
    }
}
