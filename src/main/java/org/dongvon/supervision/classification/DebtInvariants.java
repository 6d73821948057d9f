package org.dongvon.supervision.classification;

import java.util.List;
import org.dongvon.shared.Invariant;
import org.dongvon.shared.Invariants;
import org.springframework.stereotype.Component;

/** What always holds of the classification of debts. */
@Component
class DebtInvariants implements Invariants {

    // A signature is for the debts as they stand, all of them classified, and by nobody who classified one of its
    // group.
    private static final String SIGNED_IS_WHOLE = """
            with debt as (
                select d.round_id, d.group_id, d.loan_id, d.principal,
                       (select s.human from supervision.debt_step s
                         where s.round_id = d.round_id and s.loan_id = d.loan_id and s.kind = 'CLASSIFIED'
                         order by s.seq desc limit 1) as human
                  from supervision.debt d),
            sum as (
                select g.id, g.round_id, g.level, g.debts, g.principal, count(d.loan_id) as found, sum(d.principal) as owed,
                       count(d.human) as classified,
                       coalesce(bool_or(g.level = 'GROUP' and d.human = g.human), false) as own
                  from supervision.debt_signature g
                  left join debt d on d.round_id = g.round_id
                       and case g.level when 'GROUP' then d.group_id = g.group_id when 'COMMUNE' then d.group_id is not null else true end
                 group by g.id, g.round_id, g.level, g.debts, g.principal)
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select (s.debts, s.principal) is distinct from (s.found, s.owed) or s.classified < s.found or s.own as broken,
                           format('round %s, %s: signed for %s debts of %s, there are %s of %s, %s classified', s.round_id, s.level, s.debts,
                                  s.principal, s.found, coalesce(s.owed, 0), s.classified) as what
                      from sum s) b
            """;

    @Override
    public List<Invariant> all() {
        return List.of(new Invariant("supervision.signed-debts", SIGNED_IS_WHOLE));
    }
}
