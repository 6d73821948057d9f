package org.dongvon.ledger.seal;

import org.dongvon.ledger.SealedRows;
import org.springframework.stereotype.Component;

/** Heads of journals, who made them and when, and their sums, in the sealed book. */
@Component
class LedgerRows implements SealedRows {

    private static final String ROWS = """
            with j as (
                select j.id, j.submission, j.point_id, j.value_date, j.kind, j.reverses
                  from ledger.journal j
                 where j.id = any (cast(:journals as bigint[])))
            select j.id as journal_id, 0 as line_no, null::uuid as line_id, null as secret,
                   concat_ws(' ', 'head', j.point_id, j.id, j.kind, j.value_date, coalesce(j.reverses::text, '-'), j.submission) as text
              from j
             union all
            select j.id, 0, null, null,
                   concat_ws(' ', 'made', s.point_id, s.business_date, s.actor_id, s.role, s.kind,
                             to_char(s.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                             encode(s.content_hash, 'hex'), encode(sha256(convert_to(s.answer::text, 'UTF8')), 'hex'))
              from j
              join shared.submission s on s.key = j.submission
             union all
            select j.id, 0, null, null,
                   concat_ws(' ', 'entry', e.point_id, e.account, e.programme_id, e.contract_id, e.amount)
              from j
              join ledger.entry e on e.journal_id = j.id
            """;

    @Override
    public String ofVouchers() {
        return ROWS;
    }
}
