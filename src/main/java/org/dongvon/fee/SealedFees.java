package org.dongvon.fee;

import org.dongvon.ledger.SealedRows;
import org.springframework.stereotype.Component;

/** Dues that a journal booked, and payments, in the sealed book. */
@Component
class SealedFees implements SealedRows {

    private static final String ROWS = """
            select c.due_journal as journal_id, 0 as line_no, null::uuid as line_id, null as secret,
                   concat_ws(' ', 'due', p.point_id, p.id, p.beneficiary, coalesce(p.group_id::text, '-'), p.association, c.month, p.computed,
                             p.carried) as text
              from ledger.v_journal j
              join fee.computation c on c.due_journal = j.id
              join fee.payable p on p.computation_id = c.id
             where j.id = any (cast(:journals as bigint[]))
             union all
            select y.journal_id, y.line_no, y.line_id, null,
                   concat_ws(' ', 'fee', y.point_id, y.payable_id, y.way, y.amount, coalesce(y.reverses::text, '-'))
              from ledger.v_journal j
              join fee.payment y on y.journal_id = j.id
             where j.id = any (cast(:journals as bigint[]))
             union all
            select p.journal_id, 0, null::uuid, null,
                   concat_ws(' ', 'interest', p.point_id, p.distribution_id, p.office_id, p.collected, d.contract_id, d.month, d.collected, d.carried,
                             d.risk_share, d.fee_share, d.boards_share, d.added_share, d.risk, d.managed, d.boards, d.added)
              from ledger.v_journal j
              join fee.distribution_part p on p.journal_id = j.id
              join fee.distribution d on d.id = p.distribution_id
             where j.id = any (cast(:journals as bigint[]))
             union all
            select b.journal_id, case when b.line_id is null then 0 else 1 end, b.line_id, b.receiver || E'\\n' || b.reference,
                   concat_ws(' ', 'boards', b.point_id, b.id, b.contract_id, b.number, b.amount, coalesce(b.reverses::text, '-'))
              from ledger.v_journal j
              join fee.board_payment b on b.journal_id = j.id
             where j.id = any (cast(:journals as bigint[]))
             union all
            select p.back_journal, 0, null::uuid, null,
                   concat_ws(' ', 'interest-back', p.point_id, p.distribution_id, p.office_id, p.journal_id)
              from ledger.v_journal j
              join fee.distribution_part p on p.back_journal = j.id
             where j.id = any (cast(:journals as bigint[]))
            """;

    @Override
    public String ofVouchers() {
        return ROWS;
    }
}
