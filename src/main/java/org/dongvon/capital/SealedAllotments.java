package org.dongvon.capital;

import org.dongvon.ledger.SealedRows;
import org.springframework.stereotype.Component;

/** Movements of contracts, of their allotments, of gifts and of claims on the State in the sealed book; donors are not in it. */
@Component
class SealedAllotments implements SealedRows {

    private static final String ROWS = """
            select m.journal_id, 0 as line_no, null::uuid as line_id, null as secret,
                   concat_ws(' ', 'allotment', m.point_id, m.allotment_id, m.kind, m.amount) as text
              from ledger.v_journal j
              join capital.movement m on m.journal_id = j.id
             where j.id = any (cast(:journals as bigint[]))
             union all
            select m.journal_id, 0, null::uuid, null,
                   concat_ws(' ', 'contract', m.point_id, m.contract_id, m.kind, m.amount)
              from ledger.v_journal j
              join capital.contract_movement m on m.journal_id = j.id
             where j.id = any (cast(:journals as bigint[]))
             union all
            select m.journal_id, 0, null, null,
                   concat_ws(' ', 'gift', m.point_id, m.gift_id, m.kind, coalesce(m.contract_id::text, '-'), m.amount, g.campaign_id, g.number,
                             g.line_id, g.given_on, g.amount)
              from ledger.v_journal j
              join capital.gift_movement m on m.journal_id = j.id
              join capital.gift g on g.id = m.gift_id
             where j.id = any (cast(:journals as bigint[]))
             union all
            select s.journal_id, 0, null, s.document,
                   concat_ws(' ', 'state-claim', s.point_id, s.claim_id, s.seq, s.step, s.amount, s.dated, c.office_id, c.kind, c.year, c.quarter,
                             c.serial)
              from ledger.v_journal j
              join capital.state_claim_step s on s.journal_id = j.id
              join capital.state_claim c on c.id = s.claim_id
             where j.id = any (cast(:journals as bigint[]))
            """;

    @Override
    public String ofVouchers() {
        return ROWS;
    }
}
