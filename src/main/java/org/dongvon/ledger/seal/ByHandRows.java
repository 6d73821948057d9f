package org.dongvon.ledger.seal;

import java.util.Optional;
import org.dongvon.ledger.SealedRows;
import org.springframework.stereotype.Component;

/** Vouchers written by hand, years carried over, and months locked and opened in the sealed book. What was written about them enters as a keyed hash. */
@Component
class ByHandRows implements SealedRows {

    private static final String ROWS = """
            select v.journal_id, 0 as line_no, null::uuid as line_id, v.source || ' | ' || v.wording as secret,
                   concat_ws(' ', 'manual', v.point_id, coalesce(v.reverses::text, '-')) as text
              from ledger.v_journal j
              join ledger.manual_voucher v on v.journal_id = j.id
             where j.id = any (cast(:journals as bigint[]))
             union all
            select l.journal_id, 0, null, nullif(l.wording, ''),
                   concat_ws(' ', 'manual-line', l.point_id, l.line_no, l.account, l.amount)
              from ledger.v_journal j
              join ledger.manual_line l on l.journal_id = j.id
             where j.id = any (cast(:journals as bigint[]))
             union all
            select c.journal_id, 0, null, null,
                   concat_ws(' ', 'carry-over', c.point_id, c.office_id, c.year, c.turn, c.carried, c.result)
              from ledger.v_journal j
              join ledger.carry_over c on c.journal_id = j.id
             where j.id = any (cast(:journals as bigint[]))
            """;

    private static final String OF_RECORDS = """
            with decided as (
                select l.office_id, l.month, l.turn, l.point_id, l.locked, l.decided_on as day, l.reason, l.submission,
                       concat('month-', u.code, '-', to_char(l.month, 'YYYY-MM'), '-', l.turn) as name
                  from ledger.month_lock l
                  join organisation.unit u on u.id = l.office_id
                 where l.office_id = :office and l.decided_on between :from and :to and l.sealed)
            select d.name, d.day, d.reason as secret,
                   concat_ws(' ', 'month-lock', d.point_id, d.office_id, d.month, d.turn, d.locked, d.submission) as text
              from decided d
             union all
            select d.name, d.day, null, concat_ws(' ', 'month-total', t.point_id, t.account, t.debit, t.credit)
              from decided d
              join ledger.month_total t on t.office_id = d.office_id and t.month = d.month and t.turn = d.turn
            """;

    @Override
    public String ofVouchers() {
        return ROWS;
    }

    @Override
    public Optional<String> ofRecords() {
        return Optional.of(OF_RECORDS);
    }
}
