package org.dongvon.capital;

import java.util.List;
import org.dongvon.shared.Invariant;
import org.dongvon.shared.Invariants;
import org.springframework.stereotype.Component;

/** What always holds between contracts, allotments and their movements. */
@Component
class CapitalInvariants implements Invariants {

    private static final String ALLOTMENTS_ARE_MOVEMENTS = """
            with moved as (
                select m.allotment_id, coalesce(sum(case m.kind when 'GRANTED' then m.amount when 'WRITTEN_OFF' then -m.amount end), 0) as granted,
                       coalesce(sum(m.amount) filter (where m.kind = 'LENT'), 0) as lent
                  from capital.movement m
                 group by m.allotment_id)
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select (a.granted, a.lent) is distinct from (coalesce(m.granted, 0), coalesce(m.lent, 0)) as broken,
                           format('contract %s at %s: granted %s and lent %s, movements %s and %s', c.code, u.code, a.granted,
                                  a.lent, coalesce(m.granted, 0), coalesce(m.lent, 0)) as what
                      from capital.allotment a
                      join capital.contract c on c.id = a.contract_id
                      join organisation.unit u on u.id = a.office_id
                      left join moved m on m.allotment_id = a.id) b
            """;

    private static final String WITHIN_CONTRACT = """
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select coalesce(sum(a.granted), 0) > c.amount - c.written_off as broken,
                           format('contract %s: allotments sum to %s of %s', c.code, sum(a.granted), c.amount - c.written_off) as what
                      from capital.contract c
                      left join capital.allotment a on a.contract_id = c.id
                     group by c.id) b
            """;

    private static final String LOSSES_ARE_MOVEMENTS = """
            with moved as (
                select a.contract_id, sum(m.amount) as amount
                  from capital.movement m
                  join capital.allotment a on a.id = m.allotment_id
                 where m.kind = 'WRITTEN_OFF'
                 group by a.contract_id)
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select c.written_off <> coalesce(m.amount, 0) as broken,
                           format('contract %s: %s written off, movements %s', c.code, c.written_off, coalesce(m.amount, 0)) as what
                      from capital.contract c
                      left join moved m on m.contract_id = c.id) b
            """;

    @Override
    public List<Invariant> all() {
        return List.of(
                new Invariant("capital.allotments-are-movements", ALLOTMENTS_ARE_MOVEMENTS),
                new Invariant("capital.allotments-within-contract", WITHIN_CONTRACT),
                new Invariant("capital.losses-are-movements", LOSSES_ARE_MOVEMENTS));
    }
}
