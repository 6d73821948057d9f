package org.dongvon.session;

import java.util.Optional;
import org.dongvon.ledger.SealedRows;
import org.springframework.stereotype.Component;

/** Sessions in the sealed book: what each journal did to the cash box and the vault, cash that changed hands, the vault counted, what devices and heads of groups had recorded of it, who closed the session, and the cash counted. */
@Component
class SealedSessions implements SealedRows {

    private static final String OF_VOUCHERS = """
            select p.journal_id, 0 as line_no, null::uuid as line_id, null as secret,
                   concat_ws(' ', 'session', p.point_id, p.session_id, p.kind, coalesce(p.group_id::text, '-'), p.lines, p.cash) as text
              from ledger.v_journal j
              join session.posting p on p.journal_id = j.id
             where j.id = any (cast(:journals as bigint[]))
             union all
            select r.journal_id, 0, null, case when r.salt is null then r.reason end,
                   concat_ws(' ', 'reason', r.point_id,
                             case when r.salt is not null
                                  then encode(sha256(convert_to(concat(r.salt, chr(10), r.reason), 'UTF8')), 'hex') end)
              from ledger.v_journal j
              join session.reversal r on r.journal_id = j.id
             where j.id = any (cast(:journals as bigint[]))
             union all
            select k.journal_id, k.line_no, k.line_id, null,
                   concat_ws(' ', 'remark', k.point_id,
                             encode(sha256(convert_to(concat_ws(chr(10), k.salt, k.note, k.paid_by, k.relation), 'UTF8')), 'hex'))
              from ledger.v_journal j
              join session.line_remark k on k.journal_id = j.id
             where j.id = any (cast(:journals as bigint[]))
             union all
            select f.journal_id, 0, null, null,
                   concat_ws(' ', 'field', f.point_id, f.event_id, f.line_no, f.line_id, coalesce(f.loan_id::text, '-'),
                             coalesce(f.member_id::text, '-'), f.interest, f.saving, f.principal, f.paid_out, f.outcome, 'due ' || f.due_id)
              from ledger.v_journal j
              join session.field_line f on f.journal_id = j.id
             where j.id = any (cast(:journals as bigint[]))
             union all
            select c.journal_id, 0, null, c.reason,
                   concat_ws(' ', 'provisional', c.point_id, c.final_line, c.group_id, c.member_id, coalesce(c.loan_id::text, '-'),
                             c.taken_interest, c.taken_saving, c.counted_interest, c.counted_saving)
              from ledger.v_journal j
              join session.provisional_final c on c.journal_id = j.id
             where j.id = any (cast(:journals as bigint[]))
             union all
            select v.journal_id, 0, null, null, concat_ws(' ', 'vault', v.point_id, v.office_id, v.kind, v.amount)
              from ledger.v_journal j
              join session.vault_movement v on v.journal_id = j.id
             where j.id = any (cast(:journals as bigint[]))
             union all
            select h.journal_id, 0, null, null,
                   concat_ws(' ', 'hand-over', h.point_id, h.id, h.office_id, h.day, coalesce(h.from_session::text, '-'),
                             coalesce(h.to_session::text, '-'), array_to_string(h.notes, ','), h.amount, h.given_by)
              from ledger.v_journal j
              join session.hand_over h on h.journal_id = j.id
             where j.id = any (cast(:journals as bigint[]))
             union all
            select e.journal_id, 0, null, null, concat_ws(' ', 'hand-over-end', e.point_id, e.hand_over_id, e.given_by, e.outcome, e.ended_by)
              from ledger.v_journal j
              join session.hand_over_end e on e.journal_id = j.id
             where j.id = any (cast(:journals as bigint[]))
            """;

    private static final String OF_RECORDS = """
            with held as (
                select s.id, s.point_id, s.held_on, coalesce(s.carried_to, s.held_on) as day, s.carried_to, s.leader_id, s.teller_id, s.controller_id, s.closed_by, s.closed_at,
                       concat('session-', u.code, '-', s.held_on) as name
                  from session.session s
                  join organisation.unit u on u.id = s.point_id
                 where s.office_id = :office and coalesce(s.carried_to, s.held_on) between :from and :to and s.state = 'CLOSED')
            select h.name, h.day, null as secret, concat_ws(' ', 'session', h.point_id, h.id, h.held_on, h.carried_to) as text
              from held h
             union all
            select h.name, h.day, null,
                   concat_ws(' ', 'closed', h.leader_id, h.teller_id, h.controller_id, h.closed_by,
                             to_char(h.closed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
              from held h
             union all
            select h.name, h.day, null, concat_ws(' ', 'count', c.point_id, c.attempt, c.denomination, c.notes)
              from held h
              join session.cash_count c on c.session_id = h.id
             union all
            select h.name, h.day, case when d.salt is null then d.reason end,
                   concat_ws(' ', 'difference', d.point_id, d.attempt, d.expected, d.counted,
                             case when d.salt is not null
                                  then encode(sha256(convert_to(concat(d.salt, chr(10), d.reason), 'UTF8')), 'hex') end)
              from held h
              join session.cash_difference d on d.session_id = h.id
             union all
            select h.name, h.day, null,
                   concat_ws(' ', 'provisional-left', l.point_id, l.group_id, l.lines, l.handed_in, l.interest, l.saving)
              from held h
              join session.provisional_left l on l.session_id = h.id
             union all
            select concat('vault-', o.code, '-', c.day, '-', c.number), c.day, c.reason,
                   concat_ws(' ', 'vault-count', c.point_id, c.number, array_to_string(c.notes, ','), c.expected, c.counted,
                             c.counted_by, c.signed_by)
              from session.vault_count c
              join organisation.unit o on o.id = c.office_id
             where c.office_id = :office and c.day between :from and :to
            """;

    @Override
    public String ofVouchers() {
        return OF_VOUCHERS;
    }

    @Override
    public Optional<String> ofRecords() {
        return Optional.of(OF_RECORDS);
    }
}
