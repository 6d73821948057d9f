package org.dongvon.capital;

import org.dongvon.ledger.SealedRows;
import org.springframework.stereotype.Component;

/** Movements of contracts and their allotments in the sealed book. */
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
            """;

    @Override
    public String ofVouchers() {
        return ROWS;
    }
}
