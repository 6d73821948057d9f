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
              from (select count(e.journal_id) < (case when j.kind in ('RATE_CORRECTION', 'ROLLOVER') then 0 else 2 end)
                               or j.kind in ('RATE_CORRECTION', 'ROLLOVER') and count(e.journal_id) > 0 or sum(e.amount) <> 0 as broken,
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

    @Override
    public List<Invariant> all() {
        return List.of(
                new Invariant("ledger.journals-balance", BALANCED),
                new Invariant("ledger.vouchers-without-gap", VOUCHERS_WITHOUT_GAP),
                new Invariant("ledger.journals-have-submissions", SUBMITTED),
                new Invariant("ledger.entries-have-journals", ENTRIES_HAVE_JOURNALS));
    }
}
