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
              from (select count(e.journal_id) < 2 or sum(e.amount) <> 0 as broken,
                           format('voucher %s/%s of %s: entries sum to %s', j.voucher, extract(year from j.business_date), u.code,
                                  coalesce(sum(e.amount), 0)) as what
                      from ledger.journal j
                      join organisation.unit u on u.id = j.office_id
                      left join ledger.entry e on e.journal_id = j.id
                     group by j.id, u.code) b
            """;

    private static final String VOUCHERS_WITHOUT_GAP = """
            select coalesce(sum(b.vouchers), 0) as checked, count(*) filter (where b.broken) as broken,
                   min(b.what) filter (where b.broken) as first
              from (select count(j.id) as vouchers,
                           (count(distinct j.voucher), count(j.id), coalesce(min(j.voucher), 1), coalesce(max(j.voucher), 0))
                               is distinct from (c.last::bigint, c.last::bigint, 1, c.last) as broken,
                           format('%s, year %s: %s vouchers, numbered %s to %s, counter at %s', u.code, c.year, count(j.id),
                                  min(j.voucher), max(j.voucher), c.last) as what
                      from ledger.voucher_counter c
                      join organisation.unit u on u.id = c.office_id
                      left join ledger.journal j
                        on j.office_id = c.office_id and extract(year from j.business_date) = c.year
                     group by c.office_id, c.year, c.last, u.code) b
            """;

    private static final String SUBMITTED = """
            select count(*) as checked, count(*) filter (where s.key is null) as broken,
                   min(format('voucher %s/%s of %s has no submission', j.voucher, extract(year from j.business_date), u.code))
                       filter (where s.key is null) as first
              from ledger.journal j
              join organisation.unit u on u.id = j.office_id
              left join shared.submission s on s.key = j.submission
            """;

    @Override
    public List<Invariant> all() {
        return List.of(
                new Invariant("ledger.journals-balance", BALANCED),
                new Invariant("ledger.vouchers-without-gap", VOUCHERS_WITHOUT_GAP),
                new Invariant("ledger.journals-have-submissions", SUBMITTED));
    }
}
